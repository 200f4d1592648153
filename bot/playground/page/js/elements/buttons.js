// Buttons and the overflow menu.

import { h } from "../dom.js";
import { icon } from "../icons.js";
import { busyKey, press } from "../interact.js";
import { toggleMenu } from "../menu.js";
import { plainText, withEmoji } from "../mrkdwn.js";
import { store } from "../store.js";
import { link } from "../tokens.js";

const STYLES = { primary: " primary", danger: " danger" };

export function button(element, blockId, ctx) {
  const label = withEmoji(element.text?.text);
  const isBusy = store.busy.has(busyKey(ctx, blockId, element.action_id, element.value));
  const go = () => {
    if (element.url) openLink(element.url);
    press(ctx, blockId, element, element.value);
  };
  return h(
    "button",
    {
      type: "button",
      class: `button${STYLES[element.style] ?? ""}`,
      "aria-label": element.accessibility_label ?? null,
      "aria-busy": isBusy ? "true" : null,
      "aria-disabled": isBusy ? "true" : null,
      "data-action": element.action_id,
      on: { click: isBusy ? () => {} : go },
    },
    h("span", null, label),
  );
}

// Through the same check as every link: only http, https and mailto.
function openLink(url) {
  const node = link(url);
  if (node.href) node.click();
}

export function overflow(element, blockId, ctx) {
  const items = (element.options ?? []).map((option) => ({
    label: plainText(option.text?.text),
    detail: plainText(option.description?.text),
    choose: () => {
      if (option.url) openLink(option.url);
      press(ctx, blockId, element, option.value);
    },
  }));
  const isBusy = store.busy.has(busyKey(ctx, blockId, element.action_id, ""));
  return h(
    "button",
    {
      type: "button",
      class: "button more",
      "aria-label": "More choices",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "aria-busy": isBusy ? "true" : null,
      "data-action": element.action_id,
      on: { click: (event) => toggleMenu(event.currentTarget, items, "More choices") },
    },
    icon("more"),
  );
}

export function iconButton(element, blockId, ctx) {
  return h(
    "button",
    {
      type: "button",
      class: "button more",
      title: plainText(element.text?.text),
      "data-action": element.action_id,
      "aria-label": element.accessibility_label ?? plainText(element.text?.text),
      on: { click: () => press(ctx, blockId, element, element.value) },
    },
    h("span", null, plainText(element.text?.text)),
  );
}

/** Two answers to "was this of use": the pressed one is told by its value. */
export function feedback(element, blockId, ctx) {
  const one = (choice) =>
    h(
      "button",
      {
        type: "button",
        class: "button",
        "aria-label": choice.accessibility_label ?? null,
        "data-action": element.action_id,
        on: { click: () => press(ctx, blockId, element, choice.value) },
      },
      h("span", null, plainText(choice.text?.text)),
    );
  return h(
    "span",
    { class: "actions" },
    one(element.positive_button),
    one(element.negative_button),
  );
}
