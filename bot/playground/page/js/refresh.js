// Fetches anew what the page shows, one round at a time, and notes what has arrived.

import { act, fetchMessages, fetchPanel, fetchState, Refused } from "./api.js";
import { announceNew } from "./announce.js";
import { settle } from "./router.js";
import { channel, im, store, update } from "./store.js";

let running = null;
let again = false;

/** Brings the page up to date; calls during a round lead to one more round. */
export async function refresh() {
  if (running) {
    again = true;
    return running;
  }
  running = round();
  try {
    await running;
  } finally {
    running = null;
  }
  if (again) {
    again = false;
    return refresh();
  }
}

async function round() {
  try {
    const asked = store.place;
    const state = await stateOf(asked);
    // Who moved meanwhile asked for another round; this state may not know the new place yet.
    if (asked !== store.place) return;
    const place = withDefaults(store.place, state);
    Object.assign(store, { state, place, refusal: null, fetchedAt: Date.now() });
    settle(place);
    await Promise.all([freshMessages(place), freshThread(place), freshPanel(place)]);
    update();
    markRead(place);
  } catch (error) {
    if (error instanceof Refused) update({ refusal: error.message });
    else update({ connection: "lost" });
  }
}

// Without a workspace in the address the answer only names the doors; the first one is taken.
async function stateOf(place) {
  const state = await fetchState(place);
  if (state.users) return state;
  const door = state.teams[0];
  if (!door) throw new Refused("There is no workspace yet.");
  return fetchState({ team: door.id, as: door.first_user });
}

function withDefaults(place, state) {
  const team = state.teams.some((one) => one.id === place.team) ? place.team : state.teams[0]?.id;
  const mine = state.me?.id ?? state.me;
  const as = state.users.some((user) => user.id === place.as) ? place.as : mine;
  const known =
    channelIn(state, place.at) ?? state.ims.find((one) => [one.id, one.user].includes(place.at));
  const joined = state.channels.find((one) => one.is_member && !one.is_archived);
  const at = (known ?? joined ?? state.channels[0] ?? state.ims[0])?.id ?? null;
  return { ...place, team: team ?? null, as: as ?? null, at, thread: known ? place.thread : null };
}

const channelIn = (state, id) => state.channels.find((one) => one.id === id);
const isStill = (place) =>
  ["team", "as", "at", "thread"].every((name) => place[name] === store.place[name]);

async function freshMessages(place) {
  if (!place.at) return void (store.messages = []);
  const { messages } = await fetchMessages(place.at);
  if (!isStill(place)) return;
  announceNew(place, store.messages, messages);
  store.messages = messages;
}

async function freshThread(place) {
  if (!place.thread) return void (store.thread = null);
  const { messages } = await fetchMessages(place.at, place.thread);
  if (isStill(place)) store.thread = messages;
}

async function freshPanel(place) {
  if (!store.state.has_panel) return void (store.panel = null);
  const panel = await fetchPanel(place.at).catch((error) => ({ trouble: error.message }));
  if (isStill(place)) store.panel = panel;
}

function markRead(place) {
  const conversation = channel(place.at) ?? im(place.at);
  if (conversation?.unread && !document.hidden && place.tab === "messages") {
    act("open_channel", { channel: place.at }, { quiet: true });
  }
}
