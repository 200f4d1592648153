// Short sentences at the foot of the page about what went wrong or was done.

import { h } from "./dom.js";

const STAYS_MS = 7000;

export function toast(sentence) {
  const holder = document.getElementById("toasts");
  const close = h("button", { type: "button", class: "plain", "aria-label": "Dismiss" }, "✕");
  const note = h("div", { class: "toast" }, h("span", null, sentence), close);
  const leave = () => {
    note.remove();
    if (!holder.childElementCount && holder.matches(":popover-open")) holder.hidePopover();
  };
  close.addEventListener("click", leave);
  holder.append(note);
  // Shown again each time, so that it lies above a dialog opened since.
  if (holder.matches(":popover-open")) holder.hidePopover();
  holder.showPopover();
  setTimeout(leave, STAYS_MS);
}
