/** @import { ThemeChoice } from "../state/tastes.js" */
import { create, setAttribute } from "../base/dom.js";
import { icon } from "../base/icons.js";
import { keepTastes, readTastes } from "../state/tastes.js";

/** @type {[theme: ThemeChoice, picture: string][]} */
const THEMES = [
  ["system", "contrast"],
  ["light", "sun"],
  ["dark", "moon"],
];

/** Goes from the system's theme to light, to dark, and back. */
export function themeButton() {
  const button = create("button", {
    type: "button",
    class: "tool",
    id: "theme",
    on: { click: () => choose(now() + 1) },
  });
  const now = () =>
    Math.max(
      0,
      THEMES.findIndex(([theme]) => theme === readTastes().theme),
    );
  /** @param {number} index */
  const choose = (index) => {
    keepTastes({ theme: THEMES[index % THEMES.length][0] });
    dispatchEvent(new Event("theme"));
    show();
  };
  const show = () => {
    const [theme, picture] = THEMES[now()];
    button.replaceChildren(icon(picture));
    setAttribute(button, "aria-label", `Theme: ${theme}`);
    setAttribute(button, "title", `Theme: ${theme}`);
    setAttribute(button, "data-choice", theme);
  };
  show();
  return button;
}
