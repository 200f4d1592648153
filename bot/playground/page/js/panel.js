// The right side: what Alongside noticed, decided and why, and what to try next.

import { moveClock } from "./clock.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { mrkdwn } from "./mrkdwn.js";
import { store, update } from "./store.js";
import { clockTime, namedDay, shortDay } from "./time.js";

export function panel() {
  const facts = store.panel;
  return h(
    "aside",
    { class: "panel", key: "panel", "aria-label": "What Alongside noticed" },
    h(
      "div",
      { class: "panel-head" },
      h("h2", null, "What Alongside noticed"),
      h(
        "button",
        {
          type: "button",
          class: "plain only-narrow",
          "aria-label": "Close panel",
          on: { click: () => update({ drawer: null }) },
        },
        icon("close"),
      ),
    ),
    h(
      "div",
      { class: "panel-body" },
      tour(facts?.tour),
      facts?.trouble ? h("p", { class: "trouble" }, facts.trouble) : null,
      (facts?.sections ?? []).map(section),
      facts && !facts.sections?.length && !facts.trouble
        ? h("p", { class: "empty" }, "Nothing yet. Post something about a client.")
        : null,
    ),
    facts?.health ? h("p", { class: "health" }, h("span", { class: "pulse" }), facts.health) : null,
  );
}

function tour(steps) {
  if (!steps?.length) return null;
  const done = steps.filter((step) => step.done).length;
  const next = steps.findIndex((step) => !step.done);
  return h(
    "details",
    { class: "tour", key: "tour", open: true },
    h(
      "summary",
      null,
      h("span", null, "A short tour"),
      h("span", { class: "quiet" }, `${done} of ${steps.length}`),
      icon("down"),
    ),
    h(
      "ol",
      null,
      steps.map((step, at) =>
        h(
          "li",
          { class: step.done ? "done" : at === next ? "next" : null, hidden: isFar(at, next) },
          h(
            "span",
            { class: "step-mark", "aria-hidden": "true" },
            step.done ? icon("check") : String(at + 1),
          ),
          h(
            "span",
            null,
            mrkdwn(step.text),
            step.done ? h("span", { class: "unseen" }, " (done)") : null,
          ),
        ),
      ),
    ),
  );
}

// The step that was done last, the next one and the one after are enough to see at a time.
const isFar = (at, next) => next >= 0 && (at < next - 1 || at > next + 1);

function section(one) {
  return h(
    "section",
    { class: "noticed", key: one.title },
    h("h3", null, one.title),
    h("ul", null, (one.lines ?? []).map(line)),
  );
}

function line(one) {
  return h(
    "li",
    null,
    one.at ? h("time", { class: "quiet" }, `${day(one.at)} ${clockTime(one.at)}`) : null,
    h("div", { class: "words" }, mrkdwn(one.text)),
    one.detail ? h("div", { class: "words detail" }, mrkdwn(one.detail)) : null,
    one.move_to || one.ts
      ? h(
          "div",
          { class: "line-acts" },
          one.move_to ? moveButton(one.move_to) : null,
          one.ts
            ? h(
                "button",
                {
                  type: "button",
                  class: "move",
                  on: { click: () => update({ showTs: one.ts, drawer: null }) },
                },
                "Show post",
              )
            : null,
        )
      : null,
  );
}

const day = (seconds) => (namedDay(seconds) === "Today" ? "" : shortDay(seconds));

function moveButton(to) {
  const label = `${shortDay(to)}, ${clockTime(to)}`;
  const isMoving = store.state.clock.walking || store.movingTo;
  return h(
    "button",
    {
      type: "button",
      class: "move",
      "aria-disabled": isMoving ? "true" : null,
      on: { click: isMoving ? () => {} : () => moveClock({ to }, label) },
    },
    icon("clock"),
    `Go to ${label}`,
  );
}
