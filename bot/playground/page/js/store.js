// The page's memory: what the server said last and what the viewer looks at.

export const store = {
  place: { team: null, as: null, at: null, tab: "messages", thread: null },
  state: null, // the answer of /page/state
  messages: null, // null while a conversation is being opened
  thread: null,
  panel: null,
  connection: "opening", // opening | live | lost
  refusal: null, // a sentence, when the workspace could not be opened
  drawer: null, // on a phone: "sidebar", "panel" or null
  panelShown: true,
  editing: null, // ts of the message being edited
  busy: new Set(), // pressed buttons that wait for the next change
  fetchedAt: 0, // this machine's time of the last state, to let the clock tick
};

const listeners = new Set();
let isDrawing = false;

export function onChange(listener) {
  listeners.add(listener);
}

/** Puts new facts in and draws once, before the next frame. */
export function update(facts = {}) {
  Object.assign(store, facts);
  if (isDrawing) return;
  isDrawing = true;
  queueMicrotask(() => {
    isDrawing = false;
    for (const listener of listeners) listener();
  });
}

export const here = () => ({ team: store.place.team, user: store.place.as });
export const person = (id) => store.state?.users.find((user) => user.id === id);
export const me = () => person(store.place.as);
export const channel = (id) => store.state?.channels.find((one) => one.id === id);
export const im = (id) => store.state?.ims.find((one) => one.id === id);
export const app = (userId) => store.state?.apps.find((one) => one.user_id === userId);

/** The app whose conversation is open, if one is. */
export function openApp() {
  const conversation = im(store.place.at);
  return conversation ? app(conversation.user) : undefined;
}

export function nameOf(id) {
  const user = person(id);
  return user ? user.real_name || user.name : (app(id)?.name ?? id);
}

/** The domain time in seconds; it ticks on between two answers of the server. */
export function nowSeconds() {
  const clock = store.state?.clock;
  if (!clock) return Date.now() / 1000;
  return clock.walking ? clock.now : clock.now + (Date.now() - store.fetchedAt) / 1000;
}
