import { create, setAttribute } from "../base/dom.js";
import { helpOf } from "./texts.js";

let count = 0;

/**
 * The button and the sentence for the head of a chart.
 *
 * @param {string} id
 * @param {string} title
 */
export function helpHead(id, title) {
  const { button, sentence } = helpFor(id, title);
  return [button, sentence];
}

/**
 * A button that says in a sentence what a card or a plot shows, and the sentence. Escape closes it.
 *
 * @param {string} id of the card or plot
 * @param {string} title
 * @param {string} text
 */
export function helpFor(id, title, text = helpOf(id)) {
  const sentence = create("p", { class: "help-text", id: `help-${++count}`, hidden: true }, text);
  const button = create(
    "button",
    { type: "button", class: "help", "aria-expanded": "false", "aria-controls": sentence.id },
    "?",
  );
  setAttribute(button, "aria-label", `What is ${title}?`);
  /** @param {boolean} isOpen */
  const show = (isOpen) => {
    sentence.hidden = !isOpen;
    setAttribute(button, "aria-expanded", String(isOpen));
  };
  button.addEventListener("click", () => show(sentence.hidden === true));
  button.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || sentence.hidden) return;
    event.stopPropagation();
    show(false);
  });
  return { button, sentence };
}
