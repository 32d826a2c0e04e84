/**
 * Calls the listener after the theme has changed.
 *
 * @param {() => unknown} listener
 */
export function onThemeChange(listener) {
  new MutationObserver(() => listener()).observe(document.documentElement, { attributeFilter: ["data-theme"] });
}

export function isDark() {
  return document.documentElement.dataset.theme === "dark";
}
