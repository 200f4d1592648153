// Times and days as the acting person would read them, in their own zone.

import { me, nowSeconds } from "./store.js";

const formats = new Map();

export const zone = () => me()?.tz || "UTC";

/** Formats epoch seconds with Intl options in the viewer's zone. */
export function show(seconds, options, tz = zone()) {
  const key = tz + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, makeFormat(options, tz));
  return formats.get(key).format(new Date(seconds * 1000));
}

function makeFormat(options, tz) {
  try {
    return new Intl.DateTimeFormat("en-GB", { ...options, timeZone: tz });
  } catch {
    return new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
  }
}

export const clockTime = (seconds, tz) =>
  show(seconds, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, tz);
export const shortDay = (seconds) =>
  show(seconds, { weekday: "short", day: "numeric", month: "short" });
export const longDay = (seconds) =>
  show(seconds, { weekday: "long", day: "numeric", month: "long" });
export const full = (seconds) =>
  show(seconds, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
export const dayKey = (seconds, tz) =>
  show(seconds, { year: "numeric", month: "2-digit", day: "2-digit" }, tz);

/** "Today", "Yesterday", "Tomorrow" or the day with its weekday. */
export function namedDay(seconds) {
  const now = nowSeconds();
  const key = dayKey(seconds);
  if (key === dayKey(now)) return "Today";
  if (key === dayKey(now - 86400)) return "Yesterday";
  if (key === dayKey(now + 86400)) return "Tomorrow";
  const sameYear = key.slice(-4) === dayKey(now).slice(-4);
  return sameYear ? longDay(seconds) : `${longDay(seconds)} ${key.slice(-4)}`;
}

/** What a datetime-local field shows for an instant in the viewer's zone. */
export function toField(seconds, tz = zone()) {
  const parts = show(
    seconds,
    {
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    },
    tz,
  );
  const [day, time] = parts.split(", ");
  const [d, m, y] = day.split("/");
  return `${y}-${m}-${d}T${time}`;
}

/** The instant that a datetime-local field means in the viewer's zone. */
export function fromField(text, tz = zone()) {
  const wanted = Date.parse(`${text}:00Z`) / 1000;
  if (Number.isNaN(wanted)) return null;
  let guess = wanted;
  // Twice, since the first correction may cross a daylight-saving change.
  for (let round = 0; round < 2; round += 1) {
    guess += wanted - Date.parse(`${toField(guess, tz)}:00Z`) / 1000;
  }
  return guess;
}
