import { Emitter } from "#page/base/emitter.js";
import { DEFAULTS } from "#page/state/url.js";

/** A view without an address. */
export function fakeView(state = {}) {
  const view = new Emitter();
  view.state = { ...DEFAULTS, ...state };
  view.get = (key) => view.state[key];
  view.set = (changes) => {
    Object.assign(view.state, changes);
    for (const key of Object.keys(changes)) view.emit(key, changes[key]);
  };
  return view;
}

/** A theme with colours that can be told apart. */
export const THEME = {
  runs: ["00", "20", "40", "60", "80", "a0", "c0", "e0", "10", "30", "50", "70"].map((grey) => `#${grey.repeat(3)}`),
  text: "#000",
  soft: "soft",
  line: "line",
  grid: "grid",
  surface: "#fff",
  bad: "bad",
  mark: "mark",
  shares: { productive: "green", replayed: "red", evaluation: "blue", checkpoint: "yellow", paused: "grey" },
  font: "font",
};
