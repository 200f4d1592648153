// What every field carries: its id, its name for screen readers, its error and hint.

import { plainText } from "../mrkdwn.js";

export function fieldProps(element, ctx, fallbackName) {
  const field = ctx.field;
  return {
    id: field?.id ?? null,
    "aria-label": field ? null : plainText(element.placeholder?.text) || fallbackName,
    "aria-describedby": field?.described ?? null,
    "aria-invalid": field?.isWrong ? "true" : null,
    "aria-required": field?.isNeeded ? "true" : null,
    "data-action": element.action_id,
    "data-focus": element.focus_on_load || null,
  };
}
