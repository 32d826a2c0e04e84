/** Line icons on a grid of 16, drawn with the colour of the text around them. */

import { createDrawn } from "./dom.js";

/** @type {Record<string, string>} */
const PATHS = {
  play: "M5 3.5v9l7-4.5z",
  flame: "M8 1.5c.5 3 3.8 4.2 3.8 8a3.8 3.8 0 0 1-7.6 0c0-1.7.8-2.8 1.7-3.7.2 1.2.8 1.8 1.4 2C7.6 5.8 6.9 3.5 8 1.5z",
  pause: "M5.5 3.5v9M10.5 3.5v9",
  check: "M3 8.5l3.5 3.5L13 4.5",
  moon: "M12.8 9.8A5.5 5.5 0 1 1 6.2 3.2a4.5 4.5 0 0 0 6.6 6.6z",
  alert: "M8 2L14.5 13.5h-13zM8 6.5v3.2M8 11.6v.1",
  flag: "M4 14V2.5h7.5l-1.5 2.8 1.5 2.8H4",
  ruler: "M2 13.5h12M4 13.5V9M8 13.5V5M12 13.5V2.5",
  save: "M3 3h8l2 2v8H3zM5.5 3v3.5h4V3M5.5 13V9.5h5V13",
  trophy: "M5 2.5h6v4a3 3 0 0 1-6 0zM5 3.5H2.8c0 2.2.8 3.3 2.5 3.5M11 3.5h2.2c0 2.2-.8 3.3-2.5 3.5M8 9.5v3M5.5 13.5h5",
  error: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
  rewind: "M8 4L3 8l5 4zM13.5 4l-5 4 5 4z",
  restart: "M13 8a5 5 0 1 1-1.6-3.7M13.3 2v3h-3",
  end: "M4 4h8v8H4z",
  dot: "M8 6a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
  expand: "M9.5 2.5h4v4M13.5 2.5l-4.5 4.5M6.5 13.5h-4v-4M2.5 13.5L7 9",
  close: "M3.5 3.5l9 9M12.5 3.5l-9 9",
  image: "M2 3h12v10H2zM2 11l3.5-3.5 3 3 2-2L14 12M10.8 5.8v.1",
  table: "M2 3h12v10H2zM2 6.5h12M2 10h12M6.5 3v10",
  left: "M10 3L5 8l5 5",
  right: "M6 3l5 5-5 5",
  up: "M4 10l4-4 4 4",
  down: "M4 6l4 4 4-4",
  plus: "M8 3v10M3 8h10",
  chart: "M2 2.5v11h12M4.5 10.5l3-4 2.5 2.5L14 4",
  link: "M6.5 9.5l3-3M7 4.5l1.8-1.8a3 3 0 0 1 4.3 4.3L11.3 8.8M9 11.5l-1.8 1.8a3 3 0 0 1-4.3-4.3l1.8-1.8",
  sun: "M8 5a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7",
  contrast: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 2v12M8 5l4.5-1M8 8h6M8 11l4.5 1",
  minus: "M3 8h10",
  bell: "M4 11.5V7a4 4 0 0 1 8 0v4.5l1 1H3zM6.8 14.2h2.4",
  pin: "M5.5 2.5h5M6.5 2.5v4L4.5 9h7l-2-2.5v-4M8 9v5",
};

/**
 * An icon for the eye alone: the word beside it, or the button's label, says the same.
 *
 * @param {string} name
 */
export function icon(name) {
  const attributes = { viewBox: "0 0 16 16", class: `icon icon-${name}`, "aria-hidden": "true" };
  return createDrawn("svg", attributes, createDrawn("path", { d: PATHS[name] ?? PATHS.dot }));
}
