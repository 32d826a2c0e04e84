/** @import { Model } from "../state/model.js" */
import { byId, create, setText } from "../base/dom.js";
import { ignoredFiles } from "./ignored-files.js";

/**
 * The foot of the page: which exporter, where else it answers, and which files it does not read.
 *
 * @param {Model} model
 */
export function foot(model) {
  const program = create("span", {});
  /**
   * @param {string} href
   * @param {string} text
   */
  const link = (href, text) => create("a", { href }, text);
  byId("foot").append(
    program,
    link("metrics", "metrics"),
    link("health", "health"),
    link("api/runs", "JSON"),
    ignoredFiles(model),
  );
  model.on("runs", ({ version }) => setText(program, `Training Exporter ${version}`));
}
