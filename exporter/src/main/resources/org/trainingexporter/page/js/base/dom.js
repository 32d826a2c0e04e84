/** Makes an element. Text is always set as text: nothing out of a log can become markup. */
export function create(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === "on") {
      for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    } else if (name === "data") {
      Object.assign(element.dataset, value);
    } else {
      setAttribute(element, name, value);
    }
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** Sets an attribute; null and false take it away, true leaves it empty. Unchanged stays untouched. */
export function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) {
    element.removeAttribute(name);
    return;
  }
  const text = value === true ? "" : String(value);
  if (element.getAttribute(name) !== text) element.setAttribute(name, text);
}

/** Writes text only when it differs, so that a selection and a screen reader's place stay. */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** Writes a figure as people read it and keeps the exact number beside it. */
export function setValue(element, raw, text) {
  setText(element, text);
  setAttribute(element, "data-raw", raw === null || raw === undefined ? "" : raw);
}

/** Puts exactly these children in; if they are there already nothing is touched, focus included. */
export function setChildren(parent, children) {
  const same = children.length === parent.children.length && children.every((child, i) => parent.children[i] === child);
  if (!same) parent.replaceChildren(...children);
}

export function byId(id) {
  return document.getElementById(id);
}
