// Remembers what was typed or picked in blocks, until the server's view or message is gone.

const typed = new Map();

const keyOf = (ctx, blockId, actionId) => `${ctx.id} ${blockId} ${actionId}`;

export function remember(ctx, blockId, actionId, value) {
  typed.set(keyOf(ctx, blockId, actionId), value);
}

/** The value to show: what was typed here, else the server's state, else the block's own start. */
export function valueOf(ctx, blockId, element) {
  const key = keyOf(ctx, blockId, element.action_id);
  if (typed.has(key)) return typed.get(key);
  const known = ctx.values?.[blockId]?.[element.action_id];
  return known ? fromState(known) : initial(element);
}

/** Forgets everything typed in one view or message. */
export function forget(id) {
  for (const key of typed.keys()) if (key.startsWith(`${id} `)) typed.delete(key);
}

/** A number that changes whenever something typed in this place does. */
export function typedIn(id) {
  const own = [...typed].filter(([key]) => key.startsWith(`${id} `));
  return JSON.stringify(own);
}

const ids = (options) => (options ?? []).map((option) => option.value ?? option);

// Both tables read Slack's names: what an element of `view.state.values` or a block carries.
function fromState(known) {
  if ("selected_options" in known) return ids(known.selected_options);
  if ("selected_option" in known) return known.selected_option?.value ?? null;
  for (const [name, value] of Object.entries(known)) if (name !== "type") return value;
  return null;
}

function initial(element) {
  if (element.initial_options) return ids(element.initial_options);
  if (element.initial_option) return element.initial_option.value;
  const name = Object.keys(element).find((one) => one.startsWith("initial_"));
  if (name) return element[name];
  return /^multi_|^checkboxes$/.test(element.type) ? [] : null;
}
