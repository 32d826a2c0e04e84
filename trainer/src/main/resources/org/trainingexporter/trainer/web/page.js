import { presets } from "./presets.js";
import { paint } from "./regions.js";

const id = (name) => document.getElementById(name);
const form = id("settings");
let shown = "";

presets.forEach(({ name }, i) => id("preset").add(new Option(name, i)));
id("preset").addEventListener("change", choose);
form.addEventListener("submit", start);
id("stop").addEventListener("click", () => post("api/stop", {}));
choose();
follow();

function choose() {
  const { runs, watch } = presets[id("preset").value];
  id("watch").textContent = watch;
  for (const [key, value] of Object.entries(runs[0])) {
    form.elements[key].value = Array.isArray(value) ? value.join(", ") : value;
  }
}

// What is in the form, under what tells a preset's further runs from its first.
function chosen() {
  const all = {};
  for (const { name, value, dataset } of form.elements) {
    if (name) all[name] = read(value, dataset.kind);
  }
  const [first, ...others] = presets[id("preset").value].runs;
  const differs = (run) => Object.fromEntries(Object.entries(run).filter(([key, value]) =>
    JSON.stringify(value) !== JSON.stringify(first[key])));
  return [all, ...others.map((run) => ({ ...all, ...differs(run) }))];
}

function read(value, kind) {
  const number = (text) => (text.trim() === "" || Number.isNaN(Number(text)) ? text : Number(text));
  if (kind === "list") return value.split(",").map(number);
  return kind === "number" ? number(value) : value;
}

function start(event) {
  event.preventDefault();
  post("api/start", chosen());
}

async function post(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  id("trouble").textContent = answer.ok ? "" : await answer.text();
}

async function follow() {
  try {
    show(await (await fetch("api/status")).json());
    paint(id("regions"), await (await fetch("api/decisions")).json());
  } catch {
    id("status").textContent = "The trainer does not answer.";
  }
  setTimeout(follow, 500);
}

function show(status) {
  id("start").disabled = status.busy;
  id("stop").disabled = !status.busy;
  if (!status.run) return;
  id("progress").value = status.step / status.steps;
  const percent = (ratio) => (ratio === undefined ? "–" : (100 * ratio).toFixed(1) + " %");
  id("status").textContent = `${status.run}: ${status.state}, epoch ${status.epoch + 1}, step ${status.step} of ${status.steps}, `
    + `loss ${status.loss?.toPrecision(3) ?? "–"}, validation accuracy ${percent(status.validation_accuracy)}`
    + (status.waiting ? `; ${status.waiting} more to come` : "")
    + (status.finite ? "" : ". Loss or gradients are no longer finite: a lower learning rate may help.");
  if (shown !== status.run) {
    shown = status.run;
    id("exporter").hidden = false;
    id("exporter").src = `${status.exporter}/?run=${encodeURIComponent(shown)}`;
  }
}
