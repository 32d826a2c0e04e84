/** @import { Model } from "../state/model.js" */
import { byId, create } from "../base/dom.js";
import { icon } from "../base/icons.js";

/**
 * What is watched and cannot be read, above everything else: nothing else says why a run is missing.
 *
 * @param {Model} model
 */
export function unreadable(model) {
  const section = byId("unreadable");
  let before = "";
  model.on("runs", ({ ignored }) => {
    const found = unreadableOf(ignored);
    const now = JSON.stringify(found);
    if (now === before) return;
    before = now;
    section.hidden = found.length === 0;
    section.replaceChildren(
      icon("alert"),
      create("ul", {}, ...found.map(({ file, nearest }) => create("li", {}, create("code", {}, file), `: ${nearest}`))),
    );
  });
}

/** @param {Api.IgnoredFile[]} ignored */
export function unreadableOf(ignored) {
  return (ignored ?? []).filter(({ reason }) => reason === "unreadable");
}
