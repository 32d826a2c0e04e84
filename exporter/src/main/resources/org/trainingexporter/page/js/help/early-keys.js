/** Keys that are pressed before there are shortcuts, which come after the first curve. */

/** @type {KeyboardEvent[]} */
const pressed = [];

/** @param {KeyboardEvent} event */
function keep(event) {
  if (event.target === document.body) pressed.push(event);
}

document.addEventListener("keydown", keep);

/** Presses them again, once there are shortcuts. */
export function pressEarlyKeys() {
  document.removeEventListener("keydown", keep);
  for (const event of pressed.splice(0)) document.body.dispatchEvent(new KeyboardEvent("keydown", event));
}
