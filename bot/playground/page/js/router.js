// Keeps the place in the address: which workspace, as whom, which conversation, tab and thread.

import { store } from "./store.js";

const NAMES = ["team", "as", "at", "tab", "thread"];
let arrived = () => {};

/** Reads the address now and whenever the reader goes back or forward. */
export function startRouter(onArrival) {
  arrived = onArrival;
  addEventListener("popstate", () => arrived(read()));
  return read();
}

export function go(change, { replace = false } = {}) {
  const place = { ...store.place, ...change };
  write(place, replace);
  arrived(place);
}

/** Writes the place without moving, after defaults were filled in. */
export function settle(place) {
  write(place, true);
}

function read() {
  const params = new URLSearchParams(location.search);
  const place = Object.fromEntries(NAMES.map((name) => [name, params.get(name)]));
  return { ...place, tab: place.tab === "home" ? "home" : "messages" };
}

function write(place, replace) {
  const params = new URLSearchParams();
  for (const name of NAMES) {
    if (place[name] && !(name === "tab" && place.tab === "messages")) params.set(name, place[name]);
  }
  const address = `?${params}`;
  if (address === location.search) return;
  history[replace ? "replaceState" : "pushState"](null, "", address);
}
