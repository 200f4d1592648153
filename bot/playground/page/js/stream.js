// Listens for changes in the workspace and says when the connection is lost and back.

import { here, store, update } from "./store.js";

const RETRY_MS = [500, 1000, 2000, 4000];

let source = null;
let tries = 0;
let retry = 0;

/** Follows the acting person's workspace; `changed` is called at every change. */
export function follow(changed) {
  stop();
  const url = new URL("/page/stream", location.origin);
  for (const [name, value] of Object.entries(here())) url.searchParams.set(name, value);
  source = new EventSource(url);
  source.addEventListener("open", () => {
    const wasLost = store.connection === "lost";
    tries = 0;
    update({ connection: "live" });
    if (wasLost) changed();
  });
  source.addEventListener("changed", () => changed());
  source.addEventListener("error", () => {
    stop();
    update({ connection: "lost" });
    const wait = RETRY_MS[Math.min(tries, RETRY_MS.length - 1)];
    tries += 1;
    retry = setTimeout(() => follow(changed), wait);
  });
}

function stop() {
  clearTimeout(retry);
  source?.close();
  source = null;
}

// A browser keeps few connections per host; a page that is left must not hold one.
addEventListener("pagehide", stop);
