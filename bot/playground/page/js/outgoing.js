// Turns what a person typed into what a chat client sends, and Slack's text back for editing.

import { store } from "./store.js";
import { unescape, withoutTokens } from "./mrkdwn.js";

/** @names and #channels become tokens; the workspace escapes all else. */
export function toSlack(typed) {
  return withNames(typed).replace(/(^|[^&\p{L}\p{N}])#([\p{L}\p{N}_-]{1,80})/gu, channelToken);
}

/** Slack's text as a person would type it. */
export function fromSlack(text) {
  return unescape(withoutTokens(String(text ?? "")));
}

function names() {
  return store.state.users
    .flatMap((user) =>
      [user.real_name, user.name].filter(Boolean).map((name) => [name, `<@${user.id}>`]),
    )
    .sort((a, b) => b[0].length - a[0].length);
}

// The longest name wins, so that "@Ada Lind" is not "@Ada" followed by a word.
function withNames(text) {
  const known = names();
  let done = "";
  for (let at = 0; at < text.length;) {
    const isStart = text[at] === "@" && !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "");
    const found = isStart && known.find(([name]) => startsWithName(text, at + 1, name));
    done += found ? found[1] : text[at];
    at += found ? found[0].length + 1 : 1;
  }
  return done;
}

function startsWithName(text, at, name) {
  const part = text.slice(at, at + name.length);
  return (
    part.toLowerCase() === name.toLowerCase() &&
    !/[\p{L}\p{N}_]/u.test(text[at + name.length] ?? "")
  );
}

function channelToken(whole, before, name) {
  const found = store.state.channels.find((one) => one.name === name.toLowerCase());
  return found ? `${before}<#${found.id}|${found.name}>` : whole;
}
