/** @import { View } from "../state/view.js" */
import { create, setText } from "../base/dom.js";
import { icon } from "../base/icons.js";

/** So long the button says that it has copied. */
const SAID_MS = 2000;

/**
 * Copies the address of what is seen.
 *
 * @param {View} view
 * @param {(text: string) => void} announce
 */
export function linkButton(view, announce) {
  const word = create("span", { class: "word" }, "Copy link");
  const button = create(
    "button",
    { type: "button", class: "tool", id: "copy-link", title: "Copy link" },
    icon("link"),
    word,
  );
  button.setAttribute("aria-label", "Copy link");
  button.addEventListener("click", async () => {
    const said = (await copy(view.link())) ? "Copied" : "Not copied";
    setText(word, said);
    announce(said === "Copied" ? "The link is copied." : "The browser does not allow to copy.");
    setTimeout(() => setText(word, "Copy link"), SAID_MS);
  });
  return button;
}

/**
 * Over plain http browsers have no clipboard but the old command.
 *
 * @param {string} text
 */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = create("textarea", { class: "unseen", "aria-hidden": "true" });
    field.value = text;
    document.body.append(field);
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    return copied;
  }
}
