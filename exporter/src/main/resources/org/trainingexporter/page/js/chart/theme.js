/** Colours out of the style sheet, so that light and dark are told in one place. */
export function readLook() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    runs: Array.from({ length: 8 }, (_, i) => colour(`run-${i}`)),
    text: colour("text"),
    soft: colour("soft"),
    line: colour("line"),
    grid: colour("grid"),
    surface: colour("surface"),
    bad: colour("bad"),
    mark: colour("mark"),
    font: style.getPropertyValue("font-family"),
  };
}

const DASHES = ["solid", [8, 4], [2, 3], [10, 4, 2, 4]];

/** A run's line: colour and dash together tell it apart. */
export function strokeOf(look, place) {
  return { color: look.runs[place % look.runs.length], type: DASHES[place % DASHES.length] };
}
