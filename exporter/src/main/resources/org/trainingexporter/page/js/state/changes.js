/** What is compared to find out whether an answer has something new. */

/** @param {Api.Signal[]} signals */
export function namesOf(signals) {
  return signals.map(({ signal }) => signal).join("\n");
}

/**
 * What says that the layers have something new: some writers log them beside the loss.
 *
 * @param {Api.Stats} stats
 */
export function layersOf({ layers, counts }) {
  return layers ? (counts.records.layers ?? counts.records.train) : null;
}

/**
 * What says that the tables have something new.
 *
 * @param {Api.Stats} stats
 */
export function tablesOf(stats) {
  const { records, validations, checkpoints, rewinds, restarts, spikes, nonfinite, errors, warnings } = stats.counts;
  return [
    ...[stats.state, stats.experts, records.experts, validations, checkpoints, rewinds, restarts],
    ...[stats.finite, spikes, nonfinite, errors, warnings].map((counts) => JSON.stringify(counts)),
  ];
}
