// Makes page elements from plain data; whatever people wrote becomes text, never markup.

const PROPERTIES = new Set(["value", "checked", "indeterminate", "selected"]);

/** One element: `h("button", {class: "x", on: {click}}, "Save")`; false and null are left out. */
export function h(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) setProp(node, name, value);
  append(node, children);
  return node;
}

export function append(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

function setProp(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "on") listen(node, value);
  else if (name === "key") node.pageKey = String(value);
  else if (name === "sig") node.pageSig = value;
  else if (name === "vars") setVars(node, value);
  else if (PROPERTIES.has(name)) setLive(node, name, value);
  else node.setAttribute(name, value === true ? "" : String(value));
}

// A kept element takes over its successor's handlers, so listeners look them up when called.
function listen(node, handlers) {
  node.pageOn = handlers;
  for (const type of Object.keys(handlers)) attach(node, type);
}

export function attach(node, type) {
  node.pageListens ??= new Set();
  if (node.pageListens.has(type)) return;
  node.pageListens.add(type);
  node.addEventListener(type, (event) => node.pageOn?.[type]?.(event));
}

function setLive(node, name, value) {
  node.pageLive ??= {};
  node.pageLive[name] = value;
  node[name] = value;
}

// The content security policy forbids style attributes, not the style object.
export function setVars(node, vars) {
  node.pageVars = vars;
  for (const [name, value] of Object.entries(vars)) node.style.setProperty(name, value);
}
