// The app's modal: fields with labels and errors, submit and close, one above the other.

import { act } from "./api.js";
import { showBlocks } from "./blocks/index.js";
import { wrongFields } from "./checks.js";
import { h } from "./dom.js";
import { forget, valueOf } from "./fields.js";
import { icon } from "./icons.js";
import { settleTyping } from "./interact.js";
import { plainText } from "./mrkdwn.js";
import { fill } from "./morph.js";
import { store, update } from "./store.js";

let dialog = null;
let shown = null; // id of the view on top
let returnTo = null;
let own = { id: null, errors: {}, trouble: null, isSending: false };
const seen = new Set();

/** Brings the dialog into agreement with the server's topmost view. */
export function drawModal() {
  const view = store.state?.view ?? null;
  if (!view) return leave();
  if (own.id !== view.id) own = { id: view.id, errors: {}, trouble: null, isSending: false };
  if (!dialog) open();
  seen.add(view.id);
  const isNew = shown !== view.id;
  shown = view.id;
  const errors = { ...own.errors, ...view.errors };
  fill(dialog.firstChild, [form(view, errors)]);
  if (isNew) focusFirst();
  focusWrong(errors);
}

function open() {
  returnTo = document.activeElement;
  dialog = h(
    "dialog",
    { class: "modal", "aria-labelledby": "modal-title" },
    h("div", { class: "modal-frame" }),
  ); // menus stand beside this frame, inside the dialog
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    closeView();
  });
  document.body.append(dialog);
  dialog.showModal();
}

function leave() {
  if (!dialog) return;
  dialog.close();
  dialog.remove();
  dialog = null;
  shown = null;
  for (const id of seen) forget(id);
  seen.clear();
  if (returnTo?.isConnected) returnTo.focus();
}

function context(view, errors = {}) {
  return {
    id: view.id,
    container: { type: "view", view_id: view.id },
    values: view.state?.values,
    errors,
  };
}

function form(view, errors) {
  const isBelow = Boolean(view.previous_view_id);
  const close = plainText(view.close?.text) || (isBelow ? "Back" : "Cancel");
  return h(
    "form",
    {
      key: view.id,
      novalidate: true,
      on: { submit: (event) => (event.preventDefault(), submit(view)) },
    },
    h(
      "div",
      { class: "modal-head" },
      h("h2", { id: "modal-title" }, plainText(view.title?.text)),
      h(
        "button",
        { type: "button", class: "plain", "aria-label": "Close", on: { click: closeView } },
        icon("close"),
      ),
    ),
    h(
      "div",
      { class: "modal-body" },
      own.trouble ? h("p", { class: "trouble", role: "alert" }, icon("alert"), own.trouble) : null,
      showBlocks(view.blocks, context(view, errors)),
    ),
    h(
      "div",
      { class: "modal-foot" },
      h(
        "button",
        { type: "button", class: "button", key: "close", on: { click: closeView } },
        close,
      ),
      view.submit
        ? h(
            "button",
            {
              type: "submit",
              class: "button primary",
              key: "submit",
              "aria-busy": own.isSending ? "true" : null,
            },
            h("span", null, plainText(view.submit.text)),
          )
        : null,
    ),
  );
}

async function submit(view) {
  if (own.isSending) return;
  const ctx = context(view);
  const errors = wrongFields(view.blocks, (block) => valueOf(ctx, block.block_id, block.element));
  own = { ...own, errors, trouble: null, isSending: !Object.keys(errors).length, focused: null };
  update();
  if (!own.isSending) return;
  await settleTyping();
  const answer = await act(
    "submit",
    { view_id: view.id, values: values(view, ctx) },
    { quiet: true },
  );
  own = { ...own, isSending: false, trouble: answer.ok ? null : answer.error };
  update();
}

function values(view, ctx) {
  const all = {};
  for (const block of view.blocks ?? []) {
    if (block.type !== "input") continue;
    all[block.block_id] = {
      [block.element.action_id]: valueOf(ctx, block.block_id, block.element),
    };
  }
  return all;
}

function closeView() {
  if (shown) act("close", { view_id: shown });
}

function focusFirst() {
  const field =
    dialog.querySelector("[data-focus]") ??
    dialog.querySelector(".modal-body :is(input, textarea, select, button)") ??
    dialog.querySelector(".modal-foot .primary, .modal-foot button");
  field?.focus();
}

// Once for each new set of errors, so that typing elsewhere is not disturbed.
function focusWrong(errors) {
  const names = JSON.stringify(errors);
  if (own.focused === names || names === "{}") return;
  own.focused = names;
  dialog.querySelector(".wrong :is(input, textarea, select, button)")?.focus();
}
