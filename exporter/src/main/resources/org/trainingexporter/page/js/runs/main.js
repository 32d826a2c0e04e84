/**
 * The page of all runs: asks for them every few seconds while it is visible, and shows them in a table.
 *
 * @import { Shortcut } from "../help/shortcuts.js"
 */
import { ask } from "../api/client.js";
import { byId, create, setText } from "../base/dom.js";
import "../base/theme-first.js";
import { addShortcuts } from "../help/shortcuts.js";
import { themeButton } from "../page/theme-button.js";
import { AddressedChoices } from "./choices.js";
import { RunsTable } from "./table.js";

const EVERY_MS = 5000;

/** @type {Shortcut[]} */
const KEYS = [
  { keys: "?", does: "these keys" },
  { keys: "/", does: "filter runs", run: () => byId("runs-filter").focus() },
  { keys: "t", does: "the next theme", run: () => byId("theme").click() },
  { keys: "w", does: "the newest run", run: () => location.assign("./") },
  { keys: "↑ ↓", does: "in the table: the row above or below; Home and End: the first and the last" },
  { keys: "Space", does: "in the table: select the row to compare it, or not" },
  { keys: "Enter", does: "in the table: open the run" },
];

const table = new RunsTable(new AddressedChoices());
byId("top").append(
  create("div", { class: "who" }, create("h1", {}, "Runs"), create("a", { href: "./" }, "newest run")),
  create("div", { class: "top-tools" }, themeButton(), addShortcuts(KEYS)),
);
byId("content").append(table.element);

async function refresh() {
  if (!document.hidden) {
    try {
      const { runs, version } = await ask("runs");
      table.show(runs);
      byId("connection").hidden = true;
      setText(byId("foot"), `Training Exporter ${version}`);
    } catch {
      byId("connection").hidden = false;
    }
  }
  setTimeout(refresh, EVERY_MS);
}

refresh();
