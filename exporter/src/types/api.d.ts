/** What the exporter's API answers; docs/api.md describes it. Only what the page reads is here. */
declare namespace Api {
  /** A number of the log. What is not finite comes as text, what is not known as null. */
  type Figure = number | "NaN" | "Infinity" | "-Infinity" | null;
  type State = "warmup" | "training" | "stalled" | "finished" | "ended" | "abandoned" | "not_finite";
  /** How a run that has ended came to its end. */
  type Ending =
    | "aborted"
    | "cancelled"
    | "crashed"
    | "failed"
    | "interrupted"
    | "killed"
    | "preempted"
    | "stopped"
    | "process_gone";
  type EventType =
    | "start"
    | "validation"
    | "checkpoint"
    | "best"
    | "warning"
    | "error"
    | "rewind"
    | "restart"
    | "end";
  type RefreshMode = "live" | "5" | "30" | "off";
  type Tensor = "weight" | "gradient" | "activation";
  type Counts = Record<string, number>;

  /** Which type each path below api/ answers with. */
  interface Answers {
    runs: Runs;
    stats: Stats;
    plots: Plots;
    checkpoints: Checkpoints;
    events: Events;
    errors: Errors;
    experts: Experts;
    ranks: Ranks;
    gpu: Gpus;
    layers: Layers;
    "layers/history": LayersHistory;
  }

  interface Runs {
    time: number;
    version: string;
    ready: boolean;
    refresh: RefreshMode;
    /** Grafana's address, with a slash at its end. */
    grafana?: string;
    watched: string[];
    files: string[];
    gpu: boolean;
    ignored: IgnoredFile[];
    runs: Run[];
  }

  /** A file that looks like a log and is not read. */
  interface IgnoredFile {
    file: string;
    reason: string;
    nearest: string;
  }

  interface Run {
    run: string;
    name: string | null;
    path: string;
    writer: string;
    times: string;
    state: State;
    /** Null unless the state is ended. */
    ending: Ending | null;
    /** Seconds since 1970. */
    start: number | null;
    updated: number | null;
    step: number | null;
    epoch: number | null;
    progress: number | null;
    loss: Figure;
    validation_loss: Figure;
    best_validation_loss: Figure;
    reward: Figure;
    best_reward: Figure;
    steps_per_second: Figure;
    eta_seconds: Figure;
    goodput: number | null;
    cost: number | null;
    /** Texts by name. */
    settings: Record<string, string>;
  }

  /** An answer about one run. */
  interface OfRun {
    run: string;
    time?: number;
  }

  /** Seconds by what they were used for; all are null where the log has no times. */
  interface Hours {
    productive_seconds: number | null;
    replayed_seconds: number | null;
    evaluation_seconds: number | null;
    checkpoint_seconds: number | null;
    paused_seconds: number | null;
    goodput: number | null;
    lost_steps: number | null;
  }

  interface Cost {
    cost: number | null;
    projected_cost: number | null;
    model_flops_utilization: number | null;
    gpus: number | null;
    currency: string;
  }

  interface Stats extends OfRun {
    name: string | null;
    path: string;
    writer: string;
    times: string;
    state: State;
    /** Null unless the state is ended. */
    ending: Ending | null;
    finite: Record<string, boolean>;
    step: number | null;
    planned_steps: number | null;
    epoch: number | null;
    planned_epochs: number | null;
    progress: number | null;
    /** Seconds since 1970. */
    start: number | null;
    updated: number | null;
    silent_seconds: number | null;
    stalls_after_seconds: number | null;
    elapsed_seconds: number | null;
    eta_seconds: Figure;
    record_interval_seconds: Figure;
    loss: Figure;
    loss_smoothed: Figure;
    loss_smoothed_records: number | null;
    auxiliary_loss: Figure;
    learning_rate: Figure;
    learning_rate_max: Figure;
    warmup_steps: number | null;
    gradient_norm: Figure;
    gradient_norm_smoothed: Figure;
    gradient_norm_smoothed_records: number | null;
    reward: Figure;
    reward_smoothed: Figure;
    best_reward: Figure;
    episode_length: Figure;
    steps_per_second: Figure;
    steps_per_second_smoothed: Figure;
    tokens_per_second: Figure;
    samples_per_second: Figure;
    tokens: number | null;
    accuracy: Figure;
    validation_accuracy: Figure;
    validation: Validation | null;
    best: Validation | null;
    hours: Hours;
    cost: Cost;
    loss_forecast: { low: Figure; mid: Figure; high: Figure };
    counts: {
      records: Counts;
      rejected_lines: Counts;
      rejected_values: Counts;
      validations: number;
      checkpoints: number;
      rewinds: number;
      restarts: number;
      spikes: Counts;
      nonfinite: Counts;
      errors: Counts;
      warnings: Counts;
    };
    warnings_active: string[];
    free_bytes: number | null;
    values: Record<string, Figure>;
    layers: boolean;
    experts: boolean;
  }

  interface Validation {
    loss: Figure;
    perplexity: Figure;
    step: number | null;
    epoch: number | null;
  }

  /** What is said of the curves besides their points. */
  interface PlotsHead {
    run: string;
    axis: "step" | "epoch";
    signals: Signal[];
    /** Seconds since 1970. */
    start: number | null;
    marks?: Marks;
  }

  interface Plots extends PlotsHead {
    series: Series[];
  }

  interface Signal {
    signal: string;
    unit: string;
  }

  interface Series {
    signal: string;
    /** Positions: steps or epochs, as the answer's axis says. */
    x: number[];
    time: (number | null)[];
    y: Figure[];
    attempt?: number[];
    /** Of the points that the log holds. */
    count?: number;
    /** How many records each point stands for, if that was asked for. */
    records?: number[];
    mean?: (number | null)[];
  }

  interface Marks {
    checkpoints?: { name: string; step: number | null; time: number | null; best: boolean }[];
    /** Oldest first. */
    events?: RunEvent[];
    best_validation?: Validation;
    warmup_end_step?: number | null;
    learning_rate_max?: number | null;
  }

  interface Checkpoints extends OfRun {
    checkpoints: Checkpoint[];
  }

  interface Checkpoint {
    name: string;
    step: number | null;
    saved: number | null;
    size_bytes: number | null;
    validation_loss: Figure;
    validation_perplexity: Figure;
    reward: Figure;
    best: boolean;
  }

  interface Ranks extends OfRun {
    ranks: Rank[];
  }

  interface Rank {
    rank: number;
    local_rank: string;
    node: string;
    step: number | null;
    loss: Figure;
    seconds_per_step: Figure;
    updated: number | null;
    slowdown: Figure;
    loss_deviation: Figure;
    slow: boolean;
    silent: boolean;
  }

  interface Events extends OfRun {
    events: RunEvent[];
  }

  interface RunEvent {
    id: string;
    type: EventType;
    step: number | null;
    time: number | null;
    message: string;
  }

  interface Errors extends OfRun {
    errors: LoggedError[];
  }

  interface LoggedError {
    time: number | null;
    type: string;
    message: string;
    step: number | null;
    epoch: number | null;
    traceback: string | null;
  }

  interface Experts extends OfRun {
    layers: ExpertLayer[];
  }

  interface ExpertLayer {
    layer: string;
    experts: string[];
    load: number[];
    dead: number | null;
    imbalance: number;
  }

  interface Gpus extends OfRun {
    up: boolean;
    problem: string;
    joined: boolean;
    gpus: Gpu[];
  }

  interface Gpu {
    gpu: number;
    uuid: string;
    name: string;
    utilization: number | null;
    memory_used_bytes: number | null;
    memory_total_bytes: number | null;
    temperature_celsius: number | null;
    power_watts: number | null;
    power_limit_watts: number | null;
  }

  interface Layers extends OfRun {
    model: Graph;
    layers: Layer[];
    dropped: number;
  }

  interface Graph {
    name: string;
    nodes: GraphNode[];
    edges: GraphEdge[];
  }

  interface GraphNode {
    id: string;
    kind: string;
    shape: string;
    parameters: number | null;
  }

  interface GraphEdge {
    source: string;
    target: string;
  }

  type Layer = {
    layer: string;
    kind: string;
    shape: string;
    parameters: number | null;
    dead_prone: boolean;
  } & Record<Tensor, Statistics | null>;

  interface Statistics {
    step: number | null;
    mean: number | null;
    std: number | null;
    min: number | null;
    max: number | null;
    norm: number | null;
    near_zero: number | null;
    zero_units: number | null;
    histogram: object | null;
  }

  interface LayersHistory extends OfRun {
    axis: "step" | "epoch";
    curves: LayerCurves;
    epochs: EpochColumns;
    histograms?: Histograms | null;
  }

  /** A list of points for each layer, in the order of layers. */
  type LayerCurves = {
    records_a_point: number;
    x: number[];
    layers: string[];
  } & Record<"gradient_norm" | "weight_norm" | "zero_units", Figure[][]>;

  type EpochColumns = { epoch: number[] } & Record<
    "loss" | "validation_loss" | "accuracy" | "validation_accuracy",
    Figure[]
  >;

  interface Histograms {
    layer: string;
    tensor: Tensor;
    lower: number;
    upper: number;
    frames: HistogramFrame[];
  }

  interface HistogramFrame {
    step: number;
    counts: number[];
  }

  /** What the stream brings, by the kind of event. */
  interface StreamEvents {
    runs: Runs;
    stats: Stats;
    points: { run: string; series: Series[] };
    marks: PlotsHead;
    /** Events and checkpoints are to be asked for anew. */
    tables: { run: string };
    reset: { run: string };
    gone: { run: string };
  }
}
