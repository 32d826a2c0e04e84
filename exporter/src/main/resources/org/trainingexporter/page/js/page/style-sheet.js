import { create } from "../base/dom.js";

/**
 * Loads the style sheet as a file where the policy of a server in front forbids the one that stands in the page.
 *
 * @param {string} address
 */
export function styleSheet(address) {
  const own = document.querySelector("style");
  if (own && !own.sheet) document.head.append(create("link", { rel: "stylesheet", href: address }));
}
