/**
 * Runs in groups: by their folder or by a setting.
 */
import { folderOf, settingNames } from "../runs/columns.js";

/** Groups by folder; every other text is the name of a setting. */
export const FOLDER = "folder";

/**
 * By what these runs can be grouped so that one group has several of them.
 *
 * @param {Api.Run[]} runs
 */
export function waysToGroup(runs) {
  return [FOLDER, ...settingNames(runs)].filter(
    (by) => new Set(runs.map((run) => groupOf(run, by))).size < runs.length,
  );
}

/**
 * @param {Api.Run} run
 * @param {string} by
 */
export function groupOf(run, by) {
  if (by === FOLDER) return folderOf(run) || "(no folder)";
  return `${by} ${run.settings[by] ?? "–"}`;
}

/**
 * The group of each run; empty where they are not grouped.
 *
 * @param {(Api.Run | undefined)[]} runs
 * @param {string} by
 * @returns {Map<string, string>}
 */
export function groupsOf(runs, by) {
  if (by === "") return new Map();
  return new Map(runs.flatMap((run) => (run === undefined ? [] : [[run.run, groupOf(run, by)]])));
}
