/**
 * @import { Axis, ChartLine, Scene } from "./scene.js"
 * @import { Theme } from "./theme.js"
 *
 * @typedef {{ scene: Scene, theme: Theme, width: number, height: number }} Shown
 */
import { paintAbove, paintBelow } from "./paint.js";
import { GRID, PixelMapping } from "./pixel-mapping.js";

const FONT_PX = 11;
/** Of a line that says no other. */
const WIDTH = 1.5;
/** Of the room beside an axis its title takes so much. */
const TITLE_PX = 18;

/** A line of more points is drawn at whole pixels, one column of them after the other, which is faster. */
const MANY = 5000;

/**
 * Without a graphics card a line of one pixel is drawn ten times as fast as a wider one. So lines of many points are
 * several of these close together, up to a width from which on one would see between them.
 */
const BRUSHED_POINTS = 200;
const BRUSHED_PX = 2.5;
/** Where they stand around the line: on three sides, in radians. */
const SIDES = [-1 / 2, 1 / 6, 5 / 6].map((turn) => turn * Math.PI);

/** uPlot draws an axis only where one of these fits in; the ticks are our own. */
const INCREMENTS = Array.from({ length: 324 }, (_, i) => Number(`1e${i - 16}`));

/** Draws a scene: axes and lines by uPlot, everything else around them. */
export class ChartCanvas {
  #parent;
  /** @type {uPlot | null} */
  #plot = null;
  /** What uPlot can change only by being made anew. */
  #kind = "";
  /** @type {Shown | null} */
  #shown = null;

  /** @param {HTMLElement} parent which it fills */
  constructor(parent) {
    this.#parent = parent;
  }

  /** @param {Shown} shown */
  draw(shown) {
    const { scene, width, height } = shown;
    const { lines = [] } = scene;
    this.#shown = shown;
    const kind = JSON.stringify([scene.y.isLog === true, lines.map(({ x }) => x.length > MANY)]);
    if (kind !== this.#kind) this.#plot?.destroy();
    const plot = kind === this.#kind ? this.#plot : null;
    this.#kind = kind;
    if (plot === null) {
      this.#plot = makePlot(() => /** @type {Shown} */ (this.#shown), 1, this.#parent);
      return;
    }
    plot.batch(() => {
      if (plot.width !== width || plot.height !== height) plot.setSize({ width, height });
      for (const [i, line] of lines.entries()) Object.assign(plot.series[i + 1], styleOf(line, 1));
      for (const [i, axis] of [scene.x, scene.y].entries()) plot.axes[i].label = axis.title ?? "";
      plot.setData(dataOf(scene));
      plot.redraw(false, true);
    });
  }

  /** Where values stand in what was drawn last; null before. */
  mapping() {
    const shown = this.#shown;
    return shown && new PixelMapping(shown.scene, shown.width, shown.height);
  }

  /**
   * What was drawn last, without a ground; null before.
   *
   * @param {number} scale pixels of the picture for each of the screen
   */
  picture(scale) {
    const shown = this.#shown;
    if (shown === null) return null;
    const plot = makePlot(() => shown, scale / uPlot.pxRatio, document.createElement("div"));
    const { canvas } = plot.ctx;
    plot.destroy();
    return canvas;
  }

  dispose() {
    this.#plot?.destroy();
  }
}

/**
 * @param {() => Shown} now what it is to show whenever it is drawn
 * @param {number} zoom how many times as large as on the screen
 * @param {HTMLElement} parent
 */
function makePlot(now, zoom, parent) {
  const { scene, width, height } = now();
  /** @param {(pen: CanvasRenderingContext2D, at: PixelMapping, shown: Shown) => void} paint */
  const painter =
    (paint) =>
    (/** @type {uPlot} */ { ctx: pen }) => {
      const shown = now();
      pen.save();
      pen.scale(pen.canvas.width / shown.width, pen.canvas.width / shown.width);
      paint(pen, new PixelMapping(shown.scene, shown.width, shown.height), shown);
      pen.restore();
    };
  /** @param {"x" | "y"} scale */
  const axis = (scale) =>
    axisOptions(
      () => now().scene[scale],
      () => now().theme,
      scale,
      zoom,
    );
  /** @param {"x" | "y"} scale */
  const range = (scale) => () => [now().scene[scale].min, now().scene[scale].max];
  const data = dataOf(scene);
  const options = {
    mode: 2,
    width: width * zoom,
    height: height * zoom,
    padding: [GRID.top * zoom, GRID.right * zoom, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    select: { show: false },
    scales: {
      x: { time: false, range: range("x") },
      y: { distr: scene.y.isLog ? 3 : 1, range: range("y") },
    },
    axes: [axis("x"), axis("y")],
    series: data.map((_, i) => (i === 0 ? null : seriesOptions(() => now().scene.lines?.[i - 1], zoom))),
    hooks: {
      drawAxes: [painter((pen, at, shown) => paintBelow(pen, shown.scene, at))],
      draw: [painter((pen, at, shown) => paintAbove(pen, shown.scene, at, shown.theme))],
    },
  };
  const plot = new uPlot(options, data, parent);
  plot.batch(() => {}); // at once, not after what runs now
  return plot;
}

/**
 * uPlot needs a line even where there is none.
 *
 * @param {Scene} scene
 * @returns {uPlot.Data}
 */
function dataOf({ lines = [] }) {
  const [first, ...others] = lines.length > 0 ? lines : [{ x: [], y: [] }];
  return [null, [first.x, first.y], ...others.map(({ x, y }) => /** @type {[number[], number[]]} */ ([x, y]))];
}

/**
 * @param {() => ChartLine | undefined} line
 * @param {number} zoom
 */
function seriesOptions(line, zoom) {
  return {
    auto: false,
    stroke: () => line()?.colour,
    points: { show: false },
    pxAlign: (line()?.x.length ?? 0) > MANY ? 1 : 0,
    paths: pathsOf(line, zoom),
    ...styleOf(line(), zoom),
  };
}

/**
 * @param {() => ChartLine | undefined} line
 * @param {number} zoom
 * @returns {uPlot.Paths}
 */
function pathsOf(line, zoom) {
  const linear = uPlot.paths.linear();
  return (plot, ...which) => {
    const paths = linear(plot, ...which);
    const now = line();
    return now && paths && isBrushed(now, zoom) ? { ...paths, stroke: brushed(paths.stroke, widthOf(now)) } : paths;
  };
}

/** @param {ChartLine} line */
function widthOf({ width = WIDTH }) {
  return width * uPlot.pxRatio;
}

/**
 * @param {ChartLine} line
 * @param {number} zoom
 */
function isBrushed(line, zoom) {
  const { x, opacity = 1 } = line;
  return zoom === 1 && opacity === 1 && x.length > BRUSHED_POINTS && widthOf(line) > 1 && widthOf(line) <= BRUSHED_PX;
}

/**
 * The path several times, so that lines of a pixel are as wide together.
 *
 * @param {Path2D} path
 * @param {number} width
 */
function brushed(path, width) {
  const radius = (width - 1) / 1.62; // across three sides it is 1.5 to 1.73 radii wide
  const all = width > 2 ? new Path2D(path) : new Path2D();
  for (const side of SIDES) {
    all.addPath(path, new DOMMatrix([1, 0, 0, 1, radius * Math.cos(side), radius * Math.sin(side)]));
  }
  return all;
}

/**
 * @param {ChartLine | undefined} line
 * @param {number} zoom
 */
function styleOf(line, zoom) {
  const { width = WIDTH, dash = [], opacity = 1 } = line ?? {};
  const drawn = line && isBrushed(line, zoom) ? 1 / uPlot.pxRatio : width * zoom;
  return { width: drawn, dash: dash.map((length) => length * zoom * uPlot.pxRatio), alpha: opacity };
}

/**
 * @param {() => Axis} axis
 * @param {() => Theme} theme
 * @param {"x" | "y"} scale
 * @param {number} zoom
 */
function axisOptions(axis, theme, scale, zoom) {
  const isX = scale === "x";
  const font = `${Math.round(FONT_PX * zoom)}px ${theme().font}`;
  const line = { show: isX, stroke: () => theme().line, width: zoom };
  return {
    scale,
    font,
    labelFont: font,
    stroke: () => theme().soft,
    size: ((isX ? GRID.bottom : GRID.left) - TITLE_PX) * zoom,
    gap: 5 * zoom,
    label: axis().title ?? "",
    labelSize: TITLE_PX * zoom,
    labelGap: 0,
    incrs: INCREMENTS,
    splits: () => axis().ticks,
    filter: (/** @type {uPlot} */ _plot, /** @type {number[]} */ ticks) => ticks,
    values: (/** @type {uPlot} */ _plot, /** @type {number[]} */ ticks) => ticks.map(axis().format),
    grid: { show: axis().hasGrid === true, stroke: () => theme().grid, width: zoom },
    ticks: { ...line, size: 5 * zoom },
    border: line,
  };
}
