/** The part of uPlot that the page uses; the library itself is served as one script. */
declare class uPlot {
  static readonly pxRatio: number;
  static readonly paths: { linear(): uPlot.Paths };

  constructor(options: object, data: uPlot.Data, parent: HTMLElement);

  readonly root: HTMLElement;
  readonly ctx: CanvasRenderingContext2D;
  readonly axes: { label: string }[];
  readonly series: { width: number; dash: number[]; alpha: number }[];
  readonly width: number;
  readonly height: number;
  setData(data: uPlot.Data): void;
  setSize(size: { width: number; height: number }): void;
  redraw(rebuildPaths: boolean, recalculateAxes: boolean): void;
  batch(changes: () => void): void;
  destroy(): void;
}

declare namespace uPlot {
  /** Each line has its own x: the data of uPlot's mode 2. */
  type Data = [null, ...[x: number[], y: (number | null)[]][]];
  /** Makes the path of a line; null where there is nothing to draw. */
  type Paths = (plot: uPlot, line: number, from: number, to: number) => { stroke: Path2D } | null;
}
