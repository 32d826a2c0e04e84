/** The part of ECharts that the page uses; the library itself is served as one script. */
declare namespace ECharts {
  interface Library {
    init(element: HTMLElement): Chart;
  }

  type Option = Record<string, unknown>;
  type Finder = { xAxisIndex: number } | { yAxisIndex: number };

  interface Chart {
    setOption(option: Option, how: { notMerge: boolean }): void;
    resize(): void;
    dispose(): void;
    convertToPixel(finder: Finder, value: number): number;
    convertFromPixel(finder: Finder, pixel: number): number;
    getRenderedCanvas(how: { pixelRatio: number; backgroundColor: string }): HTMLCanvasElement;
  }
}

declare var echarts: ECharts.Library;
