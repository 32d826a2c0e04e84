/** @import { View } from "../state/view.js" */
import { create, setAttribute, setChildren, setText, setValue } from "../base/dom.js";
import { percent } from "../base/format.js";

/** So many layers are shown, those with most dead units. */
const MOST = 30;
/** Above it the exporter warns. */
const LIMIT = 0.1;

/**
 * Units that were 0 for a whole batch, by layer, beside the share from which on it is a warning.
 *
 * @param {View} view
 */
export function deadUnits(view) {
  const note = create("p", { class: "hint" });
  const list = create("ul", { class: "dead-list" });
  const element = create(
    "section",
    { class: "panel", id: "dead", "aria-labelledby": "dead-title", hidden: true },
    create("h3", { id: "dead-title" }, "Dead units"),
    note,
    list,
  );
  /** @type {Map<string, ReturnType<typeof rowOf>>} */
  const rows = new Map();

  /** @param {Api.Layers} answer */
  const show = ({ layers }) => {
    const known = layers.flatMap(({ layer, activation }) => {
      const share = activation?.zero_units ?? null;
      return share === null ? [] : [{ layer, share }];
    });
    element.hidden = known.length === 0;
    if (element.hidden) return;
    const worst = [...known].sort((a, b) => b.share - a.share).slice(0, MOST);
    const shown = known.filter((one) => worst.includes(one));
    const most = Math.max(2 * LIMIT, ...shown.map((one) => one.share));
    const end = Math.min(1, Math.ceil(most * 10 + 0.2) / 10);
    const above = known.filter((one) => one.share > LIMIT).length;
    const more = shown.length < known.length ? ` Shown: the ${MOST} of ${known.length} layers with most.` : "";
    setText(
      note,
      `Share of units that were 0 for a whole batch: ${above === 0 ? "no layer is" : above === 1 ? "1 layer is" : `${above} layers are`} above 10 %, the limit for a warning.${more}`,
    );
    const elements = shown.map(({ layer, share }) => {
      const row = rows.get(layer) ?? rowOf(layer, view);
      rows.set(layer, row);
      row.show(share, end);
      return row.element;
    });
    setChildren(list, elements);
  };
  return { element, show };
}

/**
 * @param {string} layer
 * @param {View} view
 */
function rowOf(layer, view) {
  const bar = create("span", { class: "dead-bar" });
  const limit = create("span", { class: "dead-limit" });
  const text = create("span", { class: "figure" });
  const click = () => view.set({ layer });
  const name = create("button", { type: "button", class: "run-name", on: { click } }, layer);
  const element = create(
    "li",
    { data: { dead: layer } },
    name,
    create("span", { class: "dead-track", "aria-hidden": "true" }, bar, limit),
    text,
  );
  /**
   * @param {number} share
   * @param {number} end the share at the right end of the track
   */
  const show = (share, end) => {
    setValue(text, share, percent(share));
    bar.style.width = `${(share / end) * 100}%`;
    limit.style.left = `${(LIMIT / end) * 100}%`;
    setAttribute(element, "data-above", share > LIMIT);
  };
  return { element, show };
}
