// Fields to type in: text of one or many lines, numbers, addresses, days and times.

import { h } from "../dom.js";
import { valueOf } from "../fields.js";
import { change } from "../interact.js";
import { plainText } from "../mrkdwn.js";
import { fromField, toField } from "../time.js";
import { fieldProps } from "./field.js";

const KINDS = {
  plain_text_input: "text",
  number_input: "number",
  email_text_input: "email",
  url_text_input: "url",
};
const MODES = { number_input: "decimal", email_text_input: "email", url_text_input: "url" };

export function textField(element, blockId, ctx) {
  const value = valueOf(ctx, blockId, element) ?? "";
  const told = (event, isTyping) =>
    change(ctx, blockId, element, event.target.value || null, { isTyping });
  const props = {
    ...fieldProps(element, ctx, "Text"),
    class: "text",
    value: String(value),
    placeholder: plainText(element.placeholder?.text) || null,
    maxlength: element.max_length ?? null,
    on: {
      input: (event) => told(event, true),
      keydown: (event) => onEnter(event, element, ctx, told),
    },
  };
  if (element.multiline) return h("textarea", { ...props, rows: "4" });
  // Numbers as text fields: the app, not the browser, says what is wrong with them.
  const type = element.type === "number_input" ? "text" : KINDS[element.type];
  return h("input", {
    ...props,
    type,
    inputmode: MODES[element.type] ?? null,
    autocomplete: "off",
  });
}

// Enter in a one-line field tells the app where the field asked for it.
function onEnter(event, element, ctx, told) {
  if (event.key !== "Enter" || !ctx.dispatches || element.multiline || event.isComposing) return;
  event.preventDefault();
  told(event, false);
}

const PICKERS = { datepicker: "date", timepicker: "time", datetimepicker: "datetime-local" };

export function picker(element, blockId, ctx) {
  const raw = valueOf(ctx, blockId, element);
  const isInstant = element.type === "datetimepicker";
  const value = isInstant && raw ? toField(raw) : (raw ?? "");
  const pick = (event) => {
    const words = event.target.value || null;
    change(ctx, blockId, element, isInstant && words ? fromField(words) : words);
  };
  const name = { datepicker: "Date", timepicker: "Time", datetimepicker: "Date and time" }[
    element.type
  ];
  return h("input", {
    ...fieldProps(element, ctx, name),
    type: PICKERS[element.type],
    class: "text pick",
    value,
    on: { change: pick },
  });
}
