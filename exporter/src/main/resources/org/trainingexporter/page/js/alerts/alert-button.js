/**
 * @import { Refresher } from "../api/refresher.js"
 * @import { Model } from "../state/model.js"
 * @import { Notes } from "../notes/notes.js"
 */
import { create, setAttribute } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { Alerts } from "./alerts.js";

/** The page waits while the browser says whether it may notify: that is asked for when the page is there. */
const ASK_BROWSER_MS = 1000;

/**
 * Switches the browser's notifications of the shown run on and off.
 *
 * @param {Model} model
 * @param {Notes} notes
 * @param {Refresher} refresher
 * @param {(text: string) => void} announce
 */
export function alertButton(model, notes, refresher, announce) {
  const button = create("button", { type: "button", class: "tool", id: "alerts" }, icon("bell"));
  new Alerts(model, notes, refresher, (run, text) => notify(run, text, announce));
  /** Why the browser does not notify, as far as was asked. @type {string | null} */
  let problem = null;
  const show = () => {
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
    problem = whyNot();
    const refusal =
      problem ?? (Notification.permission === "granted" ? null : "The browser was not allowed to notify.");
    if (refusal === null) notes.set(run, { alerts: !notes.of(run).alerts });
    show();
    announce(refusal ?? button.title);
  });
  model.on("run", show);
  notes.on("changed", show);
  show();
  setTimeout(() => {
    problem = whyNot();
    show();
  }, ASK_BROWSER_MS);
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
