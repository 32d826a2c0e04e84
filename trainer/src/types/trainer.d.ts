/** What the trainer's server answers, and the settings that it takes. */
declare namespace Trainer {
  type RunState = "waiting" | "training" | "finished" | "stopped" | "failed" | "dropped";
  /** As the server takes it; a text with commas makes a run of each of its values. */
  type Setting = string | number | (string | number)[];
  type Settings = Record<string, Setting>;

  interface Status {
    /** The address of the exporter. */
    exporter: string;
    busy: boolean;
    stopping: boolean;
    runs: Run[];
  }

  /** What is not a finite number is left out. */
  interface Run {
    run: string;
    /** The runs of one click have the same number. */
    click: number;
    state: RunState;
    problem: string;
    seconds: number;
    settings: Settings;
    step?: number;
    steps?: number;
    epoch?: number;
    finite?: boolean;
    loss?: number;
    validation_loss?: number;
    validation_accuracy?: number;
  }

  /** Of the training that runs or ran last. The class that the network gives to each place of the plane; empty for data of no plane. */
  interface Decisions {
    run: string;
    /** Of each epoch so far: the mean training loss, and the validation loss at its end. */
    losses?: [epoch: number, training: number, validation: number][];
    /** Places in a row, and in a column. */
    side: number;
    /** The plane goes from minus this to this, in both directions. */
    reach: number;
    /** A digit for each place, row by row. */
    classes?: string;
    points?: [x: number, y: number, kind: number][];
  }
}
