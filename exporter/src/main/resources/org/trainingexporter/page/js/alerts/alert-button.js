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
 * Switches the browser's notifications of the shown run on and off. It is on while they come: not where the browser no longer
 * allows them.
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
  /** Whether it must be asked whether it may. */
  let mustAsk = false;
  const isOn = () => problem === null && !mustAsk && notes.of(model.run).alerts;
  const show = () => {
    const waits = mustAsk && notes.of(model.run).alerts;
    const state = waits ? "off until the browser is asked to allow them again" : isOn() ? "on" : "off";
    const words = problem ?? `Notifications of this run: ${state}`;
    setAttribute(button, "aria-pressed", String(isOn()));
    setAttribute(button, "aria-label", words);
    setAttribute(button, "title", words);
    setAttribute(button, "aria-disabled", problem === null ? null : "true");
    button.hidden = model.run === null;
  };
  button.addEventListener("click", async () => {
    const { run } = model;
    if (run === null) return;
    check();
    const wasOn = isOn();
    if (mustAsk) await Notification.requestPermission();
    check();
    const refusal = problem ?? (mustAsk ? "The browser was not allowed to notify." : null);
    if (refusal === null) notes.set(run, { alerts: !wasOn });
    announce(refusal ?? button.title);
  });
  const check = () => {
    problem = whyNot();
    mustAsk = problem === null && Notification.permission !== "granted";
    show();
  };
  model.on("run", show);
  notes.on("changed", show);
  show();
  setTimeout(() => {
    check();
    onPermissionChange(() => {
      const wasOn = isOn();
      check();
      if (wasOn !== isOn()) announce(button.title);
    });
  }, ASK_BROWSER_MS);
  return button;
}

/**
 * Calls the listener now and at changes of the browser's settings, where it tells of them.
 *
 * @param {() => void} listener
 */
async function onPermissionChange(listener) {
  try {
    const status = await navigator.permissions.query({ name: "notifications" });
    status.addEventListener("change", listener);
    listener(); // it may have changed since
  } catch {
    // This browser does not tell: it is asked at the next click.
  }
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
