// A list with a filter in which several things can be ticked; Esc or a press outside closes it.

import { h } from "./dom.js";
import { placeBeside, setExpanded } from "./menu.js";

export function openPicker(anchor, { groups, picked, limit, label, onPick }) {
  const chosen = new Set(picked);
  const list = h("div", {
    class: "picker-list",
    role: "listbox",
    "aria-multiselectable": "true",
    "aria-label": label,
  });
  const filter = h("input", {
    type: "text",
    class: "text",
    placeholder: "Filter",
    "aria-label": `Filter: ${label}`,
  });
  const box = h("div", { class: "menu picker", popover: "manual" }, filter, list);
  const toggle = (value) => {
    if (chosen.has(value)) chosen.delete(value);
    else if (chosen.size < limit) chosen.add(value);
    draw();
    onPick([...chosen]);
  };
  const draw = () => drawList(list, groups, chosen, filter.value, toggle);
  const close = (refocus) => {
    removeEventListener("pointerdown", outside, true);
    setExpanded(anchor, false);
    box.remove();
    if (refocus) anchor.focus();
  };
  const outside = (event) => {
    if (!box.contains(event.target)) close(false);
  };
  filter.addEventListener("input", draw);
  box.addEventListener("keydown", (event) => onKey(event, box, filter, close));
  draw();
  (anchor.closest("dialog") ?? document.body).append(box);
  box.showPopover();
  placeBeside(box, anchor);
  setExpanded(anchor, true);
  addEventListener("pointerdown", outside, true);
  filter.focus();
}

function drawList(list, groups, chosen, words, toggle) {
  const focused = document.activeElement?.dataset?.value;
  const fits = (option) => option.label.toLowerCase().includes(words.trim().toLowerCase());
  const rows = groups.flatMap((group) => {
    const options = group.options.filter(fits).slice(0, 100);
    const title =
      group.name && options.length ? [h("div", { class: "menu-title" }, group.name)] : [];
    return [...title, ...options.map((option) => row(option, chosen.has(option.value), toggle))];
  });
  list.replaceChildren(...(rows.length ? rows : [h("p", { class: "quiet" }, "Nothing fits.")]));
  [...list.children].find((one) => one.dataset.value === focused)?.focus();
}

function row(option, isChosen, toggle) {
  return h(
    "button",
    {
      type: "button",
      role: "option",
      class: "menu-row",
      tabindex: "-1",
      "aria-selected": String(isChosen),
      "data-value": option.value,
      on: { click: () => toggle(option.value) },
    },
    h("span", { class: isChosen ? "tick ticked" : "tick" }),
    h(
      "span",
      { class: "menu-words" },
      option.label,
      option.detail ? h("small", null, option.detail) : null,
    ),
  );
}

function onKey(event, box, filter, close) {
  const all = [filter, ...box.querySelectorAll("button")];
  const at = all.indexOf(document.activeElement);
  if (event.key === "Escape") close(true);
  else if (event.key === "ArrowDown") all[(at + 1) % all.length].focus();
  else if (event.key === "ArrowUp") all[(at - 1 + all.length) % all.length].focus();
  else if (event.key === "Enter" && at === 0) all[1]?.click();
  else if (event.key === "Tab") return close(true);
  else return;
  event.preventDefault();
  event.stopPropagation();
}
