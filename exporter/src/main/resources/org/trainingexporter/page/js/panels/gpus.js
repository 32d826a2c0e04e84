import { byId, create, setAttribute, setChildren, setText, setValue } from "../base/dom.js";
import { bytes, integer, percent } from "../base/format.js";

/** The GPUs of the run, or all where it is not known which are its own. */
export function gpus(model) {
  const section = byId("gpus");
  const note = create("p", { class: "quiet" });
  const grid = create("div", { class: "gpu-grid" });
  section.append(create("h2", { id: "gpus-title" }, "GPUs"), note, grid);
  const made = new Map();

  const follow = () => {
    const answer = model.parts.gpu;
    section.hidden = !answer || (answer.up && answer.gpus.length === 0);
    if (!answer) return;
    setText(note, noteOf(answer));
    note.hidden = note.textContent === "";
    const cards = answer.gpus.map((gpu) => {
      if (!made.has(gpu.uuid)) made.set(gpu.uuid, card(gpu));
      made.get(gpu.uuid).show(gpu);
      return made.get(gpu.uuid).element;
    });
    setChildren(grid, cards);
  };
  model.on("gpu run", follow);
}

function noteOf({ up, problem, joined, gpus }) {
  if (!up) return `GPUs cannot be read: ${problem || "no driver answers"}`;
  return joined || gpus.length === 0 ? "" : "Which of these the run uses is not known; all of the machine's are shown.";
}

function card(gpu) {
  const id = `gpu-${gpu.uuid.replace(/\W+/g, "-")}`;
  const busy = bar("utilization", "Utilisation");
  const memory = bar("memory", "Memory");
  const temperature = fact("temperature_celsius", "Temperature");
  const power = fact("power_watts", "Power");
  const element = create(
    "article",
    { class: "gpu", data: { gpu: gpu.gpu }, "aria-labelledby": id },
    create("h3", { id }, `GPU ${gpu.gpu}`, create("span", {}, gpu.name)),
    busy.element,
    memory.element,
    create("dl", {}, temperature.element, power.element),
  );
  const show = (now) => {
    busy.show(now.utilization, percent(now.utilization, 0), now.utilization);
    const { memory_used_bytes: used, memory_total_bytes: total } = now;
    memory.show(
      used,
      total === null ? bytes(used) : `${bytes(used)} of ${bytes(total)}`,
      total > 0 ? used / total : null,
    );
    temperature.show(now.temperature_celsius, `${integer(now.temperature_celsius)} °C`);
    const limit = now.power_limit_watts === null ? "" : ` of ${integer(now.power_limit_watts)}`;
    power.show(now.power_watts, `${integer(now.power_watts)}${limit} W`);
  };
  return { element, show };
}

function bar(key, word) {
  const text = create("span", { data: { value: key } });
  const progress = create("progress", { max: 1, "aria-label": word });
  const element = create("div", { class: "meter" }, create("span", {}, word), text, progress);
  const show = (raw, words, ratio) => {
    element.hidden = raw === null;
    setValue(text, raw, words);
    setAttribute(progress, "value", ratio ?? 0);
    setAttribute(progress, "aria-valuetext", words);
    progress.hidden = ratio === null;
  };
  return { element, show };
}

function fact(key, word) {
  const dd = create("dd", { data: { value: key } });
  const element = create("div", {}, create("dt", {}, word), dd);
  const show = (raw, words) => {
    element.hidden = raw === null;
    setValue(dd, raw, words);
  };
  return { element, show };
}
