import { Loader } from "./api/loader.js";
import { Live } from "./api/refresher.js";
import { layers } from "./layers/layers.js";
import { announcer } from "./page/announcer.js";
import { Connection } from "./page/connection.js";
import { empty } from "./page/empty.js";
import { header } from "./page/header.js";
import { refreshMenu } from "./page/refresh-menu.js";
import { runList } from "./page/run-list.js";
import { cards } from "./panels/cards.js";
import { checkpoints } from "./panels/checkpoints.js";
import { details } from "./panels/details.js";
import { errors } from "./panels/errors.js";
import { experts } from "./panels/experts.js";
import { gpus } from "./panels/gpus.js";
import { timeline } from "./panels/timeline.js";
import { Plots } from "./plots/plots.js";
import { Clock } from "./state/clock.js";
import { Model } from "./state/model.js";
import { View } from "./state/view.js";

const view = new View();
const clock = new Clock();
const model = new Model(view, clock);
const live = new Live({ model, view, loader: new Loader(model, view) });
const announce = announcer(model);

header(model, clock, view, refreshMenu(view, clock, live));
runList(model, view);
empty(model, view);
cards(model);
new Plots(model, view, announce);
for (const panel of [timeline, checkpoints, errors, gpus, experts, layers, details]) panel(model, view);

const connection = new Connection(clock, () => live.now());
live.on("lost", (seconds) => connection.lost(seconds));
live.on("found", () => connection.found());

live.now();
