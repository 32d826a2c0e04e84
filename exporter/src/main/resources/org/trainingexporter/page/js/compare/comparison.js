/**
 * @import { Model } from "../state/model.js"
 * @import { View } from "../state/view.js"
 * @import { Row } from "./table.js"
 */
import { csv } from "../base/csv.js";
import { byId, create, setText } from "../base/dom.js";
import { RUN_STROKES } from "../chart/theme.js";
import { save } from "../plots/download.js";
import { rowsOf } from "./table.js";

/**
 * The runs in the plots side by side: newest and best figures, and the settings in which they differ.
 *
 * @param {Model} model
 * @param {View} view
 */
export function comparison(model, view) {
  const section = byId("comparison");
  const all = create("input", { type: "checkbox", id: "equal-settings" });
  const none = create("p", { class: "quiet", hidden: true });
  const head = create("tr");
  const body = create("tbody");
  /** @type {{ runs: Api.Run[], rows: Row[] }} */
  let shown = { runs: [], rows: [] };
  const table = create(
    "button",
    { type: "button", class: "tool", id: "comparison-csv", on: { click: () => saveRows(shown) } },
    "CSV",
  );
  section.append(
    create(
      "div",
      { class: "section-head" },
      create("h2", { id: "comparison-title" }, "Comparison"),
      create("div", { class: "control" }, all, create("label", { for: all.id }, "equal settings too"), table),
    ),
    create(
      "div",
      { class: "scroll wide", tabindex: 0, role: "region", "aria-label": "Figures and settings" },
      create("table", { "aria-labelledby": "comparison-title" }, create("thead", {}, head), body),
    ),
    none,
  );

  let before = "";
  const update = () => {
    const runs = model.entriesInPlots();
    section.hidden = runs.length < 2;
    if (section.hidden) return;
    const rows = rowsOf(runs);
    shown = { runs, rows: rows.filter((row) => all.checked || !row.isSetting || row.differs) };
    const now = JSON.stringify([runs.map(({ run }) => run), shown.rows]);
    if (now === before) return;
    before = now;
    head.replaceChildren(
      create("th", { scope: "col" }, create("span", { class: "unseen" }, "What")),
      ...runs.map(headOf),
    );
    body.replaceChildren(...shown.rows.map(rowOf));
    const settings = rows.filter((row) => row.isSetting);
    const equal = settings.filter((row) => !row.differs).length;
    none.hidden = settings.length > equal;
    setText(
      none,
      settings.length === 0 ? "No setting of these runs is known." : `All ${equal} known settings are equal.`,
    );
  };
  all.addEventListener("change", update);
  model.on(["runs", "run"], update);
  view.on("runs", update);
}

/**
 * @param {Api.Run} run
 * @param {number} index
 */
function headOf({ run }, index) {
  const stroke = create("span", { class: "stroke", data: { stroke: index % RUN_STROKES }, "aria-hidden": "true" });
  return create("th", { scope: "col" }, stroke, run);
}

/** @param {Row} row */
function rowOf({ key, word, texts, differs, best, isSetting }) {
  const isOther = (/** @type {string} */ text) => isSetting === true && differs && text !== texts[0];
  return create(
    "tr",
    { data: { row: key, differs: isSetting === true && differs } },
    create("th", { scope: "row" }, word),
    ...texts.map((text, i) =>
      create(
        "td",
        { data: { best: best.includes(i), other: isOther(text) } },
        text,
        best.includes(i) ? create("span", { class: "best" }, "best") : null,
      ),
    ),
  );
}

/** @param {{ runs: Api.Run[], rows: Row[] }} shown */
function saveRows({ runs, rows }) {
  const text = csv(
    ["", ...runs.map(({ run }) => run)],
    rows.map(({ word, texts }) => [word, ...texts]),
  );
  save(new Blob([text], { type: "text/csv;charset=utf-8" }), "comparison.csv");
}
