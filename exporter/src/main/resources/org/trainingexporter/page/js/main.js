import { announcer } from "./announce.js";
import { cards } from "./cards.js";
import { checkpoints } from "./checkpoints.js";
import { Clock } from "./clock.js";
import { Connection } from "./connection.js";
import { details } from "./details.js";
import { empty } from "./empty.js";
import { errors } from "./errors.js";
import { experts } from "./experts.js";
import { gpus } from "./gpus.js";
import { header } from "./header.js";
import { layers } from "./layers.js";
import { Live } from "./live.js";
import { Loader } from "./loader.js";
import { Model } from "./model.js";
import { Plots } from "./plots.js";
import { refreshMenu } from "./refresh-menu.js";
import { runList } from "./run-list.js";
import { timeline } from "./timeline.js";
import { View } from "./view.js";

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
