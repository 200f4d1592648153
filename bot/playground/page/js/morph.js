// Brings an element into agreement with a newly built one, keeping focus, scroll and typing.

import { attach, setVars } from "./dom.js";

/** Replaces what `parent` holds by `nodes`, touching only what differs. */
export function fill(parent, nodes) {
  const waiting = sortByKey(parent.childNodes);
  let place = parent.firstChild;
  for (const fresh of nodes.flat(Infinity).filter(Boolean)) {
    const kept = takeMatch(waiting, fresh);
    if (kept) morph(kept, fresh);
    const node = kept ?? fresh;
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
  }
  for (const left of [...waiting.keyed.values(), ...waiting.plain]) left.remove();
}

function sortByKey(children) {
  const waiting = { keyed: new Map(), plain: [] };
  for (const child of children) {
    if (child.pageKey === undefined || waiting.keyed.has(child.pageKey)) waiting.plain.push(child);
    else waiting.keyed.set(child.pageKey, child);
  }
  return waiting;
}

function takeMatch(waiting, fresh) {
  if (fresh.pageKey !== undefined) {
    const old = waiting.keyed.get(fresh.pageKey);
    if (!old || old.nodeName !== fresh.nodeName) return null;
    waiting.keyed.delete(fresh.pageKey);
    return old;
  }
  const at = waiting.plain.findIndex(
    (old) => old.pageKey === undefined && old.nodeName === fresh.nodeName,
  );
  return at < 0 ? null : waiting.plain.splice(at, 1)[0];
}

function morph(old, fresh) {
  if (old === fresh) return;
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== fresh.data) old.data = fresh.data;
    return;
  }
  if (fresh.pageSig !== undefined && old.pageSig === fresh.pageSig) return;
  old.pageSig = fresh.pageSig;
  takeAttributes(old, fresh);
  takeHandlers(old, fresh);
  fill(old, [...fresh.childNodes]);
  takeLive(old, fresh);
}

function takeAttributes(old, fresh) {
  for (const { name, value } of fresh.attributes) {
    if (name !== "style" && !old.pageHolds?.includes(name) && old.getAttribute(name) !== value) {
      old.setAttribute(name, value);
    }
  }
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !belongsToReader(old, name)) old.removeAttribute(name);
  }
  if (fresh.pageVars) setVars(old, fresh.pageVars);
}

// What a reader opened stays open; a style was set through the style object; an open menu or list
// of suggestions holds some attributes of its button or field (`pageHolds`).
function belongsToReader(node, name) {
  return (
    name === "style" ||
    node.pageHolds?.includes(name) ||
    (name === "open" && node.nodeName === "DETAILS")
  );
}

function takeHandlers(old, fresh) {
  old.pageOn = fresh.pageOn;
  for (const type of Object.keys(fresh.pageOn ?? {})) attach(old, type);
}

function takeLive(old, fresh) {
  if (!fresh.pageLive) return;
  old.pageLive = fresh.pageLive;
  const isTyping = old === document.activeElement && /^(INPUT|TEXTAREA)$/.test(old.nodeName);
  for (const [name, value] of Object.entries(fresh.pageLive)) {
    if (isTyping && name === "value") continue;
    if (old[name] !== value) old[name] = value;
  }
}
