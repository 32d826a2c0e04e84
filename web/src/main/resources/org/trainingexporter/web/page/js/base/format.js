/**
 * Numbers, times and sizes as people read them. All pure; an unknown value is a dash.
 *
 * @typedef {number | string | null | undefined} Figure a number, or the text that JSON has for NaN and infinities
 */

const UNKNOWN = "–";

/**
 * The number, also of what JSON has as text: "NaN", "Infinity", "-Infinity". Null where it is not known.
 *
 * @param {Figure} value
 */
export function parseNumber(value) {
  return value === null || value === undefined ? null : Number(value);
}

/**
 * Three significant digits: 2.10, 0.0546, 11,790, 5e-6.
 *
 * @param {Figure} value
 * @param {number} digits
 * @returns {string}
 */
export function number(value, digits = 3) {
  const n = parseNumber(value);
  if (n === null) return UNKNOWN;
  if (!Number.isFinite(n)) return Number.isNaN(n) ? "NaN" : n > 0 ? "∞" : "-∞";
  const rounded = Number(n.toPrecision(digits));
  const size = Math.abs(rounded);
  if (size === 0) return "0";
  if (size < 1e-3 || size >= 1e9) return exponent(n, digits);
  return size >= 1000 ? integer(n) : n.toPrecision(digits);
}

/**
 * The same without zeros at the end, for the ticks of an axis.
 *
 * @param {Figure} value
 * @param {number} digits
 */
export function tick(value, digits = 3) {
  const text = number(value, digits);
  return /^-?\d+\.\d+$/.test(text) ? String(Number(text)) : text;
}

/**
 * The same where there is no room for long numbers: 15 M.
 *
 * @param {number} value
 * @param {number} digits
 */
export function shortTick(value, digits) {
  if (Math.abs(value) < 1e6 || digits > 3) return tick(value, digits);
  const [count, prefix] = compact(value).split(" ");
  return `${Number(count)} ${prefix}`;
}

/**
 * @param {number} n
 * @param {number} digits
 */
function exponent(n, digits) {
  const [mantissa, power] = n.toExponential(digits - 1).split("e");
  return `${Number(mantissa)}e${Number(power)}`;
}

/**
 * @param {Figure} value
 * @returns {string}
 */
export function integer(value) {
  const n = parseNumber(value);
  if (n === null || !Number.isFinite(n)) return number(value);
  return INTEGER.format(Math.round(n));
}

const INTEGER = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });
const POSITION = new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 });

/**
 * A position: whole for steps, with up to two decimals for epochs.
 *
 * @param {Figure} value
 */
export function position(value) {
  const n = parseNumber(value);
  if (n === null || !Number.isFinite(n)) return number(value);
  return POSITION.format(n);
}

const PREFIXES = ["", " k", " M", " G", " T", " P"];

/**
 * Large counts: 1.23 M.
 *
 * @param {Figure} value
 */
export function compact(value) {
  const n = parseNumber(value);
  if (n === null || !Number.isFinite(n)) return number(value);
  let power = 0;
  let rest = Math.abs(n);
  while (rest >= 999.5 && power < PREFIXES.length - 1) {
    rest /= 1000;
    power++;
  }
  return (n < 0 ? "-" : "") + (power === 0 ? tick(rest) : rest.toPrecision(3)) + PREFIXES[power];
}

/**
 * A ratio as percent, rounded down: 100 % is shown only when it is reached.
 *
 * @param {Figure} ratio
 * @param {number} decimals
 */
export function percent(ratio, decimals = 1) {
  const n = parseNumber(ratio);
  if (n === null || !Number.isFinite(n)) return number(ratio);
  const scale = 10 ** decimals;
  const floored = Math.floor(n * 100 * scale + 1e-9) / scale;
  return `${n >= 1 ? tick(floored) : floored.toFixed(decimals)} %`;
}

/** @type {[unit: string, seconds: number][]} */
const UNITS = [
  ["d", 86400],
  ["h", 3600],
  ["min", 60],
  ["s", 1],
];

/**
 * The two largest units: 2 d 4 h, 12 min 5 s, 45 s.
 *
 * @param {Figure} seconds
 */
export function duration(seconds) {
  const n = parseNumber(seconds);
  if (n === null || !Number.isFinite(n)) return number(seconds);
  if (Math.abs(n) < 1) return n === 0 ? "0 s" : `${number(n, 2)} s`;
  let rest = Math.round(Math.abs(n));
  const first = UNITS.findIndex(([, size]) => rest >= size);
  /** @type {string[]} */
  const parts = [];
  for (const [unit, size] of UNITS.slice(first, first + 2)) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0 || parts.length === 0) parts.push(`${count} ${unit}`);
  }
  return (n < 0 ? "-" : "") + parts.join(" ");
}

/**
 * How old something is: in seconds for ten minutes, then in larger units.
 *
 * @param {Figure} seconds
 */
export function age(seconds) {
  const n = parseNumber(seconds);
  if (n === null) return UNKNOWN;
  return n < 600 ? `${Math.max(0, Math.floor(n))} s` : duration(n);
}

const SIZES = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];

/** @param {Figure} value */
export function bytes(value) {
  const n = parseNumber(value);
  if (n === null || !Number.isFinite(n)) return number(value);
  let power = 0;
  let rest = n;
  while (rest >= 999.5 && power < SIZES.length - 1) {
    rest /= 1024;
    power++;
  }
  return `${power === 0 ? Math.round(rest) : number(rest)} ${SIZES[power]}`;
}

/**
 * The time of day, with its date where that is not today's: 22 Nov, 14:03. In the viewer's time zone.
 *
 * @param {Figure} seconds since 1970
 * @param {number} now
 */
export function dateTime(seconds, now = Date.now() / 1000) {
  const n = parseNumber(seconds);
  if (n === null || !Number.isFinite(n)) return UNKNOWN;
  const date = new Date(n * 1000);
  const today = new Date(now * 1000);
  if (date.toDateString() === today.toDateString()) {
    return dateFormat("time", { timeStyle: "medium" }).format(date);
  }
  const year = date.getFullYear() === today.getFullYear() ? undefined : "numeric";
  return dateFormat(`day ${year}`, { day: "numeric", month: "short", year, hour: "2-digit", minute: "2-digit" }).format(
    date,
  );
}

/** @type {Map<string, Intl.DateTimeFormat>} */
const dateFormats = new Map();

/**
 * One for all dates: making one takes half a millisecond.
 *
 * @param {string} name
 * @param {Intl.DateTimeFormatOptions} options
 */
function dateFormat(name, options) {
  const format = dateFormats.get(name) ?? new Intl.DateTimeFormat("en-GB", options);
  dateFormats.set(name, format);
  return format;
}

/**
 * As ISO 8601 in UTC; empty where it is not known.
 *
 * @param {Figure} seconds since 1970
 */
export function isoTime(seconds) {
  const n = parseNumber(seconds);
  return n === null || !Number.isFinite(n) ? "" : new Date(n * 1000).toISOString();
}
