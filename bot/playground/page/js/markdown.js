// Shows the standard markdown of `markdown` blocks, built from text nodes only.

import { h } from "./dom.js";
import { withEmoji } from "./mrkdwn.js";
import { link } from "./tokens.js";

const INLINE =
  /(`[^`\n]+`)|\*\*([^*\n]+)\*\*|__([^_\n]+)__|\*([^*\s][^*\n]*)\*|~~([^~\n]+)~~|\[([^[\]\n]+)\]\(([^()\s]+)\)/;

export function markdown(text) {
  const nodes = [];
  const lines = String(text ?? "").split("\n");
  for (let at = 0; at < lines.length;) {
    const rule = RULES.find(([pattern]) => pattern.test(lines[at]));
    const taken = rule ? takeWhile(lines, at, rule) : 1;
    nodes.push(rule ? rule[1](lines.slice(at, at + taken)) : null);
    at += taken;
  }
  return nodes;
}

function takeWhile(lines, at, [pattern, , kind]) {
  if (kind === "one") return 1;
  if (kind === "fence") {
    const end = lines.findIndex((line, index) => index > at && line.startsWith("```"));
    return (end < 0 ? lines.length : end + 1) - at;
  }
  let count = 1;
  while (at + count < lines.length && pattern.test(lines[at + count])) count += 1;
  return count;
}

const RULES = [
  [
    /^```/,
    (rows) =>
      h(
        "pre",
        null,
        rows
          .slice(1)
          .join("\n")
          .replace(/\n?```\s*$/, ""),
      ),
    "fence",
  ],
  [
    /^#{1,6}\s/,
    ([row]) => h("p", { class: "md-heading" }, spans(row.replace(/^#+\s+/, ""))),
    "one",
  ],
  [/^\s*([-*_])\s*\1\s*\1[\s\-*_]*$/, () => h("hr"), "one"],
  [
    /^>/,
    (rows) => h("blockquote", null, broken(rows.map((row) => row.replace(/^> ?/, "")))),
    "many",
  ],
  [
    /^\s*[-*+]\s+/,
    (rows) =>
      h(
        "ul",
        null,
        rows.map((row) => item(row, /^\s*[-*+]\s+/)),
      ),
    "many",
  ],
  [
    /^\s*\d{1,3}[.)]\s+/,
    (rows) =>
      h(
        "ol",
        null,
        rows.map((row) => item(row, /^\s*\d+[.)]\s+/)),
      ),
    "many",
  ],
  [/^\|.*\|\s*$/, tableRows, "many"],
  [
    /^(?!```|#{1,6}\s|>|\s*[-*+]\s|\s*\d{1,3}[.)]\s|\|.*\|\s*$)\s*\S/,
    (rows) => h("p", null, broken(rows)),
    "many",
  ],
];

const item = (row, mark) => h("li", null, spans(row.replace(mark, "")));
const broken = (rows) => rows.flatMap((row, at) => (at ? [h("br"), ...spans(row)] : spans(row)));

function tableRows(rows) {
  const cells = rows
    .filter((row) => !/^\|[\s:|-]+\|\s*$/.test(row))
    .map((row) => row.trim().slice(1, -1).split("|"));
  return h(
    "div",
    { class: "table-frame" },
    h(
      "table",
      null,
      cells.map((row, at) =>
        h(
          "tr",
          null,
          row.map((cell) => h(at ? "td" : "th", null, spans(cell.trim()))),
        ),
      ),
    ),
  );
}

function spans(text) {
  const nodes = [];
  let rest = text;
  for (let match = INLINE.exec(rest); match; match = INLINE.exec(rest)) {
    if (match.index) nodes.push(withEmoji(rest.slice(0, match.index)));
    nodes.push(span(match));
    rest = rest.slice(match.index + match[0].length);
  }
  if (rest) nodes.push(withEmoji(rest));
  return nodes;
}

function span([, code, bold, bold2, italic, struck, label, address]) {
  if (code) return h("code", null, code.slice(1, -1));
  if (bold ?? bold2) return h("strong", null, spans(bold ?? bold2));
  if (italic) return h("em", null, spans(italic));
  if (struck) return h("s", null, spans(struck));
  return link(address, label);
}
