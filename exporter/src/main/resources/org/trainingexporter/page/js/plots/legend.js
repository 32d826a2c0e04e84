import { create } from "../base/dom.js";

/** The runs laid over each other: each can be hidden and shown again, its colour and dash beside it. */
export function legend(model, view) {
  const list = create("ul", { class: "legend", id: "legend", "aria-label": "Runs in the plots", hidden: true });
  const follow = () => {
    const runs = model.shown();
    list.hidden = runs.length < 2;
    const hidden = view.get("hidden");
    list.replaceChildren(...runs.map((run, place) => entry(run, place, hidden.includes(run))));
  };
  const entry = (run, place, isHidden) =>
    create(
      "li",
      {},
      create(
        "button",
        {
          type: "button",
          "aria-pressed": String(!isHidden),
          title: isHidden ? "Show" : "Hide",
          data: { run },
          on: { click: () => press(run) },
        },
        create("span", { class: "stroke", data: { look: place % 8 }, "aria-hidden": "true" }),
        run,
      ),
    );
  const press = (run) => {
    view.toggle("hidden", run);
    [...list.querySelectorAll("button")].find((button) => button.dataset.run === run)?.focus();
  };
  let before = "";
  const changed = () => {
    const now = JSON.stringify([model.shown(), view.get("hidden")]);
    if (now !== before) follow();
    before = now;
  };
  model.on("runs run", changed);
  view.on("runs hidden", changed);
  return list;
}
