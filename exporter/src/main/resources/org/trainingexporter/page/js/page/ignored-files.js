/** @import { Model } from "../state/model.js" */
import { create, setText } from "../base/dom.js";
import { unreadableOf } from "./unreadable.js";

/**
 * The files that look like logs and are not read, each with the reason; closed until it is asked for.
 *
 * @param {Model} model
 * @returns {HTMLElement} hidden while there are none
 */
export function ignoredFiles(model) {
  const summary = create("summary", {});
  const list = create("ul", {});
  const element = create("details", { class: "ignored", hidden: true }, summary, list);
  let shown = "";
  model.on("runs", ({ ignored: all }) => {
    const ignored = all.filter((one) => !unreadableOf(all).includes(one));
    const now = JSON.stringify(ignored);
    if (now === shown) return;
    shown = now;
    element.hidden = ignored.length === 0;
    setText(summary, sentence(ignored.length));
    list.replaceChildren(...ignored.map(item));
  });
  return element;
}

/** @param {number} files */
function sentence(files) {
  return files === 1 ? "1 file looks like a log and is not read" : `${files} files look like logs and are not read`;
}

/** @param {Api.IgnoredFile} ignored */
export function item({ file, nearest }) {
  return create("li", {}, create("code", {}, file), `: ${nearest}`);
}
