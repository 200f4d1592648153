// The head of a conversation: its name and topic, tabs of an app, and what can be done there.

import { act } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { toggleMenu } from "./menu.js";
import { avatar } from "./people.js";
import { go } from "./router.js";
import { app, channel, im, nameOf, openApp, store } from "./store.js";

export function header() {
  const one = channel(store.place.at);
  return h(
    "div",
    { class: "head", key: "head" },
    one ? channelTitle(one) : directTitle(im(store.place.at)?.user),
    openApp()?.has_home ? tabs() : null,
    one?.is_member
      ? h("div", { class: "head-acts" }, inviteButton(one), templates(one), moreButton(one))
      : null,
  );
}

function channelTitle(one) {
  return h(
    "div",
    { class: "head-title" },
    h(
      "h1",
      null,
      icon("hash"),
      one.name,
      one.is_ext_shared ? h("span", { class: "badge" }, "Shared") : null,
    ),
    one.topic ? h("p", { class: "topic" }, one.topic) : null,
  );
}

function directTitle(user) {
  return h(
    "div",
    { class: "head-title" },
    h(
      "h1",
      null,
      avatar(user),
      nameOf(user),
      app(user) ? h("span", { class: "badge" }, "App") : null,
    ),
  );
}

function tabs() {
  const tab = (name, label) =>
    h(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${name}`,
        "aria-selected": String(store.place.tab === name),
        "aria-controls": `tabpanel-${name}`,
        tabindex: store.place.tab === name ? "0" : "-1",
        on: { click: () => go({ tab: name, thread: null }) },
      },
      label,
    );
  const turn = (event) => {
    if (!["ArrowLeft", "ArrowRight"].includes(event.key)) return;
    const name = store.place.tab === "home" ? "messages" : "home";
    go({ tab: name, thread: null });
    document.getElementById(`tab-${name}`)?.focus();
  };
  return h(
    "div",
    { class: "tabs", role: "tablist", "aria-label": "Views of the app", on: { keydown: turn } },
    tab("home", "Home"),
    tab("messages", "Messages"),
  );
}

function inviteButton(one) {
  const bot = store.state.apps[0];
  if (!bot || one.bot_is_member) return null;
  return h(
    "button",
    {
      type: "button",
      class: "button",
      key: "invite",
      on: { click: () => act("invite", { channel: one.id, invitee: bot.user_id }) },
    },
    `Invite ${bot.name}`,
  );
}

function templates(one) {
  const all = store.state.templates ?? [];
  if (!all.length) return null;
  const items = all.map((item) => ({
    label: item.label,
    choose: () => act("app_post", { channel: one.id, template: item.id }),
  }));
  return h(
    "button",
    {
      type: "button",
      class: "button",
      key: "templates",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      on: {
        click: (event) =>
          toggleMenu(
            event.currentTarget,
            [{ divider: "Post here, as another app would" }, ...items],
            "Post as an app",
          ),
      },
    },
    "Post as an app",
    icon("down"),
  );
}

function moreButton(one) {
  const bot = store.state.apps[0];
  const others = store.state.users.filter(
    (user) => !user.is_bot && !user.deleted && user.id !== store.place.as,
  );
  const items = () => [
    bot && one.bot_is_member
      ? {
          label: `Remove ${bot.name} from #${one.name}`,
          danger: true,
          choose: () => act("kick", { channel: one.id, invitee: bot.user_id }),
        }
      : null,
    { label: `Leave #${one.name}`, choose: () => act("leave", { channel: one.id }) },
    { divider: "Invite" },
    ...others.map((user) => ({
      label: user.real_name || user.name,
      lead: avatar(user.id),
      choose: () => act("invite", { channel: one.id, invitee: user.id }),
    })),
  ];
  return h(
    "button",
    {
      type: "button",
      class: "plain",
      "aria-label": "More about this channel",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      on: { click: (event) => toggleMenu(event.currentTarget, items(), "Channel") },
    },
    icon("more"),
  );
}
