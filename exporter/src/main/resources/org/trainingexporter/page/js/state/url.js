/**
 * What the viewer chose to see, as the address has it. Only what differs from the default is written, so
 * that the plain address stays plain.
 *
 * @import { Kept } from "./tastes.js"
 *
 * @typedef {object} ViewState
 * @property {string[]} runs the first is shown, the others are laid over its plots; none: the newest
 * @property {string[]} hidden runs switched off in the legend
 * @property {Axis} x
 * @property {number | null} from the part of the x axis that is shown, in the units of x
 * @property {number | null} to
 * @property {number} smooth 0 up to 0.99
 * @property {boolean} clip whether outliers are cut off
 * @property {string} group by what runs are grouped: "folder", the name of a setting, or empty
 * @property {string[]} log plots with a logarithmic y axis
 * @property {string[]} plots signals plotted on demand
 * @property {string | null} full the plot that fills the screen
 * @property {string[]} events types of events shown; none: all
 * @property {string} find search in the list of runs
 * @property {string | null} layer the layer whose histograms are shown; none: the first
 * @property {Api.Tensor} tensor
 * @property {Api.RefreshMode | null} refresh null: as the exporter is configured
 *
 * @typedef {"step" | "epoch" | "time" | "relative" | "tokens"} Axis what the x axis of the plots counts
 * @typedef {"runs" | "hidden" | "log" | "plots" | "events"} ListKey
 */

/** @type {Readonly<ViewState>} */
export const DEFAULTS = Object.freeze({
  runs: [],
  hidden: [],
  x: "step",
  from: null,
  to: null,
  smooth: 0,
  clip: false,
  group: "",
  log: [],
  plots: [],
  full: null,
  events: [],
  find: "",
  layer: null,
  tensor: "weight",
  refresh: null,
});

/** @type {[key: ListKey, parameter: string][]} */
const LISTS = [
  ["runs", "run"],
  ["hidden", "hide"],
  ["log", "log"],
  ["plots", "plot"],
  ["events", "event"],
];

/** @type {(keyof ViewState)[]} */
const SINGLE = ["x", "from", "to", "smooth", "clip", "group", "full", "find", "layer", "tensor", "refresh"];

/** @type {Axis[]} */
const AXES = ["step", "epoch", "time", "relative", "tokens"];
/** @type {Api.Tensor[]} */
const TENSORS = ["weight", "gradient", "activation"];
/** @type {Api.RefreshMode[]} */
const REFRESH_MODES = ["live", "5", "30", "off"];

/**
 * What cannot be read stays at its default.
 *
 * @param {string} search the address from its question mark on
 * @param {Kept} tastes what holds where the address says nothing
 */
export function parseView(search, tastes = {}) {
  const query = new URLSearchParams(search);
  const view = { ...DEFAULTS };
  for (const [key, parameter] of LISTS) view[key] = [...new Set(query.getAll(parameter))];
  view.x = oneOf(AXES, query.get("x") ?? tastes.x) ?? view.x;
  view.from = finite(query.get("from"));
  view.to = finite(query.get("to"));
  if (view.from !== null && view.to !== null && view.from >= view.to) {
    view.from = null;
    view.to = null;
  }
  view.smooth = Math.min(0.99, Math.max(0, finite(query.get("smooth") ?? tastes.smooth) ?? 0));
  view.clip = query.get("clip") === "true";
  view.group = query.get("group") ?? "";
  view.full = query.get("full");
  view.find = query.get("find") ?? "";
  view.layer = query.get("layer");
  view.tensor = oneOf(TENSORS, query.get("tensor")) ?? view.tensor;
  view.refresh = oneOf(REFRESH_MODES, query.get("refresh") ?? tastes.refresh) ?? null;
  return view;
}

/**
 * The address from its question mark on; empty where all is as by default.
 *
 * @param {ViewState} view
 * @param {Kept} tastes what a reader of the address has in place of the default
 */
export function formatView(view, tastes = {}) {
  const query = new URLSearchParams();
  for (const [key, parameter] of LISTS) {
    for (const value of view[key]) query.append(parameter, value);
  }
  for (const key of SINGLE) {
    const { [key]: taste = DEFAULTS[key] } = /** @type {Partial<ViewState>} */ (tastes);
    const isTold = view[key] !== null && (view[key] !== DEFAULTS[key] || view[key] !== taste);
    if (isTold) query.set(key, String(view[key]));
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

/**
 * The address for somebody else, whose tastes are not known: it says what is seen.
 *
 * @param {ViewState} view
 */
export function formatLink(view) {
  const query = new URLSearchParams(formatView(view));
  for (const key of /** @type {const} */ (["x", "smooth"])) query.set(key, String(view[key]));
  return `?${query}`;
}

/**
 * @template {string} Value
 * @param {Value[]} known
 * @param {string | null | undefined} text
 */
function oneOf(known, text) {
  return known.find((value) => value === text);
}

/** @param {string | number | null | undefined} text */
function finite(text) {
  if (text === null || text === undefined || String(text).trim() === "") return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
