// The left side: workspace, the app, channels and direct messages, with what is unread.

import { act } from "./api.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { toggleMenu } from "./menu.js";
import { avatar, statusMarks } from "./people.js";
import { go } from "./router.js";
import { app, nameOf, person, store } from "./store.js";

export function sidebar() {
  const { channels, ims } = store.state;
  const open = channels.filter((one) => !one.is_archived);
  const apps = ims.filter((one) => app(one.user));
  return h(
    "nav",
    { class: "sidebar", key: "sidebar", "aria-label": "Conversations" },
    workspace(),
    h(
      "div",
      { class: "sidebar-lists" },
      list("Apps", apps.map(direct)),
      list("Channels", open.filter((one) => one.is_member).map(channelRow)),
      list("Not joined", open.filter((one) => !one.is_member).map(channelRow)),
      list("Direct messages", colleagues().map(direct)),
    ),
  );
}

// Everybody is listed; the conversation is opened when somebody goes there for the first time.
function colleagues() {
  const { ims, users } = store.state;
  return users
    .filter((user) => !user.is_bot && !user.deleted && user.id !== store.place.as)
    .map((user) => ims.find((one) => one.user === user.id) ?? { user: user.id, unread: 0 });
}

async function open(one) {
  const id = one.id ?? (await act("open_dm", { with: one.user })).channel;
  if (id) go({ at: id, tab: "messages", thread: null });
}

function workspace() {
  const { teams } = store.state;
  const current = teams.find((team) => team.id === store.place.team) ?? teams[0];
  const items = teams.map((team) => ({
    label: team.name,
    picked: team.id === current?.id,
    choose: () => go({ team: team.id, as: null, at: null, thread: null, tab: "messages" }),
  }));
  return h(
    "button",
    {
      type: "button",
      class: "workspace",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "aria-label": `Workspace ${current?.name}. Switch workspace`,
      on: { click: (event) => toggleMenu(event.currentTarget, items, "Workspaces") },
    },
    h("span", { class: "workspace-name" }, current?.name ?? "Workspace"),
    icon("down"),
  );
}

function list(title, rows) {
  if (!rows.length) return null;
  return h("section", { key: title }, h("h2", null, title), h("ul", null, rows));
}

function row({
  id,
  key = id,
  choose = () => go({ at: id, tab: "messages", thread: null }),
  lead,
  label,
  extra,
  unread,
  isLoud,
  isDim,
}) {
  const isHere = id && id === store.place.at;
  const classes = ["place", isHere && "here", unread && "unread", isDim && "dim"]
    .filter(Boolean)
    .join(" ");
  return h(
    "li",
    { key },
    h(
      "button",
      {
        type: "button",
        class: classes,
        "aria-current": isHere ? "page" : null,
        on: { click: choose },
      },
      lead,
      h("span", { class: "place-name" }, label),
      extra,
      unread
        ? h(
            "span",
            { class: isLoud ? "count loud" : "count", "aria-label": `${unread} unread` },
            String(unread),
          )
        : null,
    ),
  );
}

function channelRow(one) {
  return row({
    id: one.id,
    lead: icon("hash"),
    label: one.name,
    unread: one.unread,
    isLoud: one.mention,
    isDim: !one.is_member,
    extra: one.bot_is_member
      ? h("span", { class: "reads", title: "Alongside is in this channel" })
      : null,
  });
}

function direct(one) {
  const user = person(one.user);
  return row({
    id: one.id,
    key: one.user,
    choose: () => open(one),
    lead: avatar(one.user),
    label: app(one.user)?.name ?? nameOf(one.user),
    extra: app(one.user) ? h("span", { class: "badge" }, "App") : statusMarks(user),
    unread: one.unread,
    isLoud: true,
  });
}
