import { arrange, byId, figure, h } from "../base/dom.js";
import { bytes, compact, number, whole } from "../base/format.js";

/** What else is known of the run: where it comes from, what was counted, every other value. */
export function details(model) {
  const facts = h("dl", { class: "facts-grid" });
  const values = h("dl", { class: "facts-grid", id: "values" });
  const more = h("details", {}, h("summary", {}, "Other values of the log"), values);
  byId("details").append(h("h2", { id: "details-title" }, "Details"), facts, more);
  const showFacts = table(facts);
  const showValues = table(values);
  model.on("stats", (stats) => {
    showFacts(factsOf(stats));
    const others = Object.entries(stats.values ?? {});
    more.hidden = others.length === 0;
    showValues(others.map(([key, value]) => [key, key, value, number(value)]));
  });
}

function factsOf(stats) {
  const { counts } = stats;
  const counted = [
    ["records", "records read", sum(counts.records)],
    ["rejected_lines", "lines refused", sum(counts.rejected_lines)],
    ["rejected_values", "values refused", sum(counts.rejected_values)],
    ["validations", "validations", counts.validations],
    ["checkpoints_total", "checkpoints", counts.checkpoints],
    ["spikes", "spikes", sum(counts.spikes)],
    ["nonfinite", "not finite", sum(counts.nonfinite)],
    ["rewinds", "rewinds", counts.rewinds],
    ["restarts", "restarts", counts.restarts],
    ["errors_total", "errors", sum(counts.errors)],
  ];
  return [
    ["writer", "written by", stats.writer, stats.writer],
    ["path", "path", stats.path, stats.path],
    ...counted.map(([key, word, value]) => [key, word, value, whole(value)]),
    ...(stats.tokens == null ? [] : [["tokens", "tokens", stats.tokens, compact(stats.tokens)]]),
    ...(stats.free_bytes == null
      ? []
      : [["free_bytes", "free for checkpoints", stats.free_bytes, bytes(stats.free_bytes)]]),
  ];
}

function sum(byKind) {
  return Object.values(byKind ?? {}).reduce((total, one) => total + one, 0);
}

/** Writes pairs [key, word, raw, text] into a list; what is there already only changes its text. */
function table(list) {
  const made = new Map();
  return (pairs) => {
    const lines = pairs.map(([key, word, raw, text]) => {
      if (!made.has(key)) made.set(key, h("div", {}, h("dt", {}, word), h("dd", { data: { value: key } })));
      figure(made.get(key).lastChild, raw, text);
      return made.get(key);
    });
    arrange(list, lines);
  };
}
