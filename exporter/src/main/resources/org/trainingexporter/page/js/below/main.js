/**
 * What stands below the curves: loaded once they are drawn, so that they wait for less.
 *
 * @import { Model } from "../state/model.js"
 * @import { View } from "../state/view.js"
 */
import "../main.js";
import { byId } from "../base/dom.js";
import { comparison } from "../compare/comparison.js";
import { layers } from "../layers/layers.js";
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
 * @param {Model} model
 * @param {View} view
 */
export function below(model, view) {
  for (const id of ["events", "checkpoints", "details"]) byId(id).hidden = false;
  comparison(model, view);
  timeline(model, view);
  checkpoints(model);
  errors(model);
  ranks(model);
  gpus(model);
  experts(model);
  layers(model, view);
  settings(model);
  allRuns(model);
  details(model);
}
