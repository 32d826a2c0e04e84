import { byId, create } from "./dom.js";
import { duration, number, percent } from "./format.js";
import { badge } from "./progress.js";

/** The runs since the trainer was started, newest first: how each ended, a look into it, and all of one click compared. */
export class RunList {
  #before = "";

  /** The view shows what is chosen here; fill takes a run's settings to the form. */
  constructor(view, fill) {
    Object.assign(this, { view, fill });
  }

  show(runs) {
    byId("runs").hidden = runs.length === 0;
    const key = JSON.stringify(runs.map((one) => [one.run, one.state, one.validation_accuracy, one.validation_loss]));
    if (key === this.#before) return;
    const focused = document.activeElement?.dataset?.does;
    this.#before = key;
    const head = ["Run", "State", "Accuracy", "Val. loss", "Took"].map((text) => create("th", { scope: "col" }, text));
    byId("run-table").replaceChildren(
      create(
        "table",
        {},
        create("thead", {}, create("tr", {}, ...head, create("td"))),
        create("tbody", {}, ...runs.toReversed().map((one) => this.#row(one, runs))),
      ),
    );
    if (focused) document.querySelector(`[data-does="${CSS.escape(focused)}"]`)?.focus();
  }

  #row(one, runs) {
    const group = runs.filter(({ click, step }) => click === one.click && step);
    const last = group.length > 1 && group.at(-1) === one;
    const began = one.step > 0;
    return create(
      "tr",
      { data: { run: one.run } },
      create("th", { scope: "row" }, began ? this.#link(one.run) : one.run),
      create("td", {}, badge(one.state)),
      create("td", { class: "figure", data: { name: "accuracy" } }, percent(one.validation_accuracy)),
      create("td", { class: "figure", data: { name: "val. loss" } }, number(one.validation_loss)),
      create(
        "td",
        { class: "figure", data: { name: "took" } },
        ["waiting", "training", "dropped"].includes(one.state) ? "–" : duration(one.seconds),
      ),
      create(
        "td",
        { class: "tools" },
        last
          ? this.#button(`Compare ${group.length}`, `compare ${one.click}`, () =>
              this.view.choose(group.map(({ run }) => run)),
            )
          : null,
        this.#button("Reuse", `reuse ${one.run}`, () => this.fill(one.settings), `Fill in the settings of ${one.run}`),
      ),
    );
  }

  #link(run) {
    return create(
      "a",
      {
        href: this.view.address([run]),
        data: { does: `show ${run}` },
        on: {
          click: (event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            this.view.choose([run]);
          },
        },
      },
      run,
    );
  }

  #button(text, does, action, title = null) {
    return create("button", { type: "button", class: "tool", title, data: { does }, on: { click: action } }, text);
  }
}
