// The list of block types and what shows each; an unknown one is named instead of hidden.

import { h } from "../dom.js";
import { actions, input } from "./forms.js";
import { call, file, image, video } from "./media.js";
import { alert, card, container, contextActions } from "./newer.js";
import { richText } from "./rich_text.js";
import { table } from "./table.js";
import { context, divider, header, markdownBlock, section } from "./words.js";

const SHOWN_BY = {
  section,
  header,
  context,
  divider,
  markdown: markdownBlock,
  image,
  video,
  file,
  call,
  rich_text: richText,
  table,
  actions,
  input,
  alert,
  card,
  container,
  context_actions: contextActions,
};

/**
 * The nodes of some blocks. `ctx` says where they stand:
 * {id, container (for presses), values (state), errors, isDisabled}.
 */
export function showBlocks(blocks, ctx) {
  return (blocks ?? []).map((block, at) => {
    const build = SHOWN_BY[block.type];
    const node = build
      ? build(block, ctx)
      : h("p", { class: "unknown" }, `This page does not know the block “${block.type}”.`);
    node.pageKey = block.block_id || `block ${at}`;
    return node;
  });
}
