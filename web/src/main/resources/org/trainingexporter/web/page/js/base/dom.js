/**
 * Makes and changes elements. Text is always set as text: nothing out of a log can become markup.
 *
 * @typedef {{
 *   on?: Record<string, (event: any) => unknown>,
 *   data?: Record<string, unknown>,
 * } & Record<string, any>} Properties listeners, data attributes, and every other attribute by its name
 */

/**
 * Makes an element. Children that are null are left out.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Properties} [properties]
 * @param {(Node | string | null | undefined)[]} children
 */
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

/**
 * Makes an element of a drawing.
 *
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number>} [attributes]
 * @param {(Node | string)[]} children
 */
export function createDrawn(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children);
  return element;
}

/**
 * Sets an attribute. Null and false remove it, true leaves it empty. What is set already is not touched.
 *
 * @param {Element} element
 * @param {string} name
 * @param {string | number | boolean | null | undefined} value
 */
export function setAttribute(element, name, value) {
  if (value === null || value === undefined || value === false) {
    element.removeAttribute(name);
    return;
  }
  const text = value === true ? "" : String(value);
  if (element.getAttribute(name) !== text) element.setAttribute(name, text);
}

/**
 * Sets the text only when it differs, so that a selection and a screen reader's place stay.
 *
 * @param {Node} element
 * @param {string} text
 */
export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Shows a value as people read it and keeps the exact one in data-raw.
 *
 * @param {Element} element
 * @param {string | number | null | undefined} raw
 * @param {string} text
 */
export function setValue(element, raw, text) {
  setText(element, text);
  setAttribute(element, "data-raw", raw === null || raw === undefined ? "" : raw);
}

/**
 * Makes these the only children. If they are there already nothing is touched, focus included.
 *
 * @param {Element} parent
 * @param {Element[]} children
 */
export function setChildren(parent, children) {
  const same = children.length === parent.children.length && children.every((child, i) => parent.children[i] === child);
  if (!same) parent.replaceChildren(...children);
}

/**
 * The element of the page's own markup with this id.
 *
 * @param {string} id
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no #${id}`);
  return element;
}
