// Starts the page: reads the place, follows the workspace and draws after every change.

import { act, afterAct } from "./api.js";
import { h } from "./dom.js";
import { drawModal } from "./modal.js";
import { fill } from "./morph.js";
import { closeDrawerByKey, page } from "./layout.js";
import { refresh } from "./refresh.js";
import { startRouter } from "./router.js";
import { keepScroll } from "./scroll.js";
import { im, nameOf, onChange, openApp, store, update, channel } from "./store.js";
import { follow } from "./stream.js";

let followed = "";

async function arrive(place) {
  const before = store.place;
  const hasMoved = ["team", "as", "at"].some((name) => before[name] !== place[name]);
  update({
    place,
    drawer: null,
    editing: null,
    showTs: store.showTs,
    messages: hasMoved ? null : store.messages,
    thread: place.thread === before.thread ? store.thread : null,
  });
  await refresh();
  await listen();
  if (openApp() && (hasMoved || before.tab !== place.tab)) {
    await act(
      "open_home",
      { app_user_id: openApp().user_id, tab: store.place.tab },
      { quiet: true },
    );
  }
}

async function listen() {
  const who = `${store.place.team} ${store.place.as}`;
  if (who === followed || !store.state) return;
  followed = who;
  follow(refresh);
}

function draw() {
  const settle = keepScroll();
  const app = document.getElementById("app");
  if (store.state) fill(app, page());
  else if (store.refusal) fill(app, [h("p", { class: "loading" }, store.refusal)]);
  else if (store.connection === "lost") {
    fill(app, [h("p", { class: "loading" }, "The workspace does not answer yet. Trying again…")]);
  }
  drawModal();
  settle();
  document.title = title();
}

function title() {
  const at = store.place.at;
  const name = channel(at) ? `#${channel(at).name}` : im(at) ? nameOf(im(at).user) : "Workspace";
  const unread = store.state?.ims.some((one) => one.unread) ? "• " : "";
  return `${unread}${name} | Alongside`;
}

onChange(draw);
afterAct(refresh);
await arrive(startRouter(arrive));
while (!store.state) {
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await arrive(store.place);
}
document.addEventListener("visibilitychange", () => document.hidden || refresh());
document.addEventListener("keydown", closeDrawerByKey);
// A walking clock tells no news between two stops; a standing page lets its own clock tick.
setInterval(() => store.state?.clock.walking && refresh(), 700);
setInterval(() => store.state?.clock.walking || update(), 20000);
