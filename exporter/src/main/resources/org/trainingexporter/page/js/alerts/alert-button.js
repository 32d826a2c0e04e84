/**
 * @import { Model } from "../state/model.js"
 * @import { Notes } from "../notes/notes.js"
 */
import { create, setAttribute } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { Alerts } from "./alerts.js";

/**
 * Switches the browser's notifications of the shown run on and off.
 *
 * @param {Model} model
 * @param {Notes} notes
 * @param {(text: string) => void} announce
 */
export function alertButton(model, notes, announce) {
  const button = create("button", { type: "button", class: "tool", id: "alerts" }, icon("bell"));
  new Alerts(model, notes, (run, text) => notify(run, text, announce));
  const show = () => {
    const problem = whyNot();
    const isOn = problem === null && notes.of(model.run).alerts;
    const words = problem ?? `Notifications of this run: ${isOn ? "on" : "off"}`;
    setAttribute(button, "aria-pressed", String(isOn));
    setAttribute(button, "aria-label", words);
    setAttribute(button, "title", words);
    setAttribute(button, "aria-disabled", problem === null ? null : "true");
    button.hidden = model.run === null;
  };
  button.addEventListener("click", async () => {
    const { run } = model;
    if (run === null) return;
    if (whyNot() === null && Notification.permission !== "granted") await Notification.requestPermission();
    const problem =
      whyNot() ?? (Notification.permission === "granted" ? null : "The browser was not allowed to notify.");
    if (problem === null) notes.set(run, { alerts: !notes.of(run).alerts });
    show();
    announce(problem ?? button.title);
  });
  model.on(["run", "stats"], show);
  notes.on("changed", show);
  show();
  return button;
}

/** Why the browser does not notify; null where it may, or may be asked. */
function whyNot() {
  if (!isSecureContext) return "Browsers notify over https and on localhost only";
  if (typeof Notification === "undefined") return "This browser does not notify";
  return Notification.permission === "denied" ? "The browser's settings forbid this page to notify" : null;
}

/**
 * @param {string} run
 * @param {string} text
 * @param {(text: string) => void} announce
 */
function notify(run, text, announce) {
  announce(`${run}: ${text}`);
  if (whyNot() !== null || Notification.permission !== "granted") return;
  try {
    const sent = new Notification(run, { body: text, tag: `${run}: ${text}` });
    sent.onclick = () => window.focus();
  } catch {
    // A browser that lets none but background scripts notify; it was announced on the page.
  }
}
