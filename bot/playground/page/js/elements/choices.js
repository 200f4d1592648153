// Checkboxes and radio buttons.

import { h } from "../dom.js";
import { valueOf } from "../fields.js";
import { change } from "../interact.js";
import { words } from "../blocks/words.js";

export function checkboxes(element, blockId, ctx) {
  const picked = valueOf(ctx, blockId, element) ?? [];
  const toggle = (value) => (event) =>
    change(
      ctx,
      blockId,
      element,
      event.target.checked
        ? [...new Set([...picked, value])]
        : picked.filter((one) => one !== value),
    );
  return group(element, ctx, (option) => ({
    type: "checkbox",
    checked: picked.includes(option.value),
    on: { change: toggle(option.value) },
  }));
}

export function radios(element, blockId, ctx) {
  const picked = valueOf(ctx, blockId, element);
  const name = `${ctx.id} ${blockId} ${element.action_id}`;
  return group(element, ctx, (option) => ({
    type: "radio",
    name,
    checked: picked === option.value,
    on: { change: () => change(ctx, blockId, element, option.value) },
  }));
}

function group(element, ctx, props) {
  return h(
    "div",
    {
      class: "choices",
      role: ctx.field ? null : "group",
      "data-action": element.action_id,
    },
    (element.options ?? []).map((option) =>
      h(
        "label",
        { class: "choice", key: option.value },
        h("input", props(option)),
        h(
          "span",
          null,
          words(option.text),
          option.description ? h("small", null, words(option.description)) : null,
        ),
      ),
    ),
  );
}
