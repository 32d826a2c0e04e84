import { byId, create } from "../base/dom.js";
import { dateTime, isoTime, position } from "../base/format.js";
import { icon } from "../base/icons.js";

/** The errors that were logged, each with its traceback folded. The section is there once one is. */
export function errors(model) {
  const section = byId("errors");
  const list = create("ol", { class: "errors" });
  section.append(create("h2", { id: "errors-title" }, "Errors"), list);
  let before = "";

  const follow = () => {
    const all = model.parts.errors?.errors ?? [];
    section.hidden = all.length === 0;
    // Unfolded tracebacks stay as they are until there is something new.
    const now = JSON.stringify(all);
    if (now !== before) list.replaceChildren(...all.map(entry));
    before = now;
  };
  model.on("errors run", follow);
}

function entry(error) {
  const facts = [
    error.step === null ? null : create("span", {}, `step ${position(error.step)}`),
    error.epoch === null ? null : create("span", {}, `epoch ${position(error.epoch)}`),
    error.time === null ? null : create("time", { datetime: isoTime(error.time) }, dateTime(error.time)),
  ];
  return create(
    "li",
    { data: { error: error.type } },
    create(
      "p",
      { class: "event-head" },
      create("span", { class: "sign" }, icon("error")),
      create("strong", {}, error.type),
      ...facts,
    ),
    error.message ? create("p", { class: "event-message" }, error.message) : null,
    error.traceback
      ? create(
          "details",
          {},
          create("summary", {}, "Traceback"),
          create("pre", { tabindex: 0, role: "region", "aria-label": "Traceback" }, error.traceback),
        )
      : null,
  );
}
