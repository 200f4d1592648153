// The page's own small dialogs: "are you sure" and a few fields.

import { h } from "./dom.js";

/** Asks before a press counts; resolves to true or false. `words` are nodes or text. */
export function confirmPress({ title, words, yes = "Yes", no = "Cancel", danger = false }) {
  return openDialog(title, (close) => [
    h("div", { class: "dialog-body" }, words),
    h(
      "div",
      { class: "dialog-foot" },
      h("button", { type: "button", class: "button", on: { click: () => close(false) } }, no),
      h(
        "button",
        {
          type: "button",
          class: danger ? "button danger" : "button primary",
          autofocus: true,
          on: { click: () => close(true) },
        },
        yes,
      ),
    ),
  ]).then(Boolean);
}

/** A dialog whose content `build(close)` makes; resolves to what was handed to close. */
export function openDialog(title, build) {
  return new Promise((resolve) => {
    const before = document.activeElement;
    const dialog = h("dialog", { class: "dialog", "aria-label": title });
    const close = (result) => {
      dialog.close();
      dialog.remove();
      before?.focus?.();
      resolve(result);
    };
    dialog.addEventListener("cancel", (event) => {
      event.preventDefault();
      close(undefined);
    });
    dialog.append(h("h2", null, title), ...build(close).flat());
    document.body.append(dialog);
    dialog.showModal();
  });
}
