/** A plot by keyboard: arrows walk along the line, with Shift they move the part shown, + - 0 zoom. */
export function keyboard(area, { zoom, does, plot }) {
  let place = null;
  const walk = (by) => {
    const [low, high] = zoom.shown();
    const from = place ?? (by > 0 ? low : high);
    place = Math.max(low, Math.min(high, from + by * (high - low)));
    does.announce(does.pointed(plot, place));
  };
  const keys = {
    ArrowLeft: (event) => (event.shiftKey ? zoom.pan(-0.2) : walk(-0.02)),
    ArrowRight: (event) => (event.shiftKey ? zoom.pan(0.2) : walk(0.02)),
    Home: () => walk(-1),
    End: () => walk(1),
    "+": () => zoom.scale(0.5, place),
    "=": () => zoom.scale(0.5, place),
    "-": () => zoom.scale(2, place),
    0: () => zoom.reset(),
    f: () => does.full(plot),
  };
  area.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
    event.preventDefault();
    keys[event.key](event);
  });
  area.addEventListener("blur", () => {
    place = null;
    does.pointed(plot, null);
  });
}
