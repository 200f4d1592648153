// Blocks that hold elements to press or fill in: actions and input, with label, hint and error.

import { h } from "../dom.js";
import { showElement } from "../elements/index.js";
import { withEmoji } from "../mrkdwn.js";

export function actions(block, ctx) {
  return h(
    "div",
    { class: "block actions" },
    (block.elements ?? []).map((element) => showElement(element, block.block_id, ctx)),
  );
}

// Several controls under one label are a group; a single one is labelled itself.
const GROUPS = ["checkboxes", "radio_buttons"];

export function input(block, ctx) {
  const error = ctx.errors?.[block.block_id];
  const ids = fieldIds(ctx, block.block_id);
  const isGroup = GROUPS.includes(block.element?.type);
  const described = [block.hint && ids.hint, error && ids.error].filter(Boolean).join(" ") || null;
  const inner = {
    ...ctx,
    isInput: true,
    dispatches: block.dispatch_action,
    field: { id: ids.field, described, isWrong: Boolean(error), isNeeded: !block.optional },
  };
  const label = [
    withEmoji(block.label?.text),
    block.optional ? h("span", { class: "optional" }, " (optional)") : null,
  ];
  return h(
    isGroup ? "fieldset" : "div",
    {
      class: error ? "block input wrong" : "block input",
      "aria-describedby": isGroup ? described : null,
      "data-block": block.block_id,
    },
    isGroup
      ? h("legend", null, label)
      : h("label", { for: ids.field, id: `${ids.field}-label` }, label),
    showElement(block.element, block.block_id, inner),
    error ? h("p", { class: "field-error", id: ids.error, role: "alert" }, error) : null,
    block.hint ? h("p", { class: "hint", id: ids.hint }, withEmoji(block.hint.text)) : null,
  );
}

function fieldIds(ctx, blockId) {
  const stem = `field-${ctx.id}-${blockId}`.replace(/[^\w-]/g, "_");
  return { field: stem, hint: `${stem}-hint`, error: `${stem}-error` };
}
