// One message: who, when, what, and its replies.

import { attachments } from "./attachments.js";
import { fileCard } from "./blocks/media.js";
import { showBlocks } from "./blocks/index.js";
import { h } from "./dom.js";
import { editor } from "./editor.js";
import { emoji } from "./emoji.js";
import { icon } from "./icons.js";
import { isMe, tools } from "./message_menu.js";
import { mrkdwn } from "./mrkdwn.js";
import { avatar } from "./people.js";
import { go } from "./router.js";
import { app, nameOf, person, store } from "./store.js";
import { clockTime, full, namedDay } from "./time.js";

export const messageId = (at, one) => `${at}:${one.ts}`;

export function message(one, { at, isCompact, isThread }) {
  const seconds = Number(one.ts);
  const when = h(
    "time",
    { class: "when", title: `${full(seconds)}, ${clockTime(seconds)}` },
    clockTime(seconds),
  );
  const isNote = /^(channel|group)_(join|leave|topic|name|archive)|^tombstone$/.test(
    one.subtype ?? "",
  );
  const classes = [
    "message",
    isCompact && "compact",
    one.ephemeral && "ephemeral",
    isNote && "note",
    isMe(one) && "own",
  ]
    .filter(Boolean)
    .join(" ");
  return h(
    "article",
    {
      class: classes,
      "data-ts": one.ts,
      tabindex: "0",
      "aria-label": `${author(one)}, ${clockTime(seconds)}`,
    },
    isCompact ? h("span", { class: "gutter" }, when) : avatar(one.user, one.username),
    h(
      "div",
      { class: "message-body" },
      isCompact
        ? null
        : h(
            "div",
            { class: "message-head" },
            h("strong", null, author(one)),
            isApp(one) ? h("span", { class: "badge" }, "App") : null,
            when,
          ),
      one.ephemeral ? h("p", { class: "only-you" }, icon("eye"), "Only visible to you") : null,
      store.editing === one.ts && !isThread ? editor(one, at) : content(one, at),
      one.reply_count && !isThread ? replies(one) : null,
    ),
    isNote ? null : tools(one, at, isThread),
  );
}

const author = (one) =>
  one.subtype === "tombstone"
    ? "Deleted"
    : one.username || nameOf(one.user ?? one.bot_id ?? "") || "App";
const isApp = (one) => Boolean(one.bot_id || app(one.user) || person(one.user)?.is_bot);

function content(one, at) {
  const ctx = {
    id: messageId(at, one),
    values: one.state?.values,
    container: { type: "message", channel: at, ts: one.ts, is_ephemeral: Boolean(one.ephemeral) },
  };
  const edited = one.edited ? h("span", { class: "edited" }, "(edited)") : null;
  return [
    one.blocks?.length && !isTyped(one)
      ? [h("div", { class: "blocks" }, showBlocks(one.blocks, ctx)), edited]
      : h("div", { class: "words" }, mrkdwn(one.text), edited),
    attachments(one.attachments, ctx),
    (one.files ?? []).map(fileCard),
    reactions(one),
  ];
}

// What a person typed comes with a block of plain words; its marks for bold and lists are in the
// text, which reads better.
function isTyped(one) {
  const [block, more] = one.blocks;
  const [part, other] = block.elements ?? [];
  return (
    !one.bot_id &&
    !more &&
    !other &&
    block.type === "rich_text" &&
    part?.type === "rich_text_section" &&
    part.elements.every((piece) => !piece.style)
  );
}

function reactions(one) {
  if (!one.reactions?.length) return null;
  return h(
    "div",
    { class: "reactions" },
    one.reactions.map((reaction) =>
      h(
        "span",
        { class: "reaction", title: (reaction.users ?? []).map(nameOf).join(", ") },
        emoji(reaction.name) ?? `:${reaction.name}:`,
        ` ${reaction.count}`,
      ),
    ),
  );
}

function replies(one) {
  const count = one.reply_count === 1 ? "1 reply" : `${one.reply_count} replies`;
  const latest = Number(one.latest_reply);
  return h(
    "button",
    { type: "button", class: "replies", on: { click: () => go({ thread: one.ts }) } },
    h(
      "span",
      { class: "faces" },
      (one.reply_users ?? [])
        .filter(person)
        .slice(0, 3)
        .map((user) => avatar(user)),
    ),
    h("strong", null, count),
    latest
      ? h("span", { class: "quiet" }, `last ${replyDay(latest)} ${clockTime(latest)}`)
      : null,
  );
}

/** Within a line: "today", "yesterday", else the day as it is named. */
const replyDay = (seconds) => namedDay(seconds).replace(/^(Today|Yesterday)$/, (day) => day.toLowerCase());
