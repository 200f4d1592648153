// Asks the local Slack and tells failures in words.

import { here, store } from "./store.js";
import { toast } from "./toast.js";

export class Refused extends Error {}

let acted = () => {};

/** Called after everything the acting person did, so that the page need not wait for the stream. */
export function afterAct(listener) {
  acted = listener;
}

export async function fetchState(place) {
  return ask("/page/state", { team: place.team, user: place.as });
}

export async function fetchMessages(channel, thread) {
  return ask("/page/messages", { ...here(), channel, thread_ts: thread });
}

export async function fetchPanel(channel) {
  return ask("/page/panel", { ...here(), channel });
}

/** Does one thing as the acting person; a refusal becomes a toast unless `quiet`. */
export async function act(verb, facts = {}, { quiet = false } = {}) {
  const answer = await send({ ...here(), verb, ...facts });
  acted();
  if (!answer.ok && !quiet) toast(answer.error || "That did not work.");
  return answer;
}

async function send(body) {
  try {
    const response = await fetch("/page/act", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    return await response.json();
  } catch {
    store.connection = "lost";
    return { ok: false, error: "The workspace cannot be reached. What you wrote is still here." };
  }
}

async function ask(path, params) {
  const url = new URL(path, location.origin);
  for (const [name, value] of Object.entries(params)) {
    if (value) url.searchParams.set(name, value);
  }
  const response = await fetch(url);
  const body = await response.json().catch(() => ({}));
  if (!response.ok || body.ok === false) {
    throw new Refused(body.error || `The workspace answered ${response.status}.`);
  }
  return body;
}
