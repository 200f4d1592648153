// Blocks that are mostly words: section, header, context, divider, markdown.

import { h } from "../dom.js";
import { showElement } from "../elements/index.js";
import { markdown } from "../markdown.js";
import { mrkdwn, withEmoji } from "../mrkdwn.js";
import { picture } from "./media.js";

/** A Slack text object. */
export function words(text) {
  if (!text) return null;
  return text.type === "mrkdwn"
    ? mrkdwn(text.text)
    : h("span", { class: "line" }, withEmoji(text.text));
}

export function section(block, ctx) {
  return h(
    "div",
    { class: "block section" },
    h(
      "div",
      { class: "section-words" },
      block.text ? h("div", { class: "words" }, words(block.text)) : null,
      block.fields
        ? h(
            "div",
            { class: "fields" },
            block.fields.map((field) => h("div", { class: "words" }, words(field))),
          )
        : null,
    ),
    block.accessory
      ? h(
          "div",
          { class: "accessory" },
          block.accessory.type === "image"
            ? picture(block.accessory, "thumb")
            : showElement(block.accessory, block.block_id, ctx),
        )
      : null,
  );
}

export function header(block) {
  return h("h3", { class: "block header" }, withEmoji(block.text?.text));
}

export function context(block) {
  return h(
    "div",
    { class: "block context" },
    (block.elements ?? []).map((element) =>
      element.type === "image"
        ? picture(element, "tiny")
        : h("div", { class: "words" }, words(element)),
    ),
  );
}

export function divider() {
  return h("hr", { class: "block" });
}

export function markdownBlock(block) {
  return h("div", { class: "block words md" }, markdown(block.text));
}
