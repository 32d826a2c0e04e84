import { byId, create, setAttribute, setText, setValue } from "../base/dom.js";
import { age, percent } from "../base/format.js";
import { badge } from "../state/words.js";

/** The head of the page: which run, its state, how old its newest record is, and the refresh menu. */
export function header(model, clock, view, refresh) {
  const name = create("h1", { id: "run-name" }, "Training Exporter");
  const state = create("span", { id: "state" });
  const old = create("span", { class: "age", id: "age" });
  const runs = create(
    "button",
    {
      type: "button",
      class: "tool runs-button",
      id: "runs-button",
      "aria-controls": "runs",
      "aria-expanded": "false",
      hidden: true,
      on: { click: () => open(runs.getAttribute("aria-expanded") !== "true") },
    },
    "Runs",
  );
  const open = (wanted) => {
    setAttribute(runs, "aria-expanded", String(wanted));
    byId("frame").classList.toggle("with-runs", wanted);
  };
  byId("top").append(create("div", { class: "who" }, runs, name, state, old), refresh);

  const grow = () => {
    const { stats } = model.parts;
    if (!stats) return setText(old, "");
    setValue(old, Math.floor(clock.now() - stats.updated), `newest record ${age(clock.now() - stats.updated)} ago`);
  };
  const follow = (stats) => {
    setText(name, stats.run);
    if (state.dataset.state !== stats.state) state.replaceChildren(badge(stats.state));
    state.dataset.state = stats.state;
    document.title = `${stats.progress === null ? "" : `${percent(stats.progress)} · `}${stats.run} · Training Exporter`;
    grow();
  };
  model.on("stats", follow);
  model.on("run", (run) => {
    setText(name, run ?? "Training Exporter");
    state.replaceChildren();
    delete state.dataset.state;
    grow();
  });
  model.on("runs", (answer) => {
    runs.hidden = answer.runs.length < 2;
    setText(runs, `Runs (${answer.runs.length})`);
    byId("frame").classList.toggle("many", answer.runs.length > 1);
    foot(answer);
  });
  clock.on("second", grow);
  matchMedia("(min-width: 1100px)").addEventListener("change", () => open(false));
  view.on("runs", () => open(false));
}

function foot({ version }) {
  const link = (href, text) => create("a", { href }, text);
  byId("foot").replaceChildren(
    create("span", {}, `Training Exporter ${version}`),
    link("metrics", "metrics"),
    link("health", "health"),
    link("api/runs", "JSON"),
  );
}
