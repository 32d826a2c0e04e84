/** @import { Model } from "../state/model.js" */
import { byId, create, setText, setValue } from "../base/dom.js";
import { age, number, position } from "../base/format.js";

/** So many are shown: of more, those that need a look come first. */
const SHOWN = 64;

const WORDS = ["Rank", "Step", "Loss", "Seconds a step", "Last update", "State"];

/**
 * The ranks of a run that logs by rank, each with its own newest figures. The section is there where they are.
 *
 * @param {Model} model
 */
export function ranks(model) {
  const section = byId("ranks");
  const note = create("p", { class: "quiet" });
  const body = create("tbody");
  const head = create("tr", {}, ...WORDS.map((word, i) => create("th", { scope: "col", class: isFigure(i) }, word)));
  const table = create("table", { "aria-labelledby": "ranks-title" }, create("thead", {}, head), body);
  section.append(
    create("h2", { id: "ranks-title" }, "Ranks"),
    note,
    create("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Ranks" }, table),
  );

  const update = () => {
    const all = model.parts.ranks?.ranks ?? [];
    section.hidden = all.length === 0;
    const shown = inOrder(all).slice(0, SHOWN);
    setText(note, all.length > SHOWN ? `${SHOWN} of ${all.length}, silent and slow ones first` : "");
    note.hidden = all.length <= SHOWN;
    body.replaceChildren(...shown.map((rank) => rowOf(rank, Date.now() / 1000)));
  };
  model.on(["ranks", "run"], update);
}

/** @param {number} column */
function isFigure(column) {
  return column > 0 && column < WORDS.length - 1 ? "figure" : null;
}

/**
 * By number; where not all fit, those that need a look first.
 *
 * @param {Api.Rank[]} all
 */
export function inOrder(all) {
  if (all.length <= SHOWN) return all;
  const weight = (/** @type {Api.Rank} */ one) => (one.silent ? 2 : 0) + (one.slow ? 1 : 0);
  return [...all].sort((a, b) => weight(b) - weight(a) || a.rank - b.rank);
}

/**
 * What is wrong with the rank, in words.
 *
 * @param {Api.Rank} rank
 */
export function stateOf({ silent, slow, slowdown }) {
  return [silent ? "silent" : "", slow ? `slow, ${number(slowdown)} × the median` : ""]
    .filter((word) => word !== "")
    .join(", ");
}

/**
 * @param {Api.Rank} rank
 * @param {number} now
 */
function rowOf(rank, now) {
  const place = [rank.node && `node ${rank.node}`, rank.local_rank && `local rank ${rank.local_rank}`];
  const cells = [
    [rank.step, position(rank.step)],
    [rank.loss, number(rank.loss)],
    [rank.seconds_per_step, number(rank.seconds_per_step)],
    [rank.updated, rank.updated === null ? "–" : age(now - rank.updated)],
  ];
  return create(
    "tr",
    { data: { rank: rank.rank } },
    create(
      "th",
      { scope: "row" },
      `${rank.rank}`,
      create("span", { class: "facts" }, place.filter(Boolean).join(" · ")),
    ),
    ...cells.map(([value, text]) => {
      const cell = create("td", { class: "figure" });
      setValue(cell, value, `${text}`);
      return cell;
    }),
    create("td", {}, stateOf(rank)),
  );
}
