// The side view of one thread.

import { composer } from "./composer.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { messageList } from "./messages.js";
import { go } from "./router.js";
import { channel, im, nameOf, store } from "./store.js";

export function threadView() {
  const { at, thread } = store.place;
  const one = channel(at);
  const close = () => go({ thread: null });
  const onKey = (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) close();
  };
  return h(
    "aside",
    {
      class: "thread",
      key: `thread ${at} ${thread}`,
      "aria-label": "Thread",
      on: { keydown: onKey },
    },
    h(
      "div",
      { class: "head" },
      h(
        "div",
        { class: "head-title" },
        h("h1", null, "Thread"),
        h("p", { class: "topic" }, one ? `#${one.name}` : nameOf(im(at)?.user)),
      ),
      h(
        "button",
        { type: "button", class: "plain", "aria-label": "Close thread", on: { click: close } },
        icon("close"),
      ),
    ),
    messageList({
      key: "thread list",
      className: "thread-list",
      label: "Replies",
      messages: store.thread,
      at,
      isThread: true,
    }),
    !one || one.is_member ? composer({ id: "thread-text", at, thread, label: "Reply" }) : null,
  );
}
