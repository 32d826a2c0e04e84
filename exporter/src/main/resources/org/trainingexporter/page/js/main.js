/**
 * The page: makes its parts and lets them know of each other. What need not be there before
 * the first curve comes later, from later/main.js.
 */
import "./api/ask-first.js"; // first: api/first.js reads what it has asked for
import { Loader } from "./api/loader.js";
import { Refresher } from "./api/refresher.js";
import "./base/theme-first.js";
import { waitAtMost } from "./base/wait.js";
import "./help/early-keys.js";
import { NOTES } from "./notes/notes.js";
import { notesPanel } from "./notes/notes-panel.js";
import { metricCards } from "./numbers/metric-cards.js";
import { announcer } from "./page/announcer.js";
import { Connection } from "./page/connection.js";
import { emptyPage } from "./page/empty.js";
import { framed } from "./page/framed.js";
import { header } from "./page/header.js";
import { runList } from "./page/run-list.js";
import { styleSheet } from "./page/style-sheet.js";
import { unreadable } from "./page/unreadable.js";
import { warnings } from "./page/warnings.js";
import { cards } from "./panels/cards.js";
import { smallCurves } from "./panels/small-curves.js";
import { Plots } from "./plots/plots.js";
import { Clock } from "./state/clock.js";
import { Model } from "./state/model.js";
import { View } from "./state/view.js";

/** At most so long is waited for the first curve. */
const LONGEST_WAIT_MS = 1500;

if (typeof uPlot === "undefined")
  // of a file that was lost the page has said so already
  dispatchEvent(new CustomEvent("scriptlost", { detail: "This browser cannot draw the plots." }));
styleSheet(new URL("../css/main.css", import.meta.url).href);

const view = new View();
const clock = new Clock();
const model = new Model(view, clock);
const refresher = new Refresher({ model, view, loader: new Loader(model, view) });
const announce = announcer(model);
const notes = NOTES;

model.on("run", (run) => view.nameRun(run));

header(model, clock, view);
runList(model, view, notes);
unreadable(model);
emptyPage(model, view);
warnings(model);
notesPanel(model, notes);
cards(model);
smallCurves(model);
metricCards(model, view);
const plots = new Plots(model, view, announce, notes);
framed();

const connection = new Connection(clock, () => refresher.refresh());
refresher.on("lost", (seconds) => connection.lost(seconds));
refresher.on("found", () => connection.found());

refresher.refresh();

/** The rest of the page waits for the first curve, but not for long: there may be none. */
async function loadRest() {
  const noRun = new Promise((done) => model.on("missing", done));
  await waitAtMost(Promise.race([plots.drawn, noRun]), LONGEST_WAIT_MS);
  const rest = (await import("./later/main.js").catch(() => null)) ?? (await loadAgain(1));
  rest.addRest({ model, view, clock, refresher, notes, announce });
}

/**
 * Asks for the rest until it comes, each time at another address: a browser may remember that one failed.
 *
 * @param {number} times
 * @returns {Promise<typeof import("./later/main.js")>}
 */
async function loadAgain(times) {
  if (times > 1) dispatchEvent(new Event("scriptlost"));
  await new Promise((done) => setTimeout(done, LONGEST_WAIT_MS));
  const address = new URL(`later/main.js?again=${times}`, import.meta.url);
  return import(String(address)).catch(() => loadAgain(times + 1));
}

loadRest();
