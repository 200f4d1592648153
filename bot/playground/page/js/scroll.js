// Keeps a conversation at its end while new messages arrive, and still where someone reads back.

import { store } from "./store.js";

const NEAR = 60;
const FLASH_MS = 2400;
let lastPlace = "";

/** Called before drawing; the answer is called after it. */
export function keepScroll() {
  const place = [store.place.team, store.place.as, store.place.at, store.place.tab].join();
  const isNew = place !== lastPlace;
  const ends = new Map(
    [...document.querySelectorAll(".messages")].map((list) => [list, isAtEnd(list)]),
  );
  return () => {
    for (const list of document.querySelectorAll(".messages")) {
      const isMain = list.classList.contains("main-list");
      const wasAtEnd = ends.get(list) ?? true;
      if (wasAtEnd || (isNew && isMain) || store.toEnd) list.scrollTop = list.scrollHeight;
    }
    if (store.messages) {
      lastPlace = place;
      store.toEnd = false;
      showWanted();
    }
  };
}

const isAtEnd = (list) => list.scrollHeight - list.scrollTop - list.clientHeight < NEAR;

/** Brings one message into view and marks it for a moment. */
function showWanted() {
  if (!store.showTs) return;
  const node = document.querySelector(`[data-ts="${CSS.escape(store.showTs)}"]`);
  if (!node) return;
  store.showTs = null;
  node.scrollIntoView({ block: "center" });
  node.classList.add("flash");
  setTimeout(() => node.classList.remove("flash"), FLASH_MS);
}

// Pictures grow the list after it was drawn.
document.addEventListener(
  "load",
  (event) => {
    const list = event.target.closest?.(".messages");
    if (
      list &&
      list.scrollHeight - list.scrollTop - list.clientHeight < NEAR + event.target.height
    ) {
      list.scrollTop = list.scrollHeight;
    }
  },
  true,
);
