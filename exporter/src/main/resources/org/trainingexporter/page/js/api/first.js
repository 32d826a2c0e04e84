/**
 * Asks for what is seen first while the modules are still on their way: the runs, and the figures and curves of the run
 * that the address names, else of the newest. It is no module, since those run later; client.js uses its answers. Where
 * there is no such run two of them are 404.
 */
(() => {
  const named = new URLSearchParams(location.search).get("run");
  const NARROW_PX = 900;
  // A little fewer than a plot has pixels: of every few of them a curve keeps its least, largest and last value.
  const width = (innerWidth < NARROW_PX ? innerWidth : innerWidth / 2) - 120;
  const points = Math.max(300, Math.min(1000, Math.floor((0.85 * width) / 100) * 100));
  /** @param {string} address */
  const ask = async (address) => {
    try {
      const response = await fetch(new URL(`api/${address}`, document.baseURI));
      return response.ok ? await response.json() : null;
    } catch {
      return null; // the modules ask again, and report it
    }
  };
  const run = named === null ? "" : `run=${encodeURIComponent(named)}&`;
  const waiting = new Map([
    ["runs", ask("runs")],
    ["stats", ask(`stats?${run}`)],
    ["plots", ask(`plots?${run}points=${points}`)],
  ]);
  globalThis.firstAnswers = { points, waiting };
})();
