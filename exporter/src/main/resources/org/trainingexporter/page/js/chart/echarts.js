/** @type {Promise<ECharts.Library> | null} */
let loading = null;

/** ECharts, fetched when the first chart comes into sight: the figures are on the screen before it. */
export function loadECharts() {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = new URL("../../echarts.min.js", import.meta.url).href;
    script.addEventListener("load", () => resolve(globalThis.echarts));
    script.addEventListener("error", () => {
      loading = null;
      script.remove();
      reject(new Error("echarts.min.js could not be loaded"));
    });
    document.head.append(script);
  });
  return loading;
}
