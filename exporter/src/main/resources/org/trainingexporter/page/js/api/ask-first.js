/**
 * Stands in the head of the page: asks for what is seen first, beside the scripts and not after them: the figures and
 * curves of the run that the address names, else of the newest, and the runs. Where there is no such run, two of the
 * answers are 404. A page that smooths, or shows one plot alone, asks for its curves again. The modules bring this too,
 * for a page whose policy forbids a script in its head.
 */
{
  /** How many points a curve has, by the width of the window: a little fewer than a plot has pixels. @type {[string, number][]} */
  const byWidth = [
    ["(max-width: 699px)", 300],
    ["(max-width: 1199px)", 400],
    ["(max-width: 1699px)", 500],
  ];
  const ask = () => {
    const points = byWidth.find(([query]) => matchMedia(query).matches)?.[1] ?? 700;
    const run = new URLSearchParams(location.search).get("run");
    const named = run === null ? [] : [["run", run]];
    /**
     * @param {string} name
     * @param {string[][]} parameters
     */
    const answer = async (name, parameters) => {
      const url = new URL(`api/${name}`, document.baseURI);
      url.search = String(new URLSearchParams(parameters));
      try {
        const response = await fetch(url);
        return response.ok ? await response.json() : null;
      } catch {
        return null; // it is asked for again, and reported
      }
    };
    return {
      points,
      stats: answer("stats", named),
      plots: answer("plots", [...named, ["points", String(points)]]),
      runs: answer("runs", []),
    };
  };
  globalThis.firstAnswers ??= ask();
}
