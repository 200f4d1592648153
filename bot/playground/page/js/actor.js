// "Acting as": who the page is right now, the switch to others, and how that person is.

import { act } from "./api.js";
import { openDialog } from "./dialog.js";
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { toggleMenu } from "./menu.js";
import { avatar, roleLine, statusMarks } from "./people.js";
import { go } from "./router.js";
import { me, nowSeconds, store } from "./store.js";
import { clockTime } from "./time.js";

const ZONES = [
  "Europe/Berlin",
  "Europe/London",
  "America/New_York",
  "America/Los_Angeles",
  "Asia/Tokyo",
  "Asia/Kolkata",
  "Australia/Sydney",
  "UTC",
];
const STATUSES = [
  ["", "", "Nothing"],
  [":calendar:", "In a meeting", "In a meeting"],
  [":car:", "On the way", "On the way"],
  [":face_with_thermometer:", "Out sick", "Out sick"],
  [":palm_tree:", "On leave", "On leave"],
];
const HOUR = 3600;

export function actor() {
  const user = me();
  if (!user) return null;
  return h(
    "button",
    {
      type: "button",
      class: "actor",
      "aria-haspopup": "menu",
      "aria-expanded": "false",
      "aria-label": `Acting as ${user.real_name || user.name}. Switch person`,
      on: { click: (event) => toggleMenu(event.currentTarget, choices(user), "Act as") },
    },
    avatar(user.id),
    h(
      "span",
      { class: "actor-words" },
      h(
        "span",
        { class: "actor-name" },
        h("small", null, "Acting as "),
        user.real_name || user.name,
        statusMarks(user),
      ),
      h("small", null, roleLine(user)),
    ),
    icon("down"),
  );
}

function choices(user) {
  const people = store.state.users.filter((one) => !one.is_bot && !one.deleted);
  return [
    { divider: "Act as" },
    ...people.map((one) => ({
      label: one.real_name || one.name,
      detail: roleLine(one),
      picked: one.id === user.id,
      lead: avatar(one.id),
      choose: () => switchTo(one.id),
    })),
    { divider: "Right now" },
    { label: `Status and zone of ${user.real_name || user.name}…`, choose: () => openStatus(user) },
    user.dnd_until > nowSeconds()
      ? { label: "Resume notifications", choose: () => act("set_dnd", { until: 0 }) }
      : {
          label: "Pause notifications for two hours",
          choose: () => act("set_dnd", { until: Math.floor(nowSeconds() + 2 * HOUR) }),
        },
  ];
}

// A direct message belongs to one person; whoever looked at an app finds their own with it.
function switchTo(id) {
  const other = store.state.ims.find((one) => one.id === store.place.at)?.user;
  go({ as: id, at: other ?? store.place.at, thread: null });
}

function openStatus(user) {
  const status = h(
    "select",
    { class: "select", id: "own-status" },
    STATUSES.map(([mark, , label], at) =>
      h("option", { value: String(at), selected: mark === (user.status_emoji ?? "") }, label),
    ),
  );
  const zones = ZONES.includes(user.tz) ? ZONES : [user.tz, ...ZONES];
  const zone = h(
    "select",
    { class: "select", id: "own-zone" },
    zones.map((name) =>
      h(
        "option",
        { value: name, selected: name === user.tz },
        `${name.replaceAll("_", " ")}, now ${clockTime(nowSeconds(), name)}`,
      ),
    ),
  );
  const save = async (close) => {
    const [mark, text] = STATUSES[Number(status.value)];
    close(true);
    if (mark !== (user.status_emoji ?? "")) await act("set_status", { text, emoji: mark });
    if (zone.value !== user.tz) await act("set_tz", { tz: zone.value });
  };
  return openDialog(`${user.real_name || user.name}, right now`, (close) => [
    h(
      "div",
      { class: "dialog-body" },
      h("label", { for: "own-status" }, "Status"),
      status,
      h("label", { for: "own-zone" }, "Time zone"),
      zone,
    ),
    h(
      "div",
      { class: "dialog-foot" },
      h("button", { type: "button", class: "button", on: { click: () => close() } }, "Cancel"),
      h(
        "button",
        { type: "button", class: "button primary", on: { click: () => save(close) } },
        "Save",
      ),
    ),
  ]);
}
