/** @import { Zoom } from "./zoom.js" */

/** So far an arrow key goes, as a fraction of what is shown. */
const WALK = 0.02;
const PAN = 0.2;

/**
 * A plot by keyboard: arrows walk along the line, with Shift they move the part shown; + - 0 zoom, f fills the
 * screen, l is for a logarithmic scale, p pins.
 *
 * @param {HTMLElement} area what has the focus
 * @param {Zoom} zoom
 * @param {{ walkTo: (x: number) => void, leave: () => void, fill: () => void, log: () => void, pin: () => void }} actions
 */
export function addKeyboard(area, zoom, { walkTo, leave, fill, log, pin }) {
  /** @type {number | null} */
  let x = null;
  /** @param {number} by a fraction of what is shown */
  const walk = (by) => {
    const [low, high] = zoom.shown();
    const from = x ?? (by > 0 ? low : high);
    x = Math.max(low, Math.min(high, from + by * (high - low)));
    walkTo(x);
  };
  /** @type {Record<string, (event: KeyboardEvent) => void>} */
  const keys = {
    ArrowLeft: ({ shiftKey }) => (shiftKey ? zoom.pan(-PAN) : walk(-WALK)),
    ArrowRight: ({ shiftKey }) => (shiftKey ? zoom.pan(PAN) : walk(WALK)),
    Home: () => walk(-1),
    End: () => walk(1),
    "+": () => zoom.scale(0.5, x),
    "=": () => zoom.scale(0.5, x),
    "-": () => zoom.scale(2, x),
    0: () => zoom.reset(),
    f: fill,
    l: log,
    p: pin,
  };
  area.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key](event);
  });
  area.addEventListener("blur", () => {
    x = null;
    leave();
  });
}
