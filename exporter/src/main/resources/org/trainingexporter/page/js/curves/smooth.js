/** Averages of values among which some may be NaN, infinite or unknown (null). */

/**
 * Exponential moving average, freed from the pull of its first value, as TensorBoard draws it. A value
 * that is not finite stays as it is and does not enter the average.
 *
 * @param {(number | null)[]} values
 * @param {number} weight 0 (as it is) up to below 1
 * @param {{ records: number[], mean: (number | null)[] }} [behind] the records that each value stands for, and their
 *   means: all of them enter the average
 */
export function smooth(values, weight, behind) {
  if (weight <= 0) return values;
  let sum = 0;
  let count = 0;
  return values.map((value, i) => {
    const entering = behind ? behind.mean[i] : value;
    const records = behind ? behind.records[i] : 1;
    if (entering !== null && Number.isFinite(entering) && records > 0) {
      const decay = weight ** records;
      sum = sum * decay + (1 - decay) * entering;
      count += records;
    }
    if (value === null || !Number.isFinite(value)) return value;
    return count === 0 ? value : sum / (1 - weight ** count);
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
