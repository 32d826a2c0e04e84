/**
 * @import { Clock } from "./clock.js"
 * @import { View } from "./view.js"
 */
import { Emitter } from "../base/emitter.js";
import { Curve } from "../curves/curve.js";
import { layersOf, namesOf, tablesOf } from "./changes.js";
import { isRunning } from "./run-states.js";

/** So many of the last additions to a curve are kept, for an answer that is older than they are. */
const RECENT = 50;

/**
 * What is known of the shown run, each part as the API answered it.
 *
 * @typedef {object} Parts
 * @property {Api.Stats} [stats]
 * @property {Api.Checkpoints} [checkpoints]
 * @property {Api.Events} [events]
 * @property {Api.Errors} [errors]
 * @property {Api.Ranks} [ranks]
 * @property {Api.Gpus} [gpu]
 * @property {Api.Experts} [experts]
 * @property {Api.Layers} [layers]
 * @property {Api.LayersHistory} [history]
 */

/**
 * What each event carries: a part that changed; the runs; the run now shown; the run whose curves changed;
 * the run whose curves came as they were asked for; why there is nothing to show. "tablesChanged" and "layersChanged": the figures say that the exporter has
 * something new.
 *
 * @typedef {Required<Parts> & {
 *   runs: Api.Runs,
 *   run: string | null,
 *   curves: string,
 *   loaded: string,
 *   missing: string,
 *   tablesChanged: void,
 *   layersChanged: void,
 * }} ModelEvents
 */

/**
 * What is known of the runs.
 *
 * @extends {Emitter<ModelEvents>}
 */
export class Model extends Emitter {
  #view;
  #clock;
  /** The answer of api/runs. @type {Api.Runs | null} */
  runs = null;
  /** The shown run. @type {string | null} */
  run = null;
  /** Why there is nothing to show, in words. @type {string | null} */
  missing = null;
  /** @type {Parts} */
  parts = {};
  /** @type {Map<string, Curve>} */
  curves = new Map();
  /** What was appended last to each run's curve. @type {Map<string, Api.Series[][]>} */
  #recent = new Map();
  /** What was said last of each run's curves besides their points. @type {Map<string, Api.PlotsHead>} */
  #heads = new Map();

  /**
   * @param {View} view
   * @param {Clock} clock
   */
  constructor(view, clock) {
    super();
    this.#view = view;
    this.#clock = clock;
    view.on("runs", () => this.#chooseRun());
  }

  /**
   * A part of the page that comes late also hears what is known already.
   *
   * @override
   * @template {keyof ModelEvents} Name
   * @param {Name | Name[]} names
   * @param {(payload: ModelEvents[Name]) => unknown} listener
   */
  on(names, listener) {
    super.on(names, listener);
    for (const payload of [names].flat().flatMap((name) => this.#known(name))) listener(payload);
  }

  /**
   * What an event would have carried that happened before.
   *
   * @param {keyof ModelEvents} name
   * @returns {any[]}
   */
  #known(name) {
    if (name === "curves" || name === "loaded") return [...this.curves.keys()];
    if (name === "tablesChanged" || name === "layersChanged") return [];
    const known = name === "runs" || name === "run" || name === "missing" ? this[name] : this.parts[name];
    return known == null ? [] : [known];
  }

  /** @param {Api.Runs} runs */
  setRuns(runs) {
    this.#clock.set(runs.time);
    this.runs = runs;
    this.#chooseRun();
    this.emit("runs", runs);
  }

  /**
   * An answer about a run that is no longer shown is passed over.
   *
   * @template {keyof Parts} Name
   * @param {Name} name
   * @param {Required<Parts>[Name]} answer
   */
  setPart(name, answer) {
    if (answer.run !== this.run) return;
    this.#clock.set(answer.time);
    const before = this.parts.stats;
    const isBack = name === "stats" && this.missing !== null;
    this.parts[name] = answer;
    if (name === "stats") this.missing = null;
    this.emit(name, /** @type {any} */ (answer));
    if (isBack) this.emit("run", this.run); // what was dropped when it vanished is asked for anew
    const { stats } = this.parts;
    if (name !== "stats" || !before || !stats) return;
    if (String(tablesOf(before)) !== String(tablesOf(stats))) this.emit("tablesChanged");
    if (layersOf(before) !== layersOf(stats)) this.emit("layersChanged");
  }

  /**
   * @param {Api.Plots} answer
   * @param {[number, number] | null} range the positions that it is of; null for the whole run
   */
  setCurve(answer, range) {
    const curve = this.curves.get(answer.run) ?? new Curve();
    curve.replace(answer, range);
    this.curves.set(answer.run, curve);
    // Points that came in while the answer was under way are newer than it.
    for (const series of this.#recent.get(answer.run) ?? []) curve.append(series);
    const head = this.#heads.get(answer.run);
    if (head) curve.setHead(head);
    this.emit("curves", answer.run);
    this.emit("loaded", answer.run);
  }

  /**
   * Adds more signals to a curve that is there.
   *
   * @param {Api.Plots} answer
   * @param {[number, number] | null} range
   */
  addToCurve(answer, range) {
    this.curves.get(answer.run)?.addSignals(answer, range);
    this.emit("curves", answer.run);
  }

  /** @param {{ run: string, series: Api.Series[] }} points */
  appendPoints({ run, series }) {
    this.#recent.set(run, [...(this.#recent.get(run) ?? []).slice(1 - RECENT), series]);
    if (this.curves.get(run)?.append(series)) this.emit("curves", run);
  }

  /**
   * What stands on the plots changed, or which curves there are.
   *
   * @param {Api.PlotsHead} head
   * @returns {boolean} whether there are other curves than before
   */
  setHead(head) {
    this.#heads.set(head.run, head);
    const curve = this.curves.get(head.run);
    if (curve === undefined) return false;
    const before = namesOf(curve.signals);
    curve.setHead(head);
    this.emit("curves", head.run);
    return before !== namesOf(head.signals);
  }

  /** No stream says more: answers tell it from now on. */
  dropHeads() {
    this.#heads.clear();
  }

  /**
   * The curves of this run changed their past: what was appended counts no more.
   *
   * @param {string} run
   */
  dropRecentPoints(run) {
    this.#recent.delete(run);
  }

  /**
   * The run's logs are gone.
   *
   * @param {string} run
   */
  removeRun(run) {
    this.dropRecentPoints(run);
    this.#heads.delete(run);
    this.curves.delete(run);
    this.emit("curves", run);
    if (run !== this.run) return;
    const wasThere = this.parts.stats !== undefined;
    this.parts = {};
    if (wasThere) this.setMissing(`The run "${run}" is gone: its logs no longer exist`);
  }

  /** @param {string} why */
  setMissing(why) {
    this.missing = why;
    this.emit("missing", why);
  }

  /** The runs in the plots: the shown one first, then those laid over it. */
  runsInPlots() {
    if (this.run === null) return [];
    const known = new Set(this.runs?.runs.map((one) => one.run));
    const others = this.#view.get("runs").slice(1);
    return [this.run, ...others.filter((run) => known.has(run))];
  }

  /** @param {string | null} run */
  entry(run) {
    return this.runs?.runs.find((one) => one.run === run);
  }

  /** Those of the runs in the plots that are known. */
  entriesInPlots() {
    return this.runsInPlots().flatMap((run) => this.entry(run) ?? []);
  }

  /** The run that the address names, else the newest; that one stays until it is over and another one trains. */
  #chooseRun() {
    const [named] = this.#view.get("runs");
    const newest = this.runs?.runs[0];
    const now = this.entry(this.run);
    const mayMove = !now || (!isRunning(now.state) && isRunning(newest?.state));
    const next = named ?? (mayMove ? (newest?.run ?? null) : this.run);
    const isBack = this.missing !== null && this.entry(next) !== undefined;
    if (next === this.run && !isBack) return;
    this.run = next;
    this.parts = {};
    this.missing = null;
    this.emit("run", next);
  }
}
