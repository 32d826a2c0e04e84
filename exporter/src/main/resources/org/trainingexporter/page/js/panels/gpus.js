/** @import { Model } from "../state/model.js" */
import { byId, create, setAttribute, setChildren, setText, setValue } from "../base/dom.js";
import { bytes, integer, percent } from "../base/format.js";

/**
 * The GPUs of the run, or all where it is not known which are its own.
 *
 * @param {Model} model
 */
export function gpus(model) {
  const section = byId("gpus");
  const note = create("p", { class: "quiet" });
  const grid = create("div", { class: "gpu-grid" });
  section.append(create("h2", { id: "gpus-title" }, "GPUs"), note, grid);
  /** @type {Map<string, ReturnType<typeof cardOf>>} */
  const cards = new Map();

  const update = () => {
    const answer = model.parts.gpu;
    section.hidden = !answer || (answer.up && answer.gpus.length === 0);
    if (!answer) return;
    setText(note, noteOf(answer));
    note.hidden = note.textContent === "";
    const elements = answer.gpus.map((gpu) => {
      const card = cards.get(gpu.uuid) ?? cardOf(gpu);
      cards.set(gpu.uuid, card);
      card.show(gpu);
      return card.element;
    });
    setChildren(grid, elements);
  };
  model.on(["gpu", "run"], update);
}

/** @param {Api.Gpus} answer */
function noteOf({ up, problem, joined, gpus }) {
  if (!up) return `GPUs cannot be read: ${problem || "the driver does not answer"}`;
  return joined || gpus.length === 0
    ? ""
    : "It is unknown which GPUs this run uses, so all GPUs of the machine are shown.";
}

/** @param {Api.Gpu} gpu */
function cardOf(gpu) {
  const id = `gpu-${gpu.uuid.replace(/\W+/g, "-")}`;
  const utilization = meter("utilization", "Utilisation");
  const memory = meter("memory", "Memory");
  const temperature = fact("temperature_celsius", "Temperature");
  const power = fact("power_watts", "Power");
  const element = create(
    "article",
    { class: "gpu", data: { gpu: gpu.gpu }, "aria-labelledby": id },
    create("h3", { id }, `GPU ${gpu.gpu}`, create("span", {}, gpu.name)),
    utilization.element,
    memory.element,
    create("dl", {}, temperature.element, power.element),
  );
  /** @param {Api.Gpu} now */
  const show = (now) => {
    utilization.show(now.utilization, percent(now.utilization, 0), now.utilization);
    const { memory_used_bytes: used, memory_total_bytes: total } = now;
    const ofTotal = total === null ? "" : ` of ${bytes(total)}`;
    memory.show(used, `${bytes(used)}${ofTotal}`, used !== null && total !== null && total > 0 ? used / total : null);
    temperature.show(now.temperature_celsius, `${integer(now.temperature_celsius)} °C`);
    const limit = now.power_limit_watts === null ? "" : ` of ${integer(now.power_limit_watts)}`;
    power.show(now.power_watts, `${integer(now.power_watts)}${limit} W`);
  };
  return { element, show };
}

/**
 * @param {string} key
 * @param {string} word
 */
function meter(key, word) {
  const text = create("span", { data: { value: key } });
  const progress = create("progress", { max: 1, "aria-label": word });
  const element = create("div", { class: "meter" }, create("span", {}, word), text, progress);
  /**
   * @param {number | null} raw
   * @param {string} words
   * @param {number | null} ratio null where there is no whole
   */
  const show = (raw, words, ratio) => {
    element.hidden = raw === null;
    setValue(text, raw, words);
    setAttribute(progress, "value", ratio ?? 0);
    setAttribute(progress, "aria-valuetext", words);
    progress.hidden = ratio === null;
  };
  return { element, show };
}

/**
 * @param {string} key
 * @param {string} word
 */
function fact(key, word) {
  const text = create("dd", { data: { value: key } });
  const element = create("div", {}, create("dt", {}, word), text);
  /**
   * @param {number | null} raw
   * @param {string} words
   */
  const show = (raw, words) => {
    element.hidden = raw === null;
    setValue(text, raw, words);
  };
  return { element, show };
}
