// Editing one's own message in its place: Enter saves, Esc leaves it as it was.

import { act } from "./api.js";
import { h } from "./dom.js";
import { fromSlack, toSlack } from "./outgoing.js";
import { update } from "./store.js";

export function editor(one, at) {
  const field = h("textarea", {
    class: "text",
    rows: "3",
    "aria-label": "Edit message",
    value: fromSlack(one.text),
    on: { keydown: onKey },
  });
  const leave = () => update({ editing: null });
  const current = () => document.querySelector(".editor textarea") ?? field;
  async function save() {
    const words = current().value.trim();
    if (!words) return;
    const answer = await act("edit", { channel: at, ts: one.ts, text: toSlack(words) });
    if (answer.ok) leave();
  }
  function onKey(event) {
    if (event.key === "Escape") leave();
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  queueMicrotask(() => setTimeout(() => current().focus()));
  return h(
    "div",
    { class: "editor" },
    field,
    h(
      "div",
      { class: "editor-foot" },
      h("button", { type: "button", class: "button", on: { click: leave } }, "Cancel"),
      h("button", { type: "button", class: "button primary", on: { click: save } }, "Save"),
    ),
  );
}
