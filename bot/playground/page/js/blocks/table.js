// The table block: rows of raw or rich text cells, the first row as its head.

import { h } from "../dom.js";
import { withEmoji } from "../mrkdwn.js";
import { richText } from "./rich_text.js";

export function table(block) {
  const columns = block.column_settings ?? [];
  return h(
    "div",
    { class: "block table-frame", tabindex: "0", role: "group", "aria-label": "Table" },
    h(
      "table",
      null,
      (block.rows ?? []).map((row, at) =>
        h(
          "tr",
          null,
          row.map((cell, column) => cellNode(cell, at === 0, columns[column])),
        ),
      ),
    ),
  );
}

function cellNode(cell, isHead, settings) {
  const align = ["center", "right"].includes(settings?.align) ? `align-${settings.align}` : "";
  const wrap = settings?.is_wrapped ? " wrapped" : "";
  const content =
    cell?.type === "rich_text" ? richText(cell) : withEmoji(cell?.text ?? cell?.value ?? "");
  return h(
    isHead ? "th" : "td",
    { class: align + wrap || null, scope: isHead ? "col" : null },
    content,
  );
}
