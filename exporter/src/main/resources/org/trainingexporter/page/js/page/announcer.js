import { byId, setText } from "../base/dom.js";
import { STATES } from "../state/words.js";

/** Says politely, for screen readers, what changed by itself: the state of the run and errors. */
export function announcer(model) {
  const element = byId("announcer");
  const say = (text) => text && setText(element, text);
  let before = {};
  model.on("run", () => (before = {}));
  model.on("stats", (stats) => {
    const now = { state: stats.state, errors: count(stats.counts.errors), best: stats.best?.step };
    if (before.state && before.state !== now.state) say(`The run is now: ${STATES[now.state]?.word ?? now.state}.`);
    else if (before.errors < now.errors) say("A new error was logged.");
    else if (before.best !== undefined && before.best !== now.best) say("A new best validation loss.");
    before = now;
  });
  return say;
}

function count(byType) {
  return Object.values(byType ?? {}).reduce((sum, one) => sum + one, 0);
}
