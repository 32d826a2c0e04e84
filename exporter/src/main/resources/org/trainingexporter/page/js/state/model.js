import { Topics } from "../base/emitter.js";
import { Curve } from "../curves/curve.js";
import { isRunning } from "./words.js";

/** So many of the last additions to a curve are kept, for an answer that is older than they are. */
const RECENT = 50;

/** What is known of the runs. Each part is told as a topic of its name when it changed. */
export class Model extends Topics {
  runs = null; //    the answer of api/runs
  run = null; //     the run that is looked at
  missing = null; // why there is nothing to look at, in words
  parts = {}; //     of the run looked at: stats, checkpoints, events, errors, gpu, experts, layers, history
  curves = new Map(); // run → Curve
  #recent = new Map(); // run → the series that were appended last

  constructor(view, clock) {
    super();
    this.view = view;
    this.clock = clock;
    view.on("runs", () => this.choose());
  }

  takeRuns(runs) {
    this.clock.set(runs.time);
    this.runs = runs;
    this.choose();
    this.tell("runs", runs);
  }

  take(name, body) {
    if (body.run !== this.run) return;
    this.clock.set(body.time);
    const before = this.parts[name];
    const isBack = name === "stats" && this.missing !== null;
    this.parts[name] = body;
    if (name === "stats") this.missing = null;
    this.tell(name, body);
    if (isBack) this.tell("run", this.run); // what was let go when it vanished is asked for anew
    if (name !== "stats" || !before) return;
    if (String(tablesOf(before)) !== String(tablesOf(body))) this.tell("stale");
    if (layersOf(before) !== layersOf(body)) this.tell("layered");
  }

  takeCurve(body, window) {
    const curve = this.curves.get(body.run) ?? new Curve();
    curve.take(body, window);
    this.curves.set(body.run, curve);
    // Points that came in while the answer was under way are newer than it.
    for (const series of this.#recent.get(body.run) ?? []) curve.append(series);
    this.tell("curves", body.run);
  }

  /** More signals of a curve taken before. */
  addCurve(body, window) {
    this.curves.get(body.run)?.add(body, window);
    this.tell("curves", body.run);
  }

  append({ run, series }) {
    this.#recent.set(run, [...(this.#recent.get(run) ?? []).slice(1 - RECENT), series]);
    if (this.curves.get(run)?.append(series)) this.tell("curves", run);
  }

  /** The curves of this run changed their past: what was appended counts no more. */
  forget(run) {
    this.#recent.delete(run);
  }

  /** The run's logs are gone. */
  vanish(run) {
    this.forget(run);
    this.curves.delete(run);
    this.tell("curves", run);
    if (run !== this.run) return;
    const wasThere = this.parts.stats !== undefined;
    this.parts = {};
    if (wasThere) this.fail(`The run "${run}" vanished: its logs are gone`);
  }

  fail(missing) {
    this.missing = missing;
    this.tell("missing", missing);
  }

  /** The runs that the plots show: the one looked at, and those laid over it. */
  shown() {
    const known = new Set(this.runs?.runs.map((one) => one.run));
    return this.run === null
      ? []
      : [
          this.run,
          ...this.view
            .get("runs")
            .slice(1)
            .filter((run) => known.has(run)),
        ];
  }

  entry(run) {
    return this.runs?.runs.find((one) => one.run === run);
  }

  /** Named in the address, else the newest; that one stays until it is over and another one trains. */
  choose() {
    const [named] = this.view.get("runs");
    const newest = this.runs?.runs[0];
    const now = this.entry(this.run);
    const mayMove = !now || (!isRunning(now.state) && isRunning(newest?.state));
    const next = named ?? (mayMove ? (newest?.run ?? null) : this.run);
    const isBack = this.missing !== null && this.entry(next) !== undefined;
    if (next === this.run && !isBack) return;
    this.run = next;
    this.parts = {};
    this.missing = null;
    this.tell("run", next);
  }
}

/** What says that the layers have something new: some writers log them beside the loss. */
function layersOf({ layers, counts }) {
  return layers ? (counts.records.layers ?? counts.records.train) : null;
}

/** What says that the tables have something new. */
function tablesOf(stats) {
  const { records, validations, checkpoints, rewinds, restarts, ...happened } = stats.counts;
  const { spikes, nonfinite, errors, warnings } = happened;
  return [
    ...[stats.state, stats.experts, records.experts, validations, checkpoints, rewinds, restarts],
    ...[stats.finite, spikes, nonfinite, errors, warnings].map(JSON.stringify),
  ];
}
