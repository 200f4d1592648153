// The rich_text block: what Slack's own editor writes.

import { h } from "../dom.js";
import { emoji } from "../emoji.js";
import { link, token } from "../tokens.js";

export function richText(block) {
  return h("div", { class: "block words rich" }, (block.elements ?? []).map(part));
}

function part(element) {
  const inner = () => (element.elements ?? []).map((one) => piece(one, element.type));
  switch (element.type) {
    case "rich_text_list":
      return list(element);
    case "rich_text_preformatted":
      return h("pre", null, inner());
    case "rich_text_quote":
      return h("blockquote", null, inner());
    default:
      return h("div", { class: "rich-section" }, inner());
  }
}

function list(element) {
  const tag = element.style === "ordered" ? "ol" : "ul";
  return h(
    tag,
    {
      class: `indent-${Math.min(element.indent ?? 0, 8)}`,
      start: element.style === "ordered" && element.offset ? element.offset + 1 : null,
    },
    (element.elements ?? []).map((one) =>
      h(
        "li",
        null,
        (one.elements ?? []).map((inner) => piece(inner)),
      ),
    ),
  );
}

function piece(one, inside) {
  return styled(bare(one, inside), one.style ?? {});
}

function bare(one, inside) {
  switch (one.type) {
    case "text":
      return h("span", { class: "kept" }, one.text ?? "");
    case "link":
      return inside === "rich_text_preformatted"
        ? (one.text ?? one.url)
        : link(one.url ?? "", one.text || undefined);
    case "user":
      return token(`@${one.user_id}`);
    case "channel":
      return token(`#${one.channel_id}`);
    case "usergroup":
      return token("!subteam^");
    case "broadcast":
      return token(`!${one.range}`);
    case "emoji":
      return h(
        "span",
        { class: "emoji", title: `:${one.name}:` },
        emoji(one.name ?? "") ?? `:${one.name}:`,
      );
    case "date":
      return token(`!date^${one.timestamp}^${one.format ?? "{date}"}|${one.fallback ?? ""}`);
    case "color":
      return h(
        "span",
        { class: "swatch", vars: { "--swatch": safeColor(one.value) } },
        one.value ?? "",
      );
    default:
      return h("span", null, one.text ?? "");
  }
}

const safeColor = (value) =>
  /^#?[0-9a-f]{3,8}$/i.test(value ?? "") ? `#${value.replace("#", "")}` : "transparent";

function styled(node, style) {
  let shown = node;
  for (const [name, tag] of [
    ["bold", "strong"],
    ["italic", "em"],
    ["strike", "s"],
    ["underline", "u"],
    ["code", "code"],
  ]) {
    if (style[name]) shown = h(tag, null, shown);
  }
  return shown;
}
