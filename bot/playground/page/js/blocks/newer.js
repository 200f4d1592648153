// Blocks that came later to Block Kit: alert, card, container, context_actions.

import { h } from "../dom.js";
import { showElement } from "../elements/index.js";
import { showBlocks } from "./index.js";
import { picture } from "./media.js";
import { words } from "./words.js";

export function alert(block) {
  const level = ["info", "warning", "error", "success"].includes(block.level)
    ? block.level
    : "default";
  return h(
    "div",
    { class: `block alert alert-${level}` },
    h("div", { class: "words" }, words(block.text)),
  );
}

export function card(block, ctx) {
  return h(
    "div",
    { class: "block panel-card" },
    block.hero_image ? picture(block.hero_image, "large") : null,
    block.title ? h("div", { class: "words attachment-title" }, words(block.title)) : null,
    block.subtitle ? h("div", { class: "words quiet" }, words(block.subtitle)) : null,
    block.body ? h("div", { class: "words" }, words(block.body)) : null,
    block.actions
      ? h(
          "div",
          { class: "actions" },
          block.actions.map((element) => showElement(element, block.block_id, ctx)),
        )
      : null,
  );
}

export function container(block, ctx) {
  return h(
    "div",
    { class: "block panel-card" },
    block.title ? h("div", { class: "words attachment-title" }, words(block.title)) : null,
    showBlocks(block.child_blocks ?? block.blocks, ctx),
  );
}

export function contextActions(block, ctx) {
  return h(
    "div",
    { class: "block actions" },
    (block.elements ?? []).map((element) => showElement(element, block.block_id, ctx)),
  );
}
