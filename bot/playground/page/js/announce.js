// Tells a screen reader about messages that arrived in the open conversation.

import { h } from "./dom.js";
import { nameOf, store } from "./store.js";
import { plainText } from "./mrkdwn.js";

const KEPT = 12;
const LONGEST = 300;

export function announceNew(place, before, now) {
  if (!before?.length || before.place !== placeKey(place)) {
    now.place = placeKey(place);
    return;
  }
  now.place = before.place;
  const known = new Set(before.map((message) => message.ts));
  const holder = document.getElementById("announcer");
  for (const message of now) {
    if (known.has(message.ts) || message.user === store.place.as) continue;
    const who = message.username ?? nameOf(message.user);
    const words = plainText(message.text ?? "").slice(0, LONGEST);
    holder.append(h("p", null, `${who}: ${words}`));
  }
  while (holder.childElementCount > KEPT) holder.firstElementChild.remove();
}

const placeKey = (place) => `${place.team} ${place.as} ${place.at}`;
