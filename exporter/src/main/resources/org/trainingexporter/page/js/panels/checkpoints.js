/** @import { Model } from "../state/model.js" */
import { byId, create, setText, setValue } from "../base/dom.js";
import { bytes, dateTime, number, position } from "../base/format.js";
import { icon } from "../base/icons.js";

/** What stands in each column, besides name and step: what rates the checkpoints of the run. */
const BY_VALIDATION = [
  { word: "Val. loss", read: (/** @type {Api.Checkpoint} */ one) => one.validation_loss },
  { word: "Perplexity", read: (/** @type {Api.Checkpoint} */ one) => one.validation_perplexity },
];
const BY_REWARD = [{ word: "Reward", read: (/** @type {Api.Checkpoint} */ one) => one.reward }];

/**
 * The checkpoints, newest first; the best one has a trophy and the word.
 *
 * @param {Model} model
 */
export function checkpoints(model) {
  const body = create("tbody");
  const none = create("p", { class: "quiet" });
  const head = create("tr");
  const table = create("table", { "aria-labelledby": "checkpoints-title" }, create("thead", {}, head), body);
  const label = "Checkpoints, newest first";
  byId("checkpoints").append(
    create("h2", { id: "checkpoints-title" }, "Checkpoints"),
    create("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": label }, table, none),
  );

  const update = () => {
    const all = model.parts.checkpoints?.checkpoints ?? [];
    table.hidden = all.length === 0;
    none.hidden = all.length > 0;
    setText(none, "No checkpoint yet. Directories such as checkpoint-500 beside the log are found automatically.");
    const columns = columnsOf(all);
    const words = ["Checkpoint", "Step", ...columns.map(({ word }) => word)];
    head.replaceChildren(
      ...words.map((word, i) => create("th", { scope: "col", class: i > 0 ? "figure" : null }, word)),
    );
    body.replaceChildren(...all.map((one) => rowOf(one, columns)));
  };
  model.on(["checkpoints", "run"], update);
}

/**
 * Rewards rate the checkpoints of a run without validation loss.
 *
 * @param {Api.Checkpoint[]} all
 */
export function columnsOf(all) {
  return all.some(({ reward }) => reward !== null) ? BY_REWARD : BY_VALIDATION;
}

/**
 * @param {Api.Checkpoint} checkpoint
 * @param {typeof BY_VALIDATION} columns
 */
function rowOf(checkpoint, columns) {
  const { name, saved, size_bytes: size } = checkpoint;
  const facts = [saved === null ? "" : dateTime(saved), size === null ? "" : bytes(size)];
  const best = checkpoint.best ? create("span", { class: "best" }, icon("trophy"), "best") : null;
  return create(
    "tr",
    { data: { checkpoint: name, best: checkpoint.best } },
    create(
      "th",
      { scope: "row" },
      create("span", { class: "checkpoint-name" }, name),
      best,
      create("span", { class: "facts" }, facts.filter((fact) => fact !== "").join(" · ")),
    ),
    cellOf(checkpoint.step, position),
    ...columns.map(({ read }) => cellOf(read(checkpoint), number)),
  );
}

/**
 * @param {Api.Figure} value
 * @param {(value: Api.Figure) => string} format
 */
function cellOf(value, format) {
  const element = create("td", { class: "figure" });
  setValue(element, value, format(value));
  return element;
}
