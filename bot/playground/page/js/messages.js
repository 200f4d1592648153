// A list of messages with day dividers; arrow keys move from one to the next.

import { h } from "./dom.js";
import { message, messageId } from "./message.js";
import { store } from "./store.js";
import { dayKey, namedDay } from "./time.js";
import { busyIn, typedIn } from "./marks.js";

const TOGETHER_S = 300;

export function messageList({ key, className, label, messages, begin, at, isThread = false }) {
  const view = viewStamp();
  const drawn = drawnIn(key);
  const rows = [begin];
  (messages ?? []).forEach((one, place) => {
    const before = messages[place - 1];
    const seconds = Number(one.ts);
    const isNewDay = !before || dayKey(Number(before.ts)) !== dayKey(seconds);
    if (isNewDay && !isThread) rows.push(dayDivider(seconds));
    const isCompact = !isNewDay && before && isTogether(before, one) && !(isThread && place === 1);
    rows.push(row(one, { at, isCompact, isThread, view, drawn }));
  });
  return h(
    "div",
    {
      class: `messages ${className}`,
      key,
      role: "feed",
      "aria-label": label,
      "aria-busy": messages ? null : "true",
      tabindex: "-1",
      on: { keydown: onKey },
    },
    messages ? h("div", { class: "messages-inner" }, rows) : h("p", { class: "empty" }, "Opening…"),
  );
}

// A row whose signature did not change is not built again: an empty stand-in keeps its place.
function row(one, facts) {
  const key = `${one.ephemeral ? "only you " : ""}${one.ts}`;
  const sig = signature(one, facts);
  if (facts.drawn.get(key) === sig) return h("article", { key, sig });
  const node = message(one, facts);
  node.pageKey = key;
  node.pageSig = sig;
  return node;
}

function drawnIn(key) {
  const list = [...document.querySelectorAll(".messages")].find((one) => one.pageKey === key);
  const rows = list ? [...list.querySelectorAll("article")] : [];
  return new Map(rows.map((node) => [node.pageKey, node.pageSig]));
}

function signature(one, facts) {
  const id = messageId(facts.at, one);
  return JSON.stringify([
    one,
    facts.isCompact,
    facts.view,
    busyIn(id),
    typedIn(id),
    store.editing === one.ts && !facts.isThread,
  ]);
}

// A number that changes when names, zones or the day do, since those stand in every message.
let viewSeen = "";
let stamp = 0;

function viewStamp() {
  const { users, channels, shortcuts } = store.state;
  const view = JSON.stringify([
    store.place.as,
    users.map((one) => [one.id, one.real_name, one.avatar, one.tz]),
    channels.map((one) => [one.id, one.name, one.is_member]),
    shortcuts,
    dayKey(store.state.clock.now),
  ]);
  if (view !== viewSeen) stamp += 1;
  viewSeen = view;
  return stamp;
}

function dayDivider(seconds) {
  const day = namedDay(seconds);
  return h(
    "div",
    { class: "day", key: `day ${dayKey(seconds)}`, role: "separator", "aria-label": day },
    h("span", null, day),
  );
}

function isTogether(before, one) {
  return (
    before.user === one.user &&
    before.username === one.username &&
    before.bot_id === one.bot_id &&
    Boolean(before.ephemeral) === Boolean(one.ephemeral) &&
    !before.reply_count &&
    Number(one.ts) - Number(before.ts) < TOGETHER_S
  );
}

function onKey(event) {
  const article = event.target.closest("article");
  if (event.target !== article || !article) return;
  const all = [...event.currentTarget.querySelectorAll("article")];
  const at = all.indexOf(article);
  const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all.length - 1 }[event.key];
  if (to === undefined || !all[to]) return;
  event.preventDefault();
  all[to].focus();
  all[to].scrollIntoView({ block: "nearest" });
}
