// The middle: the head of a conversation, its messages or the app's Home, and the composer.

import { act } from "./api.js";
import { composer } from "./composer.js";
import { h } from "./dom.js";
import { header } from "./header.js";
import { home } from "./home.js";
import { messageList } from "./messages.js";
import { app, channel, im, nameOf, openApp, store } from "./store.js";

export function conversation() {
  const at = store.place.at;
  if (!at)
    return h(
      "main",
      { class: "conversation", key: "none" },
      h("p", { class: "empty" }, "There is nothing here yet."),
    );
  const isHome = store.place.tab === "home" && openApp();
  return h(
    "main",
    { class: "conversation", key: "conversation" },
    header(),
    isHome ? home(openApp()) : [messages(at), foot(at)],
  );
}

function messages(at) {
  return messageList({
    key: `list ${store.place.as} ${at}`,
    className: "main-list",
    label: "Messages",
    messages: store.messages,
    begin: beginning(at),
    at,
  });
}

function beginning(at) {
  const one = channel(at);
  if (one) {
    return h(
      "div",
      { class: "beginning", key: "beginning" },
      h("h2", null, `#${one.name}`),
      h("p", null, one.topic || "This is the beginning of the channel."),
    );
  }
  const user = im(at)?.user;
  return h(
    "div",
    { class: "beginning", key: "beginning" },
    h("h2", null, nameOf(user)),
    h(
      "p",
      null,
      app(user)
        ? "Only you and the app see what is written here."
        : `Only you and ${nameOf(user)} see what is written here.`,
    ),
  );
}

function foot(at) {
  const one = channel(at);
  if (one?.is_archived) return h("p", { class: "foot-note" }, "This channel is archived.");
  if (one && !one.is_member) {
    return h(
      "p",
      { class: "foot-note" },
      `You are not in #${one.name}.`,
      h(
        "button",
        {
          type: "button",
          class: "button primary",
          on: { click: () => act("join", { channel: at }) },
        },
        `Join #${one.name}`,
      ),
    );
  }
  const name = one ? `#${one.name}` : nameOf(im(at)?.user);
  return composer({ id: "composer-text", at, thread: null, label: `Message ${name}` });
}
