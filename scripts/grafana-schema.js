// Holds grafana/dashboards to the types of Grafana's own schema, the npm package @grafana/schema: writes each file as TypeScript and
// lets the compiler find what the schema does not know. What the schema calls Record<string, unknown> is any.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const PANELS = {
  bargauge: "bargauge",
  heatmap: "heatmap",
  nodeGraph: "nodegraph",
  stat: "stat",
  "state-timeline": "statetimeline",
  table: "table",
  timeseries: "timeseries",
  trend: "trend",
};

/** What belongs to the data source, which the schema does not describe, and what Grafana writes beyond its schema. */
const BEYOND = {
  annotation: ["expr", "step", "tagKeys", "target", "textFormat", "titleFormat", "useValueForTime"],
  variable: ["definition"],
};

/** Every property may be left out, since Grafana fills it; an enum is the text that stands in JSON. */
const JSON_TYPE = `
type Json<T> = unknown extends T ? any
  : T extends string ? \`\${T}\`
  : T extends number | boolean | null | undefined ? T
  : T extends (infer U)[] ? Json<U>[]
  : T extends object ? { [K in keyof T]?: Json<T[K]> }
  : T;
`;

/** @param {any[]} panels @returns {any[]} them and those in rows */
function all(panels) {
  return panels.flatMap((panel) => [panel, ...all(panel.panels ?? [])]);
}

/** @param {any} object @param {string[]} keys @returns {any} the object without them */
function without(object, keys) {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

/** @param {any} dashboard @returns {any} what the schema describes of it, without its panels */
function described({ panels: _, annotations, templating, ...rest }) {
  return {
    ...rest,
    annotations: { list: annotations.list.map((/** @type {any} */ it) => without(it, BEYOND.annotation)) },
    templating: { list: templating.list.map((/** @type {any} */ it) => without(it, BEYOND.variable)) },
  };
}

/**
 * @param {any} dashboard
 * @param {string} types the folder of the package's types
 * @returns {string} TypeScript that compiles if the schema knows all that the dashboard has
 */
export function asTypeScript(dashboard, types) {
  const lines = [`import type { Dashboard, Panel, RowPanel } from '${types}/raw/dashboard/x/types.gen';`, JSON_TYPE];
  for (const folder of Object.values(PANELS)) {
    lines.push(`import type * as ${folder} from '${types}/raw/composable/${folder}/panelcfg/x/types.gen';`);
  }
  lines.push(`export const dashboard: Json<Dashboard> = ${JSON.stringify(described(dashboard))};`);
  for (const panel of all(dashboard.panels)) {
    const folder = /** @type {Record<string, string>} */ (PANELS)[panel.type];
    const { panels: _, options, fieldConfig, ...own } = panel;
    const kind = panel.type === "row" ? "RowPanel" : "Panel";
    lines.push(`export const p${panel.id}: Json<${kind}> = ${JSON.stringify(own)};`);
    if (kind === "RowPanel") continue;
    if (!folder) throw new Error(`${panel.title}: no schema for ${panel.type}`);
    lines.push(`export const o${panel.id}: Json<${folder}.Options> = ${JSON.stringify(options ?? {})};`);
    const { custom, ...defaults } = fieldConfig.defaults;
    const fields = { ...fieldConfig, defaults };
    lines.push(`export const f${panel.id}: Json<Panel['fieldConfig']> = ${JSON.stringify(fields)};`);
    if (custom && folder !== "stat" && folder !== "bargauge" && folder !== "nodegraph") {
      lines.push(`export const c${panel.id}: Json<${folder}.FieldConfig> = ${JSON.stringify(custom)};`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/**
 * @param {string} folder of dashboards
 * @param {string} modules a node_modules with @grafana/schema and typescript
 * @returns {string} the compiler's complaints, empty if there are none
 */
export function complaints(folder, modules) {
  const types = resolve(modules, "@grafana/schema/dist/types");
  const work = mkdtempSync(join(tmpdir(), "grafana-schema-"));
  try {
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
      const dashboard = JSON.parse(readFileSync(join(folder, file), "utf8"));
      writeFileSync(join(work, file.replace(".json", ".ts")), asTypeScript(dashboard, types));
    }
    const compilerOptions = {
      allowImportingTsExtensions: false,
      module: "es2022",
      moduleResolution: "bundler",
      noEmit: true,
      skipLibCheck: true,
      strict: true,
      types: [],
    };
    writeFileSync(join(work, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
    const tsc = resolve(modules, "typescript/bin/tsc");
    execFileSync(process.execPath, [tsc, "-p", work], { encoding: "utf8", stdio: "pipe" });
    return "";
  } catch (error) {
    return String(/** @type {any} */ (error).stdout || error);
  } finally {
    rmSync(work, { force: true, recursive: true });
  }
}
