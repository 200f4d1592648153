// Blocks that show something from elsewhere: images, files, videos, calls.

import { h } from "../dom.js";
import { icon } from "../icons.js";
import { plainText, withEmoji } from "../mrkdwn.js";
import { link } from "../tokens.js";
import { clockTime, full } from "../time.js";

/** An image of this workspace; one from another host stays words, since nothing leaves here. */
export function picture(item, kind) {
  const source = address(item);
  const alt = item.alt_text || "Picture";
  if (!source) {
    return h(
      "span",
      { class: `picture-away ${kind}`, title: item.image_url ?? null },
      icon("eye"),
      kind === "large" ? alt : null,
    );
  }
  const image = h("img", { src: source, alt, class: `picture ${kind}`, loading: "lazy" });
  return kind === "large"
    ? h("a", { href: source, target: "_blank", rel: "noopener" }, image)
    : image;
}

function address(item) {
  const fileId = item.slack_file?.id;
  if (fileId) return `/page/file/${encodeURIComponent(fileId)}`;
  const raw = item.image_url ?? item.slack_file?.url;
  if (!raw) return null;
  try {
    const url = new URL(raw, location.origin);
    return url.origin === location.origin ? url.href : null;
  } catch {
    return null;
  }
}

export function image(block) {
  return h(
    "figure",
    { class: "block image" },
    block.title ? h("figcaption", null, withEmoji(block.title.text)) : null,
    picture(block, "large"),
  );
}

export function video(block) {
  return h(
    "div",
    { class: "block card" },
    h(
      "strong",
      null,
      block.title_url
        ? link(block.title_url, plainText(block.title?.text))
        : plainText(block.title?.text),
    ),
    h("span", { class: "quiet" }, plainText(block.description?.text)),
  );
}

export function file(block) {
  return fileCard({ id: block.external_id ?? block.file_id, name: block.external_id ?? "File" });
}

/** A file that hangs on a message. */
export function fileCard(item) {
  const source = `/page/file/${encodeURIComponent(item.id)}`;
  const name = item.title || item.name || "File";
  if ((item.mimetype ?? "").startsWith("image/")) {
    return h(
      "figure",
      { class: "block image" },
      h("figcaption", null, name),
      h(
        "a",
        { href: source, target: "_blank", rel: "noopener" },
        h("img", {
          class: "picture large",
          src: source,
          alt: item.alt_txt || item.alt_text || name,
          loading: "lazy",
        }),
      ),
    );
  }
  return h(
    "a",
    { class: "block card file", href: source, target: "_blank", rel: "noopener" },
    icon("file"),
    h("span", null, name),
  );
}

export function call(block) {
  const facts = block.call?.v1 ?? {};
  const hasEnded = facts.has_ended || facts.date_end > 0;
  const when = facts.date_start ? `${full(facts.date_start)}, ${clockTime(facts.date_start)}` : "";
  const until = hasEnded && facts.date_end ? ` to ${clockTime(facts.date_end)}` : "";
  return h(
    "div",
    { class: "block card call" },
    h("span", { class: "call-icon" }, icon("phone")),
    h(
      "div",
      null,
      h("strong", null, facts.name || "Call"),
      h("span", { class: "quiet" }, `${when}${until} · ${hasEnded ? "ended" : "running"}`),
    ),
    facts.join_url && !hasEnded ? link(facts.join_url, "Join") : null,
  );
}
