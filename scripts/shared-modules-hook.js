/** Resolves a relative import that has no file beside its module to the folder that both pages share. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const SHARED = new URL("../web/src/main/resources/org/trainingexporter/web/page/", import.meta.url);
const PAGES = [
  new URL("../exporter/src/main/resources/org/trainingexporter/page/", import.meta.url),
  new URL("../trainer/src/main/resources/org/trainingexporter/trainer/page/", import.meta.url),
];

/**
 * @param {string} specifier
 * @param {{ parentURL?: string }} context
 * @param {(specifier: string, context: object) => unknown} next
 */
export function resolve(specifier, context, next) {
  if (specifier.startsWith(".") && context.parentURL) {
    const file = new URL(specifier, context.parentURL);
    const page = PAGES.find(({ href }) => file.href.startsWith(href));
    if (page && !existsSync(fileURLToPath(file))) {
      return next(SHARED.href + file.href.slice(page.href.length), context);
    }
  }
  return next(specifier, context);
}
