// Selects that take one choice: options, a person, a conversation.

import { h } from "../dom.js";
import { valueOf } from "../fields.js";
import { change } from "../interact.js";
import { plainText } from "../mrkdwn.js";
import { fieldProps } from "./field.js";
import { offered } from "./options.js";

export function one(element, blockId, ctx) {
  const value = valueOf(ctx, blockId, element) ?? "";
  const placeholder = plainText(element.placeholder?.text) || "Choose…";
  const pick = (event) => change(ctx, blockId, element, event.target.value || null);
  return h(
    "select",
    {
      ...fieldProps(element, ctx, placeholder),
      class: "select",
      value,
      on: { change: pick },
    },
    h("option", { value: "", hidden: !ctx.field || ctx.field.isNeeded }, placeholder),
    offered(element).map((group) =>
      group.name
        ? h("optgroup", { label: group.name }, group.options.map(choice(value)))
        : group.options.map(choice(value)),
    ),
  );
}

// The selected mark is set on the option too: a select's value cannot precede its options.
const choice = (picked) => (option) =>
  h("option", { value: option.value, selected: option.value === picked }, option.label);
