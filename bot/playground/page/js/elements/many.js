// Selects that take several choices: chips, and a list with a filter.

import { h } from "../dom.js";
import { valueOf } from "../fields.js";
import { icon } from "../icons.js";
import { change } from "../interact.js";
import { openPicker } from "../picker.js";
import { plainText } from "../mrkdwn.js";
import { fieldProps } from "./field.js";
import { offered } from "./options.js";

export function many(element, blockId, ctx) {
  const picked = valueOf(ctx, blockId, element) ?? [];
  const groups = offered(element);
  const all = groups.flatMap((group) => group.options);
  const placeholder = plainText(element.placeholder?.text) || "Choose…";
  const limit = element.max_selected_items ?? Infinity;
  const set = (values) => change(ctx, blockId, element, values);
  const open = (event) =>
    openPicker(event.currentTarget, {
      groups,
      picked,
      limit,
      label: placeholder,
      onPick: set,
    });
  const labelOf = (value) => all.find((option) => option.value === value)?.label ?? value;
  const props = fieldProps(element, ctx, placeholder);
  return h(
    "div",
    { class: "many" },
    picked.map((value) => chip(labelOf(value), () => set(picked.filter((one) => one !== value)))),
    h(
      "button",
      {
        ...props,
        type: "button",
        class: "many-open",
        "aria-haspopup": "listbox",
        "aria-expanded": "false",
        "aria-required": null,
        on: { click: open },
      },
      h("span", null, picked.length ? "Add" : placeholder),
      icon("down"),
    ),
  );
}

function chip(label, drop) {
  return h(
    "span",
    { class: "chip", key: `chip ${label}` },
    label,
    h(
      "button",
      { type: "button", class: "plain", "aria-label": `Remove ${label}`, on: { click: drop } },
      icon("close"),
    ),
  );
}
