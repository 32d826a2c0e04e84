/** @import { Model } from "../state/model.js" */
import { byId, create } from "../base/dom.js";
import { dateTime, isoTime, position } from "../base/format.js";
import { icon } from "../base/icons.js";

/**
 * The errors that were logged, each with its traceback folded. The section is there once one is.
 *
 * @param {Model} model
 */
export function errors(model) {
  const section = byId("errors");
  const list = create("ol", { class: "errors" });
  section.append(create("h2", { id: "errors-title" }, "Errors"), list);
  let before = "";

  const update = () => {
    const all = model.parts.errors?.errors ?? [];
    section.hidden = all.length === 0;
    // Unfolded tracebacks stay as they are until there is something new.
    const now = JSON.stringify(all);
    if (now !== before) list.replaceChildren(...all.map(entryOf));
    before = now;
  };
  model.on(["errors", "run"], update);
}

/** @param {Api.LoggedError} error */
function entryOf({ type, message, step, epoch, time, traceback }) {
  const facts = [
    step === null ? null : create("span", {}, `step ${position(step)}`),
    epoch === null ? null : create("span", {}, `epoch ${position(epoch)}`),
    time === null ? null : create("time", { datetime: isoTime(time) }, dateTime(time)),
  ];
  const sign = create("span", { class: "sign" }, icon("error"));
  return create(
    "li",
    { data: { error: type } },
    create("p", { class: "event-head" }, sign, create("strong", {}, type), ...facts),
    message ? create("p", { class: "event-message" }, message) : null,
    traceback ? folded(traceback) : null,
  );
}

/** @param {string} traceback */
function folded(traceback) {
  const text = create("pre", { tabindex: 0, role: "region", "aria-label": "Traceback" }, traceback);
  return create("details", {}, create("summary", {}, "Traceback"), text);
}
