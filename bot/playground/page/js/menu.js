// Small menus that open beside a button: arrow keys, typing a first letter, Esc.

import { h } from "./dom.js";

let closeOpen = () => {};

/** Items: {label, detail?, danger?, picked?, divider?, choose}. Focus returns to the anchor. */
export function openMenu(anchor, items, label) {
  closeOpen();
  const rows = items.filter(Boolean).map((item) => row(item, () => close(true)));
  const menu = h(
    "div",
    { class: "menu", role: "menu", "aria-label": label, popover: "manual" },
    rows,
  );
  const close = (refocus) => {
    if (!menu.isConnected) return;
    removeEventListener("pointerdown", outside, true);
    removeEventListener("resize", leave);
    setExpanded(anchor, false);
    menu.remove();
    closeOpen = () => {};
    if (refocus) anchor.focus();
  };
  const leave = () => close(false);
  const outside = (event) => {
    if (!menu.contains(event.target) && !anchor.contains(event.target)) leave();
  };
  menu.addEventListener("keydown", (event) => onKey(event, menu, close));
  (anchor.closest("dialog") ?? document.body).append(menu);
  menu.showPopover();
  placeBeside(menu, anchor);
  setExpanded(anchor, true);
  addEventListener("pointerdown", outside, true);
  addEventListener("resize", leave);
  closeOpen = leave;
  (choices(menu).find((one) => one.dataset.picked) ?? choices(menu)[0])?.focus();
}

/** A press on the same button closes its menu again. */
export function toggleMenu(anchor, items, label) {
  if (anchor.getAttribute("aria-expanded") === "true") closeOpen();
  else openMenu(anchor, items, label);
}

function row(item, close) {
  if (item.divider) return h("div", { class: "menu-title", role: "presentation" }, item.divider);
  const choose = () => {
    close();
    item.choose();
  };
  return h(
    "button",
    {
      type: "button",
      role: item.picked === undefined ? "menuitem" : "menuitemradio",
      tabindex: "-1",
      "aria-checked": item.picked === undefined ? null : String(item.picked),
      "data-picked": item.picked || null,
      class: item.danger ? "menu-row danger" : "menu-row",
      on: { click: choose },
    },
    item.lead,
    h(
      "span",
      { class: "menu-words" },
      h("span", null, item.label),
      item.detail ? h("small", null, item.detail) : null,
    ),
  );
}

const choices = (menu) => [...menu.querySelectorAll("button")];

function onKey(event, menu, close) {
  const all = choices(menu);
  const at = all.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to !== undefined) all[(to + all.length) % all.length]?.focus();
  else if (event.key === "Escape") close(true);
  else if (event.key === "Tab") return close(true);
  else if (event.key.length === 1 && event.key !== " ") focusLetter(all, at, event.key);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function focusLetter(all, at, letter) {
  const turned = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  turned.find((one) => one.textContent.toLowerCase().startsWith(letter.toLowerCase()))?.focus();
}

/** Says on the button that its menu is open; drawing the page anew does not undo it. */
export function setExpanded(anchor, isOpen) {
  anchor.pageHolds = isOpen ? ["aria-expanded"] : null;
  anchor.setAttribute("aria-expanded", String(isOpen));
}

export function placeBeside(box, anchor) {
  const from = anchor.getBoundingClientRect();
  const size = box.getBoundingClientRect();
  const left = Math.max(8, Math.min(from.left, innerWidth - size.width - 8));
  const below = from.bottom + 6;
  const above = from.top - size.height - 6;
  const top = below + size.height < innerHeight - 8 || above < 8 ? below : above;
  box.style.setProperty("left", `${left}px`);
  box.style.setProperty("top", `${Math.max(8, Math.min(top, innerHeight - size.height - 8))}px`);
}
