// Suggestions while writing: commands after /, people after @, channels after #.

import { h } from "./dom.js";
import { avatar, roleLine } from "./people.js";
import { store } from "./store.js";

const MOST = 8;
const open = new WeakMap(); // field → {options, at, from}

/** Looks at what stands before the cursor and shows what fits. */
export function updateCompletion(field) {
  const before = field.value.slice(0, field.selectionStart);
  const found = commandsFor(before) ?? namesFor(before);
  if (!found?.options.length) return closeCompletion(field);
  open.set(field, { ...found, at: 0 });
  draw(field);
}

export function closeCompletion(field) {
  open.delete(field);
  draw(field);
}

/** True where the key was for the list of suggestions. */
export function completionKey(event) {
  const field = event.target;
  const shown = open.get(field);
  if (!shown) return false;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) shown.at = (shown.at + step + shown.options.length) % shown.options.length;
  else if (event.key === "Escape") open.delete(field);
  else if (event.key === "Tab" || event.key === "Enter") {
    if (shown.options[shown.at].isComplete) return false;
    pick(field, shown.options[shown.at]);
  } else return false;
  event.preventDefault();
  event.stopPropagation();
  draw(field);
  return true;
}

function commandsFor(before) {
  if (!before.startsWith("/")) return null;
  const word = before.split(/\s/)[0].toLowerCase();
  const hasArgument = /\s/.test(before);
  const options = store.state.commands
    .filter((one) => (hasArgument ? one.command === word : one.command.startsWith(word)))
    .map((one) => ({
      text: `${one.command} `,
      label: one.command,
      hint: one.usage_hint,
      detail: one.description,
      isComplete: one.command === word,
    }));
  return { options: options.slice(0, MOST), from: 0 };
}

function namesFor(before) {
  const match = /(?:^|[\s(])([@#])([\p{L}\p{N}_-]{0,30})$/u.exec(before);
  if (!match) return null;
  const [, sign, part] = match;
  const from = before.length - part.length - 1;
  const fits = (words) =>
    (words ?? "")
      .toLowerCase()
      .split(/[\s_-]/)
      .some((one) => one.startsWith(part.toLowerCase())) ||
    (words ?? "").toLowerCase().startsWith(part.toLowerCase());
  const options =
    sign === "@"
      ? store.state.users
          .filter((user) => fits(user.real_name) || fits(user.name))
          .map((user) => ({
            text: `@${user.real_name || user.name} `,
            label: user.real_name || user.name,
            detail: user.is_bot ? "App" : roleLine(user),
            lead: () => avatar(user.id),
          }))
      : store.state.channels
          .filter((one) => fits(one.name))
          .map((one) => ({
            text: `#${one.name} `,
            label: `#${one.name}`,
            detail: one.topic,
          }));
  return { options: options.slice(0, MOST), from };
}

function pick(field, option) {
  const { from } = open.get(field);
  const end = field.selectionStart;
  open.delete(field);
  field.setRangeText(option.text, from, end, "end");
  field.dispatchEvent(new Event("input"));
  field.focus();
}

function draw(field) {
  const box = document.getElementById(`${field.id}-completion`);
  const shown = open.get(field);
  field.pageHolds = ["aria-expanded", "aria-activedescendant"];
  field.setAttribute("aria-expanded", String(Boolean(shown)));
  if (!box) return;
  box.hidden = !shown;
  if (!shown) {
    field.removeAttribute("aria-activedescendant");
    box.replaceChildren();
    return;
  }
  box.replaceChildren(
    ...shown.options.map((option, at) => row(field, option, at, at === shown.at)),
  );
  field.setAttribute("aria-activedescendant", `${field.id}-option-${shown.at}`);
  box.children[shown.at].scrollIntoView({ block: "nearest" });
}

function row(field, option, at, isCurrent) {
  const choose = (event) => {
    event.preventDefault(); // keeps the focus in the field
    pick(field, option);
  };
  return h(
    "div",
    {
      id: `${field.id}-option-${at}`,
      role: "option",
      class: isCurrent ? "suggestion current" : "suggestion",
      "aria-selected": String(isCurrent),
      on: { pointerdown: choose },
    },
    option.lead?.(),
    h("strong", null, option.label),
    option.hint ? h("span", { class: "usage" }, option.hint) : null,
    option.detail ? h("span", { class: "quiet" }, option.detail) : null,
  );
}
