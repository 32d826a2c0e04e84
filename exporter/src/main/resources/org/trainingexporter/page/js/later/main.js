/**
 * What is not needed before the first curve, which so waits for less: the tools in the head of the page, and what stands
 * below the curves.
 *
 * @import { Refresher } from "../api/refresher.js"
 * @import { Notes } from "../notes/notes.js"
 * @import { Clock } from "../state/clock.js"
 * @import { Model } from "../state/model.js"
 * @import { View } from "../state/view.js"
 */
import "../main.js";
import { alertButton } from "../alerts/alert-button.js";
import { byId } from "../base/dom.js";
import { comparison } from "../compare/comparison.js";
import { mixedNote } from "../compare/mixed.js";
import { pressEarlyKeys } from "../help/early-keys.js";
import { pageKeys } from "../help/page-keys.js";
import { addShortcuts } from "../help/shortcuts.js";
import { layers } from "../layers/layers.js";
import { foot } from "../page/foot.js";
import { grafanaLink } from "../page/grafana-link.js";
import { linkButton } from "../page/link-button.js";
import { refreshMenu } from "../page/refresh-menu.js";
import { themeButton } from "../page/theme-button.js";
import { allRuns } from "../panels/all-runs.js";
import { checkpoints } from "../panels/checkpoints.js";
import { details } from "../panels/details.js";
import { errors } from "../panels/errors.js";
import { experts } from "../panels/experts.js";
import { gpus } from "../panels/gpus.js";
import { ranks } from "../panels/ranks.js";
import { settings } from "../panels/settings.js";
import { timeline } from "../panels/timeline.js";

/**
 * @typedef {object} Page what is there already
 * @property {Model} model
 * @property {View} view
 * @property {Clock} clock
 * @property {Refresher} refresher
 * @property {Notes} notes
 * @property {(text: string | null) => void} announce says a text to screen readers
 */

/** @param {Page} page */
export function addRest({ model, view, clock, refresher, notes, announce }) {
  byId("tools").append(
    grafanaLink(model),
    linkButton(view, announce),
    alertButton(model, notes, refresher, announce),
    themeButton(),
    addShortcuts(pageKeys({ model, view, refresher })),
    refreshMenu(view, clock, refresher),
  );
  for (const id of ["events", "checkpoints", "details"]) byId(id).hidden = false;
  mixedNote(model, view);
  comparison(model, view);
  timeline(model, view);
  checkpoints(model);
  errors(model);
  ranks(model);
  gpus(model);
  experts(model);
  layers(model, view);
  settings(model);
  allRuns(model, view);
  details(model);
  foot(model);
  pressEarlyKeys();
}
