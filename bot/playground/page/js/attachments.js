// The older way in which apps post: a coloured line, a title, fields, buttons.

import { showBlocks } from "./blocks/index.js";
import { picture } from "./blocks/media.js";
import { h } from "./dom.js";
import { mrkdwn, plainText } from "./mrkdwn.js";
import { link } from "./tokens.js";
import { clockTime, shortDay } from "./time.js";

const COLORS = { good: "#2f7d6b", warning: "#c9822b", danger: "#b4483c" };

export function attachments(all, ctx) {
  return (all ?? []).map((one) => [
    one.pretext ? h("div", { class: "words" }, mrkdwn(one.pretext)) : null,
    h(
      "div",
      { class: "attachment", vars: { "--line": color(one.color) } },
      one.blocks ? showBlocks(one.blocks, ctx) : classic(one),
    ),
  ]);
}

const color = (value) =>
  COLORS[value] ??
  (/^#?[0-9a-f]{6}$/i.test(value ?? "") ? `#${value.replace("#", "")}` : "var(--line-soft)");

function classic(one) {
  const isBare = !one.title && !one.text && !one.fields?.length && !one.author_name;
  return [
    one.author_name ? h("p", { class: "quiet" }, plainText(one.author_name)) : null,
    one.title
      ? h(
          "p",
          { class: "attachment-title" },
          one.title_link ? link(one.title_link, plainText(one.title)) : mrkdwn(one.title),
        )
      : null,
    one.text ? h("div", { class: "words" }, mrkdwn(one.text)) : null,
    isBare && one.fallback ? h("div", { class: "words" }, plainText(one.fallback)) : null,
    one.fields?.length
      ? h(
          "div",
          { class: "fields" },
          one.fields.map((field) =>
            h(
              "div",
              { class: field.short ? "words" : "words wide" },
              h("strong", null, plainText(field.title)),
              h("br"),
              mrkdwn(field.value),
            ),
          ),
        )
      : null,
    one.image_url ? picture({ image_url: one.image_url, alt_text: one.fallback }, "large") : null,
    one.footer || one.ts
      ? h(
          "p",
          { class: "quiet" },
          [
            plainText(one.footer),
            one.ts && `${shortDay(Number(one.ts))}, ${clockTime(Number(one.ts))}`,
          ]
            .filter(Boolean)
            .join(" · "),
        )
      : null,
  ];
}
