import { create, setAttribute, setChildren, setText, setValue } from "../base/dom.js";
import { percent } from "../base/format.js";

const MOST = 30;
const LIMIT = 0.1; // above it the exporter warns

/** Units that were 0 for a whole batch, by layer, beside the share from which on it is a warning. */
export function dead(view) {
  const note = create("p", { class: "hint" });
  const list = create("ul", { class: "dead-list" });
  const element = create(
    "section",
    { class: "panel", id: "dead", "aria-labelledby": "dead-title", hidden: true },
    create("h3", { id: "dead-title" }, "Dead units"),
    note,
    list,
  );
  const made = new Map();

  const show = ({ layers }) => {
    const told = layers.filter((one) => (one.activation?.zero_units ?? null) !== null);
    element.hidden = told.length === 0;
    if (element.hidden) return;
    const worst = [...told].sort((a, b) => b.activation.zero_units - a.activation.zero_units).slice(0, MOST);
    const shown = told.filter((one) => worst.includes(one));
    const most = Math.max(2 * LIMIT, ...shown.map((one) => one.activation.zero_units));
    const end = Math.min(1, Math.ceil(most * 10 + 0.2) / 10);
    const above = told.filter((one) => one.activation.zero_units > LIMIT).length;
    const more = shown.length < told.length ? ` Of ${told.length} layers the ${MOST} with most.` : "";
    setText(
      note,
      `Share of units that were 0 for a whole batch: ${above === 0 ? "no layer is" : above === 1 ? "1 layer is" : `${above} layers are`} above the 10 % from which it is a warning.${more}`,
    );
    const rows = shown.map((one) => {
      if (!made.has(one.layer)) made.set(one.layer, row(one.layer, view));
      made.get(one.layer).show(one.activation.zero_units, end);
      return made.get(one.layer).element;
    });
    setChildren(list, rows);
  };
  return { element, show };
}

function row(layer, view) {
  const bar = create("span", { class: "dead-bar" });
  const limit = create("span", { class: "dead-limit" });
  const text = create("span", { class: "figure" });
  const name = create("button", { type: "button", class: "run-name", on: { click: () => view.set({ layer }) } }, layer);
  const element = create(
    "li",
    { data: { dead: layer } },
    name,
    create("span", { class: "dead-track", "aria-hidden": "true" }, bar, limit),
    text,
  );
  const show = (share, end) => {
    setValue(text, share, percent(share));
    bar.style.width = `${(share / end) * 100}%`;
    limit.style.left = `${(LIMIT / end) * 100}%`;
    setAttribute(element, "data-above", share > LIMIT);
  };
  return { element, show };
}
