// What stands between < and > in Slack's texts: people, channels, dates and links.

import { h } from "./dom.js";
import { go } from "./router.js";
import { channel, im, nameOf, nowSeconds, store } from "./store.js";
import { clockTime, full, longDay, namedDay, show } from "./time.js";

const SAFE = /^(https?:\/\/|mailto:)/i;
const ARCHIVE = /\/archives\/([CDG][A-Z0-9]+)\/p(\d{10})(\d{6})/;

/** The node for one token, given without its angle brackets. */
export function token(inner) {
  if (inner.startsWith("@")) return mention(inner);
  if (inner.startsWith("#")) return channelLink(inner);
  if (inner.startsWith("!date^")) return dateNode(inner);
  if (inner.startsWith("!")) return h("span", { class: "mention mention-all" }, tokenText(inner));
  return link(...splitLabel(inner));
}

/** The same as plain words. */
export function tokenText(inner) {
  const [what, label] = splitLabel(inner);
  if (what.startsWith("@")) return `@${nameOf(what.slice(1))}`;
  if (what.startsWith("#")) return `#${channel(what.slice(1))?.name ?? label ?? what.slice(1)}`;
  if (what.startsWith("!date^")) return dateText(inner) ?? label ?? "";
  if (what.startsWith("!subteam")) return label ?? "@group";
  if (what.startsWith("!")) return `@${what.slice(1)}`;
  return label ?? what.replace(/^mailto:/, "");
}

function splitLabel(inner) {
  const bar = inner.indexOf("|");
  return bar < 0 ? [inner, undefined] : [inner.slice(0, bar), inner.slice(bar + 1)];
}

function mention(inner) {
  const isMe = inner.slice(1).split("|")[0] === store.place.as;
  return h("span", { class: isMe ? "mention mention-me" : "mention" }, tokenText(inner));
}

function channelLink(inner) {
  const id = inner.slice(1).split("|")[0];
  if (!channel(id)) return h("span", { class: "mention" }, tokenText(inner));
  const open = (event) => {
    event.preventDefault();
    go({ at: id, tab: "messages", thread: null });
  };
  return h(
    "a",
    { class: "mention", href: `?at=${encodeURIComponent(id)}`, on: { click: open } },
    tokenText(inner),
  );
}

/** A link, or plain words where the address is not one that a reader may safely follow. */
export function link(address, label) {
  const url = decode(address);
  const words = label === undefined ? url.replace(/^mailto:/, "") : decode(label);
  if (!SAFE.test(url)) return h("span", null, words);
  const inside = ARCHIVE.exec(url);
  if (inside && (channel(inside[1]) || im(inside[1]))) return placeLink(url, words, inside);
  return h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, words);
}

const decode = (text) =>
  text.replace(/&(amp|lt|gt);/g, (_, n) => ({ amp: "&", lt: "<", gt: ">" })[n]);

// A link to a message of this workspace stays in this page.
function placeLink(url, words, [, id, seconds, rest]) {
  const open = (event) => {
    event.preventDefault();
    store.showTs = `${seconds}.${rest}`;
    go({ at: id, tab: "messages", thread: null });
  };
  return h("a", { href: url, on: { click: open } }, words);
}

function dateNode(inner) {
  const [what, fallback] = splitLabel(inner);
  const [, seconds, , href] = what.split("^");
  const words = dateText(inner) ?? fallback ?? "";
  if (href) return link(href, words);
  const title = dateText(inner) ? `${full(Number(seconds))}, ${clockTime(Number(seconds))}` : null;
  return h("time", { title }, words);
}

function dateText(inner) {
  const [what] = splitLabel(inner);
  const [, stamp, format = "{date}"] = what.split("^");
  const seconds = Number(stamp);
  if (!/^-?\d{1,12}$/.test(stamp ?? "")) return null;
  return decode(format).replace(
    /\{(\w{1,20})\}/g,
    (whole, name) => PIECES[name]?.(seconds) ?? whole,
  );
}

const yearly = (options) => (seconds) => show(seconds, { ...options, year: "numeric" });
// The "pretty" forms leave out a year that goes without saying.
const pretty = (options) => (seconds) =>
  show(seconds, { year: "numeric" }) === show(nowSeconds(), { year: "numeric" })
    ? show(seconds, options)
    : yearly(options)(seconds);
const named = (otherwise) => (seconds) => {
  const day = namedDay(seconds);
  return /day$|row$/.test(day) && !day.includes(" ") ? day.toLowerCase() : otherwise(seconds);
};
const PIECES = {
  date: yearly({ day: "numeric", month: "long" }),
  date_short: yearly({ day: "numeric", month: "short" }),
  date_num: yearly({ day: "2-digit", month: "2-digit" }),
  date_slash: yearly({ day: "2-digit", month: "2-digit" }),
  date_long: yearly({ weekday: "long", day: "numeric", month: "long" }),
  date_pretty: named(pretty({ day: "numeric", month: "long" })),
  date_short_pretty: named(pretty({ day: "numeric", month: "short" })),
  date_long_pretty: named(pretty({ weekday: "long", day: "numeric", month: "long" })),
  day_divider_pretty: named(longDay),
  time: (seconds) => clockTime(seconds),
  time_secs: (seconds) =>
    show(seconds, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }),
  ago: (seconds) => namedDay(seconds),
};
