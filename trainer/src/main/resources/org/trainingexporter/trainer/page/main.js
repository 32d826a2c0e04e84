/** The trainer's page: makes its parts, and asks the server what has changed. */

import { ExporterView } from "./exporter-view.js";
import { Form } from "./form.js";
import { byId, create, setText } from "./js/base/dom.js";
import { Losses } from "./losses.js";
import { Progress } from "./progress.js";
import { Regions } from "./regions.js";
import { RunList } from "./run-list.js";
import { current, epochsDone } from "./run-states.js";
import { ask, send } from "./server.js";
import { symptoms } from "./symptoms.js";

const BUSY_MS = 400;
const IDLE_MS = 2000;

const startButton = /** @type {HTMLButtonElement} */ (byId("start"));
const stopButton = /** @type {HTMLButtonElement} */ (byId("stop"));
const followBox = /** @type {HTMLInputElement} */ (byId("follow"));
const connection = byId("connection");

const form = new Form(start);
const progress = new Progress();
const regions = new Regions();
const losses = new Losses();
const view = new ExporterView();
const list = new RunList(view, (settings) => {
  form.fill(settings);
  byId("settings").scrollIntoView({ behavior: "smooth" });
});
/** @type {number | undefined} */
let timer;

symptoms(view);

stopButton.addEventListener("click", () => request("api/stop", {}));
followBox.addEventListener("change", refresh);
document.addEventListener("visibilitychange", () => document.hidden || refresh());
refresh();

/** @param {Trainer.Settings[]} runs */
async function start(runs) {
  followBox.checked = true;
  await request("api/start", runs);
}

/**
 * @param {"api/start" | "api/stop"} path
 * @param {object} body
 */
async function request(path, body) {
  const refusal = await unlessLost(() => send(path, body));
  if (refusal === null) return;
  form.showRefusal(refusal);
  if (refusal === "") await refresh();
}

/** Asks again and again, more seldom while nothing trains, and not while the page is not visible. */
async function refresh() {
  clearTimeout(timer);
  let wait = IDLE_MS;
  try {
    const answers = await unlessLost(askAll);
    if (answers?.status.busy) wait = BUSY_MS;
    if (answers) show(answers);
  } finally {
    clearTimeout(timer);
    if (!document.hidden) timer = setTimeout(refresh, wait);
  }
}

async function askAll() {
  const status = await ask("api/status");
  const run = current(status.runs);
  return { status, run, decisions: run && (await ask("api/decisions")) };
}

/** @param {Awaited<ReturnType<typeof askAll>>} answers */
function show({ status, run, decisions }) {
  connection.hidden = true;
  startButton.disabled = status.busy;
  stopButton.disabled = !status.busy || status.stopping;
  progress.show(status);
  list.show(status.runs);
  view.follow(status, run);
  if (!run || !decisions) return;
  losses.show(decisions.losses ?? []);
  regions.show(decisions, epochsDone(run));
}

/**
 * What the trainer answers; null where it does not, which the page then says.
 *
 * @template Answer
 * @param {() => Promise<Answer>} action
 */
async function unlessLost(action) {
  try {
    return await action();
  } catch (failure) {
    showLost(failure);
    return null;
  }
}

/** @param {unknown} failure */
function showLost(failure) {
  startButton.disabled = true;
  stopButton.disabled = true;
  connection.hidden = false;
  const text = create(
    "span",
    {},
    "A running training may have ended. This page continues when the trainer answers again.",
  );
  connection.replaceChildren(create("strong", {}, "The trainer does not answer."), text);
  const isNoAnswer = failure instanceof TypeError || (failure instanceof Error && failure.name === "TimeoutError");
  if (!isNoAnswer) setText(text, String(failure instanceof Error ? failure.message : failure));
}
