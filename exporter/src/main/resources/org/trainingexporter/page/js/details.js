import { byId, figure, h } from "./dom.js";
import { bytes, compact, number, whole } from "./format.js";

/** What else is known of the run: where it comes from, what was counted, every other value. */
export function details(model) {
  const facts = h("dl", { class: "facts-grid" });
  const values = h("dl", { class: "facts-grid", id: "values" });
  const more = h("details", {}, h("summary", {}, "Other values of the log"), values);
  byId("details").append(h("h2", { id: "details-title" }, "Details"), facts, more);
  model.on("stats", (stats) => {
    facts.replaceChildren(...factsOf(stats).map(pair));
    const others = Object.entries(stats.values ?? {});
    more.hidden = others.length === 0;
    values.replaceChildren(...others.map(([key, value]) => pair([key, key, value, number(value)])));
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
    ...(stats.free_bytes == null ? [] : [["free_bytes", "free for checkpoints", stats.free_bytes, bytes(stats.free_bytes)]]),
  ];
}

function sum(byKind) {
  return Object.values(byKind ?? {}).reduce((total, one) => total + one, 0);
}

function pair([key, word, raw, text]) {
  const dd = h("dd", { data: { value: key } });
  figure(dd, raw, text);
  return h("div", {}, h("dt", {}, word), dd);
}
