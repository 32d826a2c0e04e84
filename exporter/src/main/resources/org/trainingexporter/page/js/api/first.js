/**
 * Asks for what is seen first while the modules are still on their way: the runs, then the figures and curves of the run
 * that the address names, else of the newest. It is no module, since those run later; client.js uses its answers.
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
  const runs = ask("runs");
  /**
   * @param {string} name
   * @param {string} parameters
   */
  const askOfRun = async (name, parameters) => {
    /** @type {string[]} */
    const all = (await runs)?.runs.map((/** @type {{ run: string }} */ { run }) => run) ?? [];
    const run = named ?? all[0];
    return all.includes(run) ? await ask(`${name}?run=${encodeURIComponent(run)}${parameters}`) : null;
  };
  const waiting = new Map([
    ["runs", runs],
    ["stats", askOfRun("stats", "")],
    ["plots", askOfRun("plots", `&points=${points}`)],
  ]);
  globalThis.firstAnswers = { points, waiting };
})();
