// The clock bar: what time it is in this workspace, and presses that move it.

import { act } from "./api.js";
import { openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { toggleMenu } from "./menu.js";
import { nowSeconds, store, update } from "./store.js";
import { clockTime, fromField, full, shortDay, toField } from "./time.js";
import { toast } from "./toast.js";

export function clockBar() {
  const { clock } = store.state;
  const now = nowSeconds();
  const isMoving = clock.walking || store.movingTo;
  const menu = (event) => toggleMenu(event.currentTarget, moveItems(), "Move the clock");
  return h(
    "div",
    {
      class: isMoving ? "clock walking" : "clock",
      role: "group",
      "aria-label": "Clock of the workspace",
    },
    h(
      "button",
      {
        type: "button",
        class: "clock-face",
        "aria-haspopup": "menu",
        "aria-expanded": "false",
        "aria-label": `${full(now)}, ${clockTime(now)}. Move the clock`,
        "aria-disabled": isMoving ? "true" : null,
        on: { click: isMoving ? () => {} : menu },
      },
      icon("clock"),
      h("strong", null, clockTime(now)),
      h("span", { class: "clock-day" }, full(now)),
      icon("down"),
    ),
    isMoving ? progress(clock, now) : moveButtons(),
  );
}

function moveButtons() {
  return h(
    "div",
    { class: "clock-moves" },
    (store.state.moves ?? []).map((move) =>
      h(
        "button",
        {
          type: "button",
          class: "move",
          key: move.id,
          on: { click: () => moveClock({ move: move.id }, move.label) },
        },
        move.label,
      ),
    ),
    h("button", { type: "button", class: "move", key: "go to", on: { click: openGoTo } }, "Go to…"),
  );
}

function moveItems() {
  return [
    { divider: "Move the clock" },
    ...(store.state.moves ?? []).map((move) => ({
      label: move.label,
      choose: () => moveClock({ move: move.id }, move.label),
    })),
    { label: "Go to…", choose: openGoTo },
  ];
}

/** Moves to an instant (seconds) or by a named move; the worker walks there step by step. */
export async function moveClock(where, label) {
  update({ movingTo: { label, from: nowSeconds() } });
  await act("move_clock", where);
  update({ movingTo: null });
}

function progress(clock, now) {
  const target = clock.walking ? clock.target : null;
  const words = target
    ? `moving to ${shortDay(target)}, ${clockTime(target)} …`
    : `moving: ${store.movingTo?.label ?? ""} …`;
  walkFrom = clock.walking ? Math.min(walkFrom ?? now, now) : null;
  const share = target && target > walkFrom ? (now - walkFrom) / (target - walkFrom) : null;
  return h(
    "div",
    { class: "clock-progress", role: "status" },
    h("span", null, words),
    h("span", {
      class: share === null ? "bar endless" : "bar",
      vars: { "--share": String(share ?? 0) },
    }),
  );
}

let walkFrom = null;

function openGoTo() {
  const field = h("input", {
    type: "datetime-local",
    class: "text",
    id: "go-to",
    value: toField(nowSeconds()),
  });
  const move = (close) => {
    const to = fromField(field.value);
    if (to === null) return toast("Choose a day and a time.");
    if (to <= nowSeconds()) return toast("The clock only moves forward. Choose a later time.");
    close(true);
    return moveClock({ to }, `${shortDay(to)}, ${clockTime(to)}`);
  };
  return openDialog("Move the clock to", (close) => [
    h(
      "form",
      { on: { submit: (event) => (event.preventDefault(), move(close)) } },
      h(
        "div",
        { class: "dialog-body" },
        h("label", { for: "go-to" }, "Day and time, in the zone of the person you act as"),
        field,
      ),
      h(
        "div",
        { class: "dialog-foot" },
        h("button", { type: "button", class: "button", on: { click: () => close() } }, "Cancel"),
        h("button", { type: "submit", class: "button primary" }, "Move"),
      ),
    ),
  ]);
}
