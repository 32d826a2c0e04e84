/**
 * Writes tables as CSV (RFC 4180).
 *
 * @typedef {string | number | null | undefined} Cell
 */

/**
 * A text that a spreadsheet would run as a formula gets an apostrophe before it.
 *
 * @param {string[]} header
 * @param {Cell[][]} rows
 */
export function csv(header, rows) {
  return `${[header, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** @param {Cell} value */
function cell(value) {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
