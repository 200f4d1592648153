// Where people write: Enter sends, Shift+Enter starts a new line, / @ # bring completions.

import { act } from "./api.js";
import { attachButton } from "./attach.js";
import { closeCompletion, completionKey, updateCompletion } from "./completion.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { toggleMenu } from "./menu.js";
import { toSlack } from "./outgoing.js";
import { store, update } from "./store.js";

const drafts = new Map();

export function composer({ id, at, thread, label }) {
  const key = `${store.place.team} ${store.place.as} ${at} ${thread ?? ""}`;
  const field = () => document.getElementById(id);
  const submit = () => send(field(), key, at, thread);
  const isEmpty = !(drafts.get(key) ?? "").trim();
  return h(
    "form",
    {
      class: "composer",
      key: `composer ${key}`,
      on: { submit: (event) => (event.preventDefault(), submit()) },
    },
    h("div", {
      class: "completion",
      id: `${id}-completion`,
      role: "listbox",
      "aria-label": "Suggestions",
      hidden: true,
      sig: "drawn by completion.js",
    }),
    h(
      "div",
      { class: "composer-row" },
      h(
        "button",
        {
          type: "button",
          class: "plain",
          "aria-label": "Commands and shortcuts",
          "aria-haspopup": "menu",
          "aria-expanded": "false",
          on: {
            click: (event) =>
              toggleMenu(event.currentTarget, starters(id), "Commands and shortcuts"),
          },
        },
        icon("plus"),
      ),
      attachButton(at),
      h("textarea", {
        id,
        rows: "1",
        placeholder: label,
        "aria-label": label,
        value: drafts.get(key) ?? "",
        role: "combobox",
        "aria-autocomplete": "list",
        "aria-expanded": "false",
        "aria-controls": `${id}-completion`,
        on: {
          input: (event) => onInput(event.target, key),
          blur: (event) => closeCompletion(event.target),
          keydown: (event) => onKey(event, submit),
          click: (event) => updateCompletion(event.target),
        },
      }),
      h(
        "button",
        {
          type: "submit",
          class: isEmpty ? "send" : "send ready",
          "aria-label": "Send",
          title: "Send (Enter)",
        },
        icon("send"),
      ),
    ),
  );
}

function onInput(field, key) {
  const wasEmpty = !(drafts.get(key) ?? "").trim();
  drafts.set(key, field.value);
  grow(field);
  updateCompletion(field);
  if (wasEmpty === Boolean(field.value.trim())) update();
}

function grow(field) {
  field.style.setProperty("height", "auto");
  field.style.setProperty("height", `${Math.min(field.scrollHeight, 220)}px`);
}

function onKey(event, submit) {
  if (event.isComposing || completionKey(event)) return;
  if (event.key !== "Enter" || event.shiftKey) return;
  event.preventDefault();
  submit();
}

// Cleared at once; a refusal brings the words back.
async function send(field, key, at, thread) {
  const typed = field.value.trim();
  if (!typed) return;
  setWords(field, key, "");
  closeCompletion(field);
  store.toEnd = true;
  const facts = { channel: at, text: toSlack(typed), ...(thread ? { thread_ts: thread } : {}) };
  const answer = await act(typed.startsWith("/") ? "command" : "post", facts);
  if (!answer.ok && !drafts.get(key))
    setWords(document.getElementById(field.id) ?? field, key, typed);
}

function setWords(field, key, words) {
  drafts.set(key, words);
  field.value = words;
  grow(field);
  update();
}

function starters(id) {
  const global = (store.state.shortcuts ?? []).filter((item) => item.type === "global");
  return [
    global.length ? { divider: "Shortcuts" } : null,
    ...global.map((item) => ({
      label: item.name,
      choose: () => act("shortcut", { callback_id: item.callback_id }),
    })),
    store.state.commands.length ? { divider: "Commands" } : null,
    ...store.state.commands.map((item) => ({
      label: `${item.command} ${item.usage_hint ?? ""}`,
      detail: item.description,
      choose: () => write(id, `${item.command} `),
    })),
  ];
}

function write(id, words) {
  const field = document.getElementById(id);
  field.value = words;
  field.dispatchEvent(new Event("input"));
  field.focus();
}
