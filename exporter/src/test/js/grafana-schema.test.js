import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { complaints } from "../../../../scripts/grafana-schema.js";

const ROOT = new URL("../../../../", import.meta.url).pathname;
const MODULES = join(ROOT, "node_modules");
const skip = existsSync(join(MODULES, "@grafana/schema")) ? false : "no @grafana/schema: npm ci";

test("Grafana's schema knows all that the dashboards have", { skip }, () => {
  assert.equal(complaints(join(ROOT, "grafana/dashboards"), MODULES), "");
});

test("what Grafana's schema does not know is found", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "dashboards-"));
  try {
    cpSync(join(ROOT, "grafana/dashboards/runs.json"), join(folder, "runs.json"));
    const dashboard = JSON.parse(readFileSync(join(folder, "runs.json"), "utf8"));
    dashboard.panels.find((/** @type {any} */ panel) => panel.type === "trend").options.xFeld = "Step";
    writeFileSync(join(folder, "runs.json"), JSON.stringify(dashboard));
    assert.match(complaints(folder, MODULES), /xFeld/);
  } finally {
    rmSync(folder, { force: true, recursive: true });
  }
});
