import { byId, figure, h, write } from "../base/dom.js";
import { bytes, moment, number, position } from "../base/format.js";
import { icon } from "../base/icons.js";

const HEAD = ["Checkpoint", "Step", "Val. loss", "Perplexity"];

/** The checkpoints, newest first; the best carries a trophy and the word. */
export function checkpoints(model) {
  const body = h("tbody");
  const none = h("p", { class: "quiet" });
  const table = h(
    "table",
    { "aria-labelledby": "checkpoints-title" },
    h(
      "thead",
      {},
      h("tr", {}, ...HEAD.map((word, i) => h("th", { scope: "col", class: i > 0 ? "figure" : null }, word))),
    ),
    body,
  );
  byId("checkpoints").append(
    h("h2", { id: "checkpoints-title" }, "Checkpoints"),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Checkpoints, newest first" }, table, none),
  );

  const follow = () => {
    const all = model.parts.checkpoints?.checkpoints ?? [];
    table.hidden = all.length === 0;
    none.hidden = all.length > 0;
    write(
      none,
      "No checkpoint has been seen. Directories such as checkpoint-500 beside the log are found by themselves.",
    );
    body.replaceChildren(...all.map(row));
  };
  model.on("checkpoints run", follow);
}

function row(checkpoint) {
  const facts = [
    checkpoint.saved === null ? null : moment(checkpoint.saved),
    checkpoint.size_bytes === null ? null : bytes(checkpoint.size_bytes),
  ].filter((fact) => fact !== null);
  const best = checkpoint.best ? h("span", { class: "best" }, icon("trophy"), "best") : null;
  return h(
    "tr",
    { data: { checkpoint: checkpoint.name, best: checkpoint.best } },
    h(
      "th",
      { scope: "row" },
      h("span", { class: "checkpoint-name" }, checkpoint.name),
      best,
      h("span", { class: "facts" }, facts.join(" · ")),
    ),
    cell(checkpoint.step, position),
    cell(checkpoint.validation_loss, number),
    cell(checkpoint.validation_perplexity, number),
  );
}

function cell(value, as) {
  const element = h("td", { class: "figure" });
  figure(element, value, as(value));
  return element;
}
