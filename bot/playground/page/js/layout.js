// Puts the parts of the page together: top bar, sidebar, conversation, thread and panel.

import { actor } from "./actor.js";
import { clockBar } from "./clock.js";
import { conversation } from "./conversation.js";
import { h } from "./dom.js";
import { icon, mark } from "./icons.js";
import { panel } from "./panel.js";
import { sidebar } from "./sidebar.js";
import { store, update } from "./store.js";
import { threadView } from "./thread.js";

export function page() {
  const classes = [
    "frame",
    store.place.thread && "with-thread",
    hasPanel() && "with-panel",
    store.drawer && `drawer-${store.drawer}`,
  ]
    .filter(Boolean)
    .join(" ");
  return [
    topBar(),
    banner(),
    h(
      "div",
      { class: classes, key: "frame" },
      sidebar(),
      conversation(),
      store.place.thread ? threadView() : null,
      hasPanel() ? panel() : null,
      store.drawer
        ? h("div", { class: "veil", key: "veil", on: { click: () => update({ drawer: null }) } })
        : null,
    ),
  ];
}

const isNarrow = () => matchMedia("(max-width: 1080px)").matches;
const hasPanel = () => store.state.has_panel && (store.panelShown || store.drawer === "panel");

function topBar() {
  return h(
    "header",
    { class: "topbar", key: "topbar" },
    h(
      "button",
      {
        type: "button",
        class: "plain only-narrow",
        "aria-label": "Conversations",
        "aria-expanded": String(store.drawer === "sidebar"),
        on: { click: () => toggleDrawer("sidebar") },
      },
      icon("menu"),
    ),
    h("div", { class: "brand" }, mark(), h("span", null, "Alongside")),
    clockBar(),
    actor(),
    store.state.has_panel
      ? h(
          "button",
          {
            type: "button",
            class: "plain panel-toggle",
            title: "What Alongside noticed",
            "aria-label": "What Alongside noticed",
            "aria-pressed": String(isNarrow() ? store.drawer === "panel" : store.panelShown),
            on: { click: togglePanel },
          },
          icon("eye"),
        )
      : null,
  );
}

function toggleDrawer(name) {
  update({ drawer: store.drawer === name ? null : name });
  if (store.drawer)
    queueMicrotask(() => document.querySelector(`.${store.drawer} button`)?.focus());
}

/** Esc closes what slid over the conversation. */
export function closeDrawerByKey(event) {
  if (event.key !== "Escape" || event.defaultPrevented || !store.drawer) return;
  const opener = store.drawer === "panel" ? ".panel-toggle" : ".topbar .plain";
  update({ drawer: null });
  document.querySelector(opener)?.focus();
}

function togglePanel() {
  if (isNarrow()) toggleDrawer("panel");
  else update({ panelShown: !store.panelShown });
}

function banner() {
  const words =
    store.connection === "lost"
      ? "The connection is lost. Trying again; what you write stays here."
      : store.refusal;
  if (!words) return null;
  return h("p", { class: "banner", key: "banner", role: "alert" }, icon("alert"), words);
}
