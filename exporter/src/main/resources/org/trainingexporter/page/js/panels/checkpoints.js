import { byId, create, setText, setValue } from "../base/dom.js";
import { bytes, dateTime, number, position } from "../base/format.js";
import { icon } from "../base/icons.js";

const HEAD = ["Checkpoint", "Step", "Val. loss", "Perplexity"];

/** The checkpoints, newest first; the best carries a trophy and the word. */
export function checkpoints(model) {
  const body = create("tbody");
  const none = create("p", { class: "quiet" });
  const table = create(
    "table",
    { "aria-labelledby": "checkpoints-title" },
    create(
      "thead",
      {},
      create("tr", {}, ...HEAD.map((word, i) => create("th", { scope: "col", class: i > 0 ? "figure" : null }, word))),
    ),
    body,
  );
  byId("checkpoints").append(
    create("h2", { id: "checkpoints-title" }, "Checkpoints"),
    create(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": "Checkpoints, newest first" },
      table,
      none,
    ),
  );

  const follow = () => {
    const all = model.parts.checkpoints?.checkpoints ?? [];
    table.hidden = all.length === 0;
    none.hidden = all.length > 0;
    setText(
      none,
      "No checkpoint has been seen. Directories such as checkpoint-500 beside the log are found by themselves.",
    );
    body.replaceChildren(...all.map(row));
  };
  model.on("checkpoints run", follow);
}

function row(checkpoint) {
  const facts = [
    checkpoint.saved === null ? null : dateTime(checkpoint.saved),
    checkpoint.size_bytes === null ? null : bytes(checkpoint.size_bytes),
  ].filter((fact) => fact !== null);
  const best = checkpoint.best ? create("span", { class: "best" }, icon("trophy"), "best") : null;
  return create(
    "tr",
    { data: { checkpoint: checkpoint.name, best: checkpoint.best } },
    create(
      "th",
      { scope: "row" },
      create("span", { class: "checkpoint-name" }, checkpoint.name),
      best,
      create("span", { class: "facts" }, facts.join(" · ")),
    ),
    cell(checkpoint.step, position),
    cell(checkpoint.validation_loss, number),
    cell(checkpoint.validation_perplexity, number),
  );
}

function cell(value, as) {
  const element = create("td", { class: "figure" });
  setValue(element, value, as(value));
  return element;
}
