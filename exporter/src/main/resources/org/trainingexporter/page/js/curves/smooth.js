/**
 * Exponential moving average, freed from the pull of its first value, as TensorBoard draws it. A value
 * that is not finite stays as it is and does not enter the average. Weight: 0 (raw) up to below 1.
 */
export function smooth(values, weight) {
  if (weight <= 0) return values;
  let sum = 0;
  let count = 0;
  return values.map((value) => {
    if (!Number.isFinite(value)) return value;
    sum = sum * weight + (1 - weight) * value;
    count++;
    return sum / (1 - weight ** count);
  });
}

/** The mean of what is finite, or null. */
export function mean(values) {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (Number.isFinite(value)) {
      sum += value;
      count++;
    }
  }
  return count === 0 ? null : sum / count;
}
