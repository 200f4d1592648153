// Shows Slack's mrkdwn: bold, code, quotes, lists, links and mentions, built from text nodes only.

import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { token, tokenText } from "./tokens.js";

// Anything else between angle brackets is words that somebody wrote.
const TOKEN = /^<([@#!][^<>\n]{1,2000}|[a-z][a-z+.-]{1,20}:[^<>\n]{1,2000})>/i;
const TOKENS = new RegExp(TOKEN.source.slice(1), "gi");
const EMOJI = /^:([a-z0-9+_'-]{1,64}(?:::skin-tone-\d)?):/;
const MARKS = { "*": "strong", _: "em", "~": "s" };
const ENTITY = /&(amp|lt|gt);/g;
const ENTITIES = { amp: "&", lt: "<", gt: ">" };
const DEEPEST = 8;
const FARTHEST = 1500; // a mark that closes later is no mark; keeps hostile texts linear

export const unescape = (text) => text.replace(ENTITY, (_, name) => ENTITIES[name]);

/** The nodes for a mrkdwn text. */
export function mrkdwn(text) {
  return [...fences(String(text ?? ""))];
}

/** Text without markup, for titles, names of buttons and screen readers. */
export function plainText(text) {
  return unescape(withEmoji(withoutTokens(String(text ?? ""))));
}

/** Tokens as the plain words that they stand for. */
export function withoutTokens(text) {
  return text.replace(TOKENS, (_, inner) => tokenText(inner));
}

/** plain_text objects: emoji only. */
export function withEmoji(text) {
  return String(text ?? "").replace(
    /:([a-z0-9+_'-]{1,64}):/g,
    (whole, name) => emoji(name) ?? whole,
  );
}

function* fences(text) {
  const parts = text.split("```");
  for (let at = 0; at < parts.length; at += 1) {
    const isCode = at % 2 === 1 && at < parts.length - 1;
    if (isCode) yield h("pre", null, codeWords(parts[at].replace(/^\n|\n$/g, "")));
    else {
      const unclosed = at % 2 === 1 ? "```" : "";
      yield* lines(unclosed + parts[at], at > 0, at < parts.length - 1);
    }
  }
}

// Tokens stay live inside code, as in Slack; here as their plain words.
const codeWords = (text) => unescape(withoutTokens(text));

function* lines(text, afterCode, beforeCode) {
  let rest = text;
  if (afterCode) rest = rest.replace(/^\n/, "");
  if (beforeCode) rest = rest.replace(/\n$/, "");
  if (!rest) return;
  const all = rest.split("\n");
  for (let at = 0; at < all.length; at += 1) {
    if (all[at].startsWith("&gt;&gt;&gt;")) {
      const tail = [all[at].slice(12), ...all.slice(at + 1)].join("\n");
      yield h("blockquote", null, [...lines(tail, false, false)]);
      return;
    }
    if (isQuote(all[at])) {
      const quoted = [];
      while (at < all.length && isQuote(all[at])) quoted.push(all[at++].replace(/^(&gt;|>) ?/, ""));
      yield h("blockquote", null, [...lines(quoted.join("\n"), false, false)]);
      at -= 1;
      continue;
    }
    const item = /^(\s*)([•◦▪‣–-]|\d{1,3}\.)\s+(.*)$/.exec(all[at]);
    if (item) yield listLine(item);
    else
      yield h("span", { class: "line" }, inline(all[at], 0), at < all.length - 1 ? h("br") : null);
  }
}

const isQuote = (line) => /^(&gt;|>)(?!&gt;&gt;)/.test(line);

function listLine([, indent, mark, words]) {
  const shown = mark === "-" ? "•" : mark;
  return h(
    "span",
    { class: indent.length > 1 ? "item item-deep" : "item" },
    h("span", { class: "item-mark" }, shown),
    h("span", null, inline(words, 0)),
  );
}

/** The nodes of one line. */
export function inline(text, depth = 0) {
  const nodes = [];
  let words = "";
  let at = 0;
  const push = (node) => {
    if (words) nodes.push(unescape(words));
    words = "";
    nodes.push(node);
  };
  while (at < text.length) {
    const found = special(text, at, depth);
    if (!found) words += text[at++];
    else {
      push(found.node);
      at += found.length;
    }
  }
  if (words) nodes.push(unescape(words));
  return nodes;
}

function special(text, at, depth) {
  const char = text[at];
  if (char === "<") return tokenAt(text, at);
  if (char === ":") return emojiAt(text, at);
  if (char === "`") return codeAt(text, at);
  if (MARKS[char] && depth < DEEPEST) return markAt(text, at, depth);
  return null;
}

function tokenAt(text, at) {
  const match = TOKEN.exec(text.slice(at, at + 2030));
  return match && { node: token(match[1]), length: match[0].length };
}

function emojiAt(text, at) {
  const match = EMOJI.exec(text.slice(at, at + 80));
  const found = match && emoji(match[1]);
  if (!found) return null;
  return { node: h("span", { class: "emoji", title: match[0] }, found), length: match[0].length };
}

function codeAt(text, at) {
  const end = text.indexOf("`", at + 1);
  if (end <= at + 1) return null;
  return { node: h("code", null, codeWords(text.slice(at + 1, end))), length: end - at + 1 };
}

// A mark opens at a word's start and closes at a word's end: "2*3*4" and "snake_case" stay.
function markAt(text, at, depth) {
  const mark = text[at];
  if (isWord(text[at - 1]) || !text[at + 1] || /[\s]/.test(text[at + 1]) || text[at + 1] === mark)
    return null;
  let end = text.indexOf(mark, at + 2);
  while (end > 0 && end - at < FARTHEST && (/\s/.test(text[end - 1]) || isWord(text[end + 1]))) {
    end = text.indexOf(mark, end + 1);
  }
  if (end < 0 || end - at >= FARTHEST) return null;
  const node = h(MARKS[mark], null, inline(text.slice(at + 1, end), depth + 1));
  return { node, length: end - at + 1 };
}

const isWord = (char) => char !== undefined && /[\p{L}\p{N}]/u.test(char);
