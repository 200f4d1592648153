// The list of interactive elements and what shows each.

import { h } from "../dom.js";
import { button, feedback, iconButton, overflow } from "./buttons.js";
import { checkboxes, radios } from "./choices.js";
import { many } from "./many.js";
import { one } from "./one.js";
import { picker, textField } from "./typed.js";

const SHOWN_BY = {
  button,
  workflow_button: button,
  icon_button: iconButton,
  feedback_buttons: feedback,
  overflow,
  static_select: one,
  users_select: one,
  conversations_select: one,
  channels_select: one,
  external_select: one,
  multi_static_select: many,
  multi_users_select: many,
  multi_conversations_select: many,
  multi_channels_select: many,
  multi_external_select: many,
  checkboxes,
  radio_buttons: radios,
  plain_text_input: textField,
  number_input: textField,
  email_text_input: textField,
  url_text_input: textField,
  datepicker: picker,
  timepicker: picker,
  datetimepicker: picker,
};

export function showElement(element, blockId, ctx) {
  const build = SHOWN_BY[element?.type];
  if (!build) return h("span", { class: "unknown" }, `This page does not know “${element?.type}”.`);
  const node = build(element, blockId, ctx);
  node.pageKey = element.action_id;
  return node;
}
