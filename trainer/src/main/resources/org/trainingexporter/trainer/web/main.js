import { byId, create, setText } from "./dom.js";
import { Form } from "./form.js";
import { current, Progress } from "./progress.js";
import { Regions } from "./regions.js";
import { RunList } from "./run-list.js";
import { ask, tell } from "./server.js";
import { View } from "./view.js";

const BUSY_MS = 400;
const IDLE_MS = 2000;

const form = new Form(start);
const progress = new Progress();
const regions = new Regions();
const view = new View();
const list = new RunList(view, (settings) => {
  form.fill(settings);
  byId("settings").scrollIntoView({ behavior: "smooth" });
});
let next = null;

byId("stop").addEventListener("click", () => change("api/stop", {}));
byId("follow").addEventListener("change", follow);
document.addEventListener("visibilitychange", () => document.hidden || follow());
follow();

async function start(runs) {
  byId("follow").checked = true;
  await change("api/start", runs);
}

async function change(path, body) {
  const answer = await answered(() => tell(path, body));
  if (!answer) return;
  form.refused(answer.refusal ?? "");
  if (answer.status) await follow();
}

/** Asks again and again, more seldom while nothing trains, and not while the page is not seen. */
async function follow() {
  clearTimeout(next);
  let wait = IDLE_MS;
  try {
    const news = await answered(askAll);
    if (news?.status.busy) wait = BUSY_MS;
    if (news) show(news);
  } finally {
    clearTimeout(next);
    if (!document.hidden) next = setTimeout(follow, wait);
  }
}

async function askAll() {
  const status = await ask("api/status");
  const run = current(status.runs);
  return { status, run, decisions: run && (await ask("api/decisions")) };
}

function show({ status, run, decisions }) {
  byId("connection").hidden = true;
  byId("start").disabled = status.busy;
  byId("stop").disabled = !status.busy || status.stopping;
  progress.show(status);
  list.show(status.runs);
  view.follow(status, run);
  if (run) regions.show(decisions, epochsBehind(run));
}

/** What the trainer answers; null where it does not, which the page then says. */
async function answered(asking) {
  try {
    return await asking();
  } catch (failure) {
    lost(failure);
    return null;
  }
}

function epochsBehind({ step, steps, settings }) {
  return steps ? Math.floor((step / steps) * settings.epochs) : 0;
}

function lost(failure) {
  byId("start").disabled = true;
  byId("stop").disabled = true;
  byId("connection").hidden = false;
  byId("connection").replaceChildren(
    create("strong", {}, "The trainer does not answer."),
    create(
      "span",
      {},
      "A training that was under way may have ended. This page goes on by itself when the trainer answers again.",
    ),
  );
  if (!(failure instanceof TypeError || failure.name === "TimeoutError"))
    setText(byId("connection").lastChild, failure.message);
}
