import { byId, h } from "../base/dom.js";
import { iso, moment, position } from "../base/format.js";
import { icon } from "../base/icons.js";

/** The errors that were logged, each with its traceback folded. The section is there once one is. */
export function errors(model) {
  const section = byId("errors");
  const list = h("ol", { class: "errors" });
  section.append(h("h2", { id: "errors-title" }, "Errors"), list);
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
    error.step === null ? null : h("span", {}, `step ${position(error.step)}`),
    error.epoch === null ? null : h("span", {}, `epoch ${position(error.epoch)}`),
    error.time === null ? null : h("time", { datetime: iso(error.time) }, moment(error.time)),
  ];
  return h(
    "li",
    { data: { error: error.type } },
    h("p", { class: "event-head" }, h("span", { class: "sign" }, icon("error")), h("strong", {}, error.type), ...facts),
    error.message ? h("p", { class: "event-message" }, error.message) : null,
    error.traceback
      ? h(
          "details",
          {},
          h("summary", {}, "Traceback"),
          h("pre", { tabindex: 0, role: "region", "aria-label": "Traceback" }, error.traceback),
        )
      : null,
  );
}
