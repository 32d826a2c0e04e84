/** Averages of values among which some may be NaN, infinite or unknown (null). */

/**
 * Exponential moving average, freed from the pull of its first value, as TensorBoard draws it. A value
 * that is not finite stays as it is and does not enter the average.
 *
 * @param {(number | null)[]} values
 * @param {number} weight 0 (as it is) up to below 1
 */
export function smooth(values, weight) {
  if (weight <= 0) return values;
  let sum = 0;
  let count = 0;
  return values.map((value) => {
    if (value === null || !Number.isFinite(value)) return value;
    sum = sum * weight + (1 - weight) * value;
    count++;
    return sum / (1 - weight ** count);
  });
}

/**
 * The mean of what is finite, or null.
 *
 * @param {(number | null)[]} values
 */
export function mean(values) {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (value !== null && Number.isFinite(value)) {
      sum += value;
      count++;
    }
  }
  return count === 0 ? null : sum / count;
}
