/** @import { View } from "./view.js" */

/**
 * How often the exporter is asked: as the viewer chose, else as the exporter is configured.
 *
 * @param {Pick<View, "get">} view
 * @param {Api.Runs | null} runs
 * @returns {Api.RefreshMode}
 */
export function refreshMode(view, runs) {
  return view.get("refresh") ?? runs?.refresh ?? "live";
}

/**
 * Whether nothing is asked for again, so that what is shown is as of then.
 *
 * @param {Pick<View, "get">} view
 * @param {Api.Runs | null} runs
 */
export function isRefreshOff(view, runs) {
  return refreshMode(view, runs) === "off";
}
