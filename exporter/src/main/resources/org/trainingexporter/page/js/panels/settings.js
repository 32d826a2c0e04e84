/** @import { Model } from "../state/model.js" */
import { byId, create, setChildren, setText } from "../base/dom.js";

/**
 * The settings of the run, with search. The section is there once the run has some.
 *
 * @param {Model} model
 */
export function settings(model) {
  const section = byId("settings");
  const search = create("input", {
    type: "search",
    id: "setting-search",
    placeholder: "Search settings",
    "aria-label": "Search settings",
    autocomplete: "off",
  });
  const none = create("p", { class: "quiet", hidden: true }, "No setting has a name or a value like this.");
  const list = create("dl", { class: "facts-grid" });
  section.append(create("h2", { id: "settings-title" }, "Settings"), search, none, list);
  /** @type {Map<string, { value: HTMLElement, element: HTMLElement }>} */
  const lines = new Map();
  /** @param {string} name */
  const lineOf = (name) => {
    const value = create("dd", { data: { setting: name } });
    return { value, element: create("div", {}, create("dt", {}, name), value) };
  };

  const update = () => {
    const all = model.entry(model.run)?.settings ?? {};
    const found = matching(all, search.value);
    section.hidden = Object.keys(all).length === 0;
    none.hidden = found.length > 0;
    const elements = found.map(([name, text]) => {
      const line = lines.get(name) ?? lineOf(name);
      lines.set(name, line);
      setText(line.value, text);
      return line.element;
    });
    setChildren(list, elements);
  };
  search.addEventListener("input", update);
  model.on(["runs", "run"], update);
}

/**
 * The settings in whose name or value every word stands.
 *
 * @param {Record<string, string>} all
 * @param {string} text
 */
export function matching(all, text) {
  const words = text.toLowerCase().split(/\s+/);
  return Object.entries(all).filter(([name, value]) => {
    const searched = `${name} ${value}`.toLowerCase();
    return words.every((word) => searched.includes(word));
  });
}
