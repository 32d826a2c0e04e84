/** @import { Model } from "../state/model.js" */
import { byId, create, setChildren, setValue } from "../base/dom.js";
import { bytes, compact, integer, number } from "../base/format.js";

/** @typedef {{ key: string, word: string, raw: Api.Figure | string, text: string }} Fact */

/**
 * What else is known of the run: where it comes from, what was counted, every other value.
 *
 * @param {Model} model
 */
export function details(model) {
  const facts = create("dl", { class: "facts-grid" });
  const values = create("dl", { class: "facts-grid", id: "values" });
  const more = create("details", {}, create("summary", {}, "Other values in the log"), values);
  byId("details").append(create("h2", { id: "details-title" }, "Details"), facts, more);
  const showFacts = factList(facts);
  const showValues = factList(values);
  model.on("stats", (stats) => {
    showFacts(factsOf(stats));
    const others = Object.entries(stats.values ?? {});
    more.hidden = others.length === 0;
    showValues(others.map(([key, raw]) => ({ key, word: key, raw, text: number(raw) })));
  });
}

/**
 * @param {Api.Stats} stats
 * @returns {Fact[]}
 */
function factsOf({ name, writer, path, times, counts, tokens, free_bytes: free }) {
  /** @type {[key: string, word: string, count: number][]} */
  const counted = [
    ["records", "records read", sum(counts.records)],
    ["rejected_lines", "lines rejected", sum(counts.rejected_lines)],
    ["rejected_values", "values rejected", sum(counts.rejected_values)],
    ["validations", "validations", counts.validations],
    ["checkpoints_total", "checkpoints", counts.checkpoints],
    ["spikes", "spikes", sum(counts.spikes)],
    ["nonfinite", "not finite", sum(counts.nonfinite)],
    ["rewinds", "rewinds", counts.rewinds],
    ["restarts", "restarts", counts.restarts],
    ["errors_total", "errors", sum(counts.errors)],
  ];
  const facts = [
    { key: "writer", word: "written by", raw: writer, text: writer },
    { key: "path", word: "path", raw: path, text: path },
    { key: "times", word: "times are", raw: times, text: times },
    ...counted.map(([key, word, count]) => ({ key, word, raw: count, text: integer(count) })),
  ];
  const known = (/** @type {number | null | undefined} */ value) => value !== null && value !== undefined;
  if (name) facts.unshift({ key: "name", word: "called", raw: name, text: name });
  if (known(tokens)) facts.push({ key: "tokens", word: "tokens", raw: tokens, text: compact(tokens) });
  if (known(free)) facts.push({ key: "free_bytes", word: "free for checkpoints", raw: free, text: bytes(free) });
  return facts;
}

/** @param {Api.Counts} byKind */
function sum(byKind) {
  return Object.values(byKind ?? {}).reduce((total, one) => total + one, 0);
}

/**
 * Shows facts in a list; of those that are there already only the text changes.
 *
 * @param {HTMLElement} list
 * @returns {(facts: Fact[]) => void}
 */
function factList(list) {
  /** @type {Map<string, { value: HTMLElement, element: HTMLElement }>} */
  const lines = new Map();
  /** @param {Fact} fact */
  const lineOf = ({ key, word }) => {
    const value = create("dd", { data: { value: key } });
    return { value, element: create("div", {}, create("dt", {}, word), value) };
  };
  return (facts) => {
    const elements = facts.map((fact) => {
      const line = lines.get(fact.key) ?? lineOf(fact);
      lines.set(fact.key, line);
      setValue(line.value, fact.raw, fact.text);
      return line.element;
    });
    setChildren(list, elements);
  };
}
