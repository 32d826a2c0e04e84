/**
 * The view as the address tells it. Only what differs from the default is written, so that the plain
 * address stays plain. `refresh` null means: as the exporter's configuration has it.
 */
export const DEFAULTS = Object.freeze({
  runs: [], //      the first is looked at, the others are laid over its plots; none: the newest
  hidden: [], //    runs switched off in the legend
  x: "step", //     step | time | relative
  from: null, //    the part of the x axis that is shown, in the units of x
  to: null,
  smooth: 0, //     0 up to 0.99
  log: [], //       plots with a logarithmic y axis
  plots: [], //     signals plotted on demand
  full: null, //    the plot that fills the screen
  events: [], //    kinds of events shown; none: all
  find: "", //      search in the list of runs
  layer: null, //   the layer whose histograms are shown; none: the first
  tensor: "weight", // weight | gradient | activation
  refresh: null, // live | 5 | 30 | off
});

const LISTS = { runs: "run", hidden: "hide", log: "log", plots: "plot", events: "event" };
const AXES = ["step", "time", "relative"];
const TENSORS = ["weight", "gradient", "activation"];
const REFRESHES = ["live", "5", "30", "off"];

export function parse(search) {
  const query = new URLSearchParams(search);
  const view = { ...DEFAULTS };
  for (const [key, name] of Object.entries(LISTS)) view[key] = [...new Set(query.getAll(name))];
  if (AXES.includes(query.get("x"))) view.x = query.get("x");
  view.from = finite(query.get("from"));
  view.to = finite(query.get("to"));
  if (view.from !== null && view.to !== null && view.from >= view.to) view.from = view.to = null;
  view.smooth = Math.min(0.99, Math.max(0, finite(query.get("smooth")) ?? 0));
  view.full = query.get("full");
  view.find = query.get("find") ?? "";
  view.layer = query.get("layer");
  if (TENSORS.includes(query.get("tensor"))) view.tensor = query.get("tensor");
  if (REFRESHES.includes(query.get("refresh"))) view.refresh = query.get("refresh");
  return view;
}

export function format(view) {
  const query = new URLSearchParams();
  for (const [key, name] of Object.entries(LISTS)) {
    for (const value of view[key]) query.append(name, value);
  }
  for (const key of ["x", "from", "to", "smooth", "full", "find", "layer", "tensor", "refresh"]) {
    if (view[key] !== DEFAULTS[key]) query.set(key, view[key]);
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}

function finite(text) {
  if (text === null || text.trim() === "") return null;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}
