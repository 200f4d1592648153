// How people and apps look: pictures made of initials, roles, status.

import { h } from "./dom.js";
import { emoji } from "./emoji.js";
import { icon, mark } from "./icons.js";
import { app, nowSeconds, person } from "./store.js";
import { clockTime } from "./time.js";

const COLORS = [
  "#3f6c8f",
  "#8a5a44",
  "#6b6a2f",
  "#7a4f7d",
  "#2f7d6b",
  "#a0553f",
  "#52618c",
  "#7b6038",
];

/** The picture of a user, or of whoever a message was posted as. */
export function avatar(userId, name = "") {
  if (app(userId) && !name) return h("span", { class: "avatar avatar-app" }, mark());
  const user = name ? null : person(userId);
  const shown = user?.real_name || user?.name || name || "?";
  return h(
    "span",
    {
      class: "avatar",
      "aria-hidden": "true",
      vars: { "--own": safe(user?.avatar?.color) ?? COLORS[sum(shown) % COLORS.length] },
    },
    user?.avatar?.initials ?? initials(shown),
  );
}

const safe = (color) => (/^#[0-9a-f]{6}$/i.test(color ?? "") ? color : null);
const sum = (words) => [...words].reduce((total, char) => total + char.codePointAt(0), 0);

function initials(name) {
  const parts = name.trim().split(/\s+/);
  return parts
    .slice(0, 2)
    .map((part) => [...part][0] ?? "")
    .join("")
    .toUpperCase();
}

/** "Sells · Berlin, 14:07" */
export function roleLine(user) {
  const role = user.title || user.role || (user.is_admin ? "Admin" : "");
  const city = (user.tz ?? "UTC").split("/").at(-1).replaceAll("_", " ");
  return [role, `${city}, ${clockTime(nowSeconds(), user.tz)}`].filter(Boolean).join(" · ");
}

/** The status emoji, and a moon while notifications are paused. */
export function statusMarks(user) {
  if (!user) return null;
  const name = (user.status_emoji ?? "").replaceAll(":", "");
  const isQuiet = user.dnd_until && user.dnd_until > nowSeconds();
  return [
    name
      ? h("span", { class: "status", title: user.status_text || null }, emoji(name) ?? "•")
      : null,
    isQuiet
      ? h(
          "span",
          { class: "status", title: `Notifications paused until ${clockTime(user.dnd_until)}` },
          icon("moon"),
        )
      : null,
  ];
}
