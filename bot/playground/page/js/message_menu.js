// What can be done with a message: reply, the app's shortcuts, and with one's own edit and delete.

import { act } from "./api.js";
import { confirmPress } from "./dialog.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { toggleMenu } from "./menu.js";
import { mrkdwn } from "./mrkdwn.js";
import { go } from "./router.js";
import { store, update } from "./store.js";

export const isMe = (one) => one.user === store.place.as && !one.bot_id;

export function tools(one, at, isThread) {
  const items = menuItems(one, at, isThread);
  return h(
    "div",
    { class: "tools" },
    isThread || one.ephemeral
      ? null
      : h(
          "button",
          {
            type: "button",
            class: "plain",
            title: "Reply in thread",
            "aria-label": "Reply in thread",
            on: { click: () => go({ thread: one.thread_ts ?? one.ts }) },
          },
          icon("reply"),
        ),
    items.length
      ? h(
          "button",
          {
            type: "button",
            class: "plain",
            title: "More",
            "aria-label": "More about this message",
            "aria-haspopup": "menu",
            "aria-expanded": "false",
            on: { click: (event) => toggleMenu(event.currentTarget, items, "Message") },
          },
          icon("more"),
        )
      : null,
  );
}

function menuItems(one, at, isThread) {
  if (one.ephemeral) return [];
  const shortcuts = (store.state.shortcuts ?? [])
    .filter((item) => item.type === "message")
    .map((item) => ({
      label: item.name,
      detail: store.state.apps[0]?.name,
      choose: () => act("shortcut", { callback_id: item.callback_id, channel: at, ts: one.ts }),
    }));
  const own = isMe(one)
    ? [
        isThread ? null : { label: "Edit", choose: () => update({ editing: one.ts }) },
        { label: "Delete", danger: true, choose: () => remove(one, at) },
      ].filter(Boolean)
    : [];
  return [...shortcuts, ...own];
}

async function remove(one, at) {
  const isSure = await confirmPress({
    title: "Delete this message?",
    words: h("div", { class: "words" }, mrkdwn(one.text)),
    yes: "Delete",
    danger: true,
  });
  if (isSure) await act("delete", { channel: at, ts: one.ts });
}
