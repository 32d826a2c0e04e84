/**
 * Keys for what a viewer does often, and the overlay that lists them.
 *
 * @typedef {{ keys: string, does: string, run?: () => void }} Shortcut keys: as the event names it, or words; run: none
 *   where the element in focus does it
 */
import { create } from "../base/dom.js";

/**
 * @param {Shortcut[]} shortcuts
 * @returns {HTMLElement} a button that opens the overlay
 */
export function addShortcuts(shortcuts) {
  const dialog = create("dialog", { class: "overlay", id: "shortcuts", "aria-labelledby": "shortcuts-title" });
  dialog.append(
    create(
      "div",
      { class: "section-head" },
      create("h2", { id: "shortcuts-title" }, "Keys"),
      create("button", { type: "button", class: "tool", on: { click: () => dialog.close() } }, "Close"),
    ),
    create(
      "dl",
      {},
      ...shortcuts.map(({ keys, does }) =>
        create("div", {}, create("dt", {}, create("kbd", {}, keys)), create("dd", {}, does)),
      ),
    ),
  );
  dialog.addEventListener("click", ({ target }) => target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  const open = () => {
    if (dialog.isConnected) return;
    document.body.append(dialog);
    dialog.showModal();
  };
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
    if (document.querySelector("dialog[open]") !== null && event.key !== "?") return;
    const shortcut = shortcuts.find(({ keys, run }) => run !== undefined && keys === event.key);
    if (event.key !== "?" && shortcut === undefined) return;
    event.preventDefault();
    if (event.key === "?") open();
    else shortcut?.run?.();
  });
  return create(
    "button",
    { type: "button", class: "tool", id: "keys", "aria-label": "Keys", title: "Keys (?)", on: { click: open } },
    "?",
  );
}

/**
 * Whether keys write there, or choose.
 *
 * @param {EventTarget | null} target
 */
function isWriting(target) {
  return (
    target instanceof Element &&
    target.closest("input:not([type=checkbox]):not([type=radio]), textarea, select") !== null
  );
}
