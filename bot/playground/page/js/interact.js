// Hands presses and typing in blocks to the app, shows them as busy, asks where a confirm says so.

import { act } from "./api.js";
import { confirmPress } from "./dialog.js";
import { h } from "./dom.js";
import { remember } from "./fields.js";
import { mrkdwn, plainText } from "./mrkdwn.js";
import { store, update } from "./store.js";

const TYPING_MS = 250;
// The app may change its message a moment after it answered; till then the press counts as busy.
const LINGER_MS = 800;
const waiting = new Map();

export const busyKey = (ctx, blockId, actionId, value) =>
  [ctx.id, blockId, actionId, value ?? ""].join(" ");

/** A press or a choice that the app hears about at once. */
export async function press(ctx, blockId, element, value, { confirm = element.confirm } = {}) {
  if (confirm && !(await isConfirmed(confirm))) return update();
  await settleTyping();
  const key = busyKey(ctx, blockId, element.action_id, element.type === "button" ? value : "");
  store.busy.add(key);
  update();
  const answer = await act("press", {
    container: ctx.container,
    block_id: blockId,
    action_id: element.action_id,
    value,
  });
  const calm = () => store.busy.delete(key) && update();
  if (answer.ok && ctx.container.ts) setTimeout(calm, LINGER_MS);
  else calm();
}

/** A field in a message, modal or Home was changed; the app hears of it only if it asked to. */
export function change(ctx, blockId, element, value, { isTyping = false } = {}) {
  remember(ctx, blockId, element.action_id, value);
  if (!isTyping) update();
  if (!ctx.isInput) return press(ctx, blockId, element, value);
  if (ctx.dispatches && !isTyping) return press(ctx, blockId, element, value);
  if (!ctx.container.view_id) return undefined;
  return later(
    `${ctx.id} ${blockId} ${element.action_id}`,
    () =>
      act(
        "input",
        {
          view_id: ctx.container.view_id,
          block_id: blockId,
          action_id: element.action_id,
          value,
        },
        { quiet: true },
      ),
    isTyping ? TYPING_MS : 0,
  );
}

function later(key, send, wait) {
  clearTimeout(waiting.get(key)?.timer);
  const run = () => {
    waiting.delete(key);
    return send();
  };
  waiting.set(key, { run, timer: setTimeout(run, wait) });
}

/** Sends what was typed and not yet told, so that a press or submit comes after it. */
export async function settleTyping() {
  const rest = [...waiting.values()];
  for (const { timer } of rest) clearTimeout(timer);
  await Promise.all(rest.map(({ run }) => run()));
}

async function isConfirmed(confirm) {
  const words =
    confirm.text?.type === "mrkdwn" ? mrkdwn(confirm.text.text) : plainText(confirm.text?.text);
  return confirmPress({
    title: plainText(confirm.title?.text),
    words: h("p", null, words),
    yes: plainText(confirm.confirm?.text) || "Yes",
    no: plainText(confirm.deny?.text) || "Cancel",
    danger: confirm.style === "danger",
  });
}
