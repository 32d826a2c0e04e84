/** The page: makes its parts and lets them know of each other. */
import { Loader } from "./api/loader.js";
import { Refresher } from "./api/refresher.js";
import { layers } from "./layers/layers.js";
import { announcer } from "./page/announcer.js";
import { Connection } from "./page/connection.js";
import { emptyPage } from "./page/empty.js";
import { framed } from "./page/framed.js";
import { header } from "./page/header.js";
import { linkButton } from "./page/link-button.js";
import { refreshMenu } from "./page/refresh-menu.js";
import { runList } from "./page/run-list.js";
import { themeButton } from "./page/theme-button.js";
import { unreadable } from "./page/unreadable.js";
import { warnings } from "./page/warnings.js";
import { allRuns } from "./panels/all-runs.js";
import { cards } from "./panels/cards.js";
import { checkpoints } from "./panels/checkpoints.js";
import { details } from "./panels/details.js";
import { errors } from "./panels/errors.js";
import { experts } from "./panels/experts.js";
import { gpus } from "./panels/gpus.js";
import { ranks } from "./panels/ranks.js";
import { settings } from "./panels/settings.js";
import { timeline } from "./panels/timeline.js";
import { Plots } from "./plots/plots.js";
import { Clock } from "./state/clock.js";
import { Model } from "./state/model.js";
import { View } from "./state/view.js";

const view = new View();
const clock = new Clock();
const model = new Model(view, clock);
const refresher = new Refresher({ model, view, loader: new Loader(model, view) });
const announce = announcer(model);

model.on("run", (run) => view.nameRun(run));

header(model, clock, view, [linkButton(view, announce), themeButton(), refreshMenu(view, clock, refresher)]);
runList(model, view);
unreadable(model);
emptyPage(model, view);
warnings(model);
cards(model);
new Plots(model, view, announce);
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
framed();

const connection = new Connection(clock, () => refresher.refresh());
refresher.on("lost", (seconds) => connection.lost(seconds));
refresher.on("found", () => connection.found());

refresher.refresh();
