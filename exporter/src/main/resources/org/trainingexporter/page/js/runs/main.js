/** The page of all runs: asks for them every few seconds while it is visible, and shows them in a table. */
import { ask } from "../api/client.js";
import { byId, create, setText } from "../base/dom.js";
import { themeButton } from "../page/theme-button.js";
import { AddressedChoices } from "./choices.js";
import { RunsTable } from "./table.js";

const EVERY_MS = 5000;

const table = new RunsTable(new AddressedChoices());
byId("top").append(
  create("div", { class: "who" }, create("h1", {}, "Runs"), create("a", { href: "./" }, "newest run")),
  create("div", { class: "top-tools" }, themeButton()),
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
