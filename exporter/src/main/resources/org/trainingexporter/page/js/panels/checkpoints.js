/** @import { Model } from "../state/model.js" */
import { byId, create, setText, setValue } from "../base/dom.js";
import { bytes, dateTime, number, position } from "../base/format.js";
import { icon } from "../base/icons.js";

const HEADS = ["Checkpoint", "Step", "Val. loss", "Perplexity"];

/**
 * The checkpoints, newest first; the best one has a trophy and the word.
 *
 * @param {Model} model
 */
export function checkpoints(model) {
  const body = create("tbody");
  const none = create("p", { class: "quiet" });
  const heads = HEADS.map((word, i) => create("th", { scope: "col", class: i > 0 ? "figure" : null }, word));
  const table = create(
    "table",
    { "aria-labelledby": "checkpoints-title" },
    create("thead", {}, create("tr", {}, ...heads)),
    body,
  );
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
    body.replaceChildren(...all.map(rowOf));
  };
  model.on(["checkpoints", "run"], update);
}

/** @param {Api.Checkpoint} checkpoint */
function rowOf(checkpoint) {
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
    cellOf(checkpoint.validation_loss, number),
    cellOf(checkpoint.validation_perplexity, number),
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
