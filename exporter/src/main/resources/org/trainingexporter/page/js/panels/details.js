import { byId, create, setChildren, setValue } from "../base/dom.js";
import { bytes, compact, integer, number } from "../base/format.js";

/** What else is known of the run: where it comes from, what was counted, every other value. */
export function details(model) {
  const facts = create("dl", { class: "facts-grid" });
  const values = create("dl", { class: "facts-grid", id: "values" });
  const more = create("details", {}, create("summary", {}, "Other values of the log"), values);
  byId("details").append(create("h2", { id: "details-title" }, "Details"), facts, more);
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
    ...counted.map(([key, word, value]) => [key, word, value, integer(value)]),
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
      if (!made.has(key))
        made.set(key, create("div", {}, create("dt", {}, word), create("dd", { data: { value: key } })));
      setValue(made.get(key).lastChild, raw, text);
      return made.get(key);
    });
    setChildren(list, lines);
  };
}
