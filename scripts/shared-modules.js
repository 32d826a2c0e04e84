/**
 * Lets the modules of a page be tested where they lie. The server puts the folder that both pages share under the
 * page's own, so a module imports "../base/dom.js" though that file stands in web/. This hook does the same.
 */
import { register } from "node:module";

register("./shared-modules-hook.js", import.meta.url);
