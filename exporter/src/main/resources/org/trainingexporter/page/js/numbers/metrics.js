/**
 * Which of a log's other numbers measure a validation: mAP, F1, WER, win rate, reward. Their names say so.
 *
 * @typedef {{ key: string, isLowerBetter: boolean }} Metric
 */

/** What measures a validation wherever it is logged. */
const ALWAYS =
  /^(m?iou|dice|f1|f1score|wer|cer|bleu\d?|sacrebleu|chrf\w*|rouge\w*|meteor|comet|fid|kid|psnr|ssim|lpips|auc|auroc|auprc|mrr|ndcg|mcc|win|winrate|rewards)$/i;
/** The names of average precision and recall, as written. */
const PRECISION = /^(mAP|AP|AR|map)(\d+|[sml])?$/;
/** What measures a validation if the name speaks of one. */
const THERE =
  /^(acc\d*|accuracy|top\d+|precision|recall|specificity|sensitivity|em|exact|pass|hits|mae|mse|rmse|r2|kappa|ppl|perplexity|bpb|bpc|error|score|success|reward|elo)$/i;
const VALIDATION = /^(eval|val|valid|validation|test|dev|metrics|bbox|segm|heldout)$/i;
/** What no measurement of a validation has in its name. */
const NEVER = /^(train|training|profile|runtime|time|sec|seconds|per|std|num|count|lr|best|unscaled|\w*loss(es)?)$/i;
/** What averages over others. */
const AVERAGE = /^(avg|average|mean|macro|overall|total|all)$/i;
const LOWER = /^(wer|cer|fid|kid|lpips|mae|mse|rmse|ppl|perplexity|bpb|bpc|error)$/i;

/**
 * Those among these keys, in their order.
 *
 * @param {string[]} keys
 * @returns {Metric[]}
 */
export function metricsAmong(keys) {
  return keys.flatMap((key) => {
    const words = wordsOf(key);
    return isMetric(words) ? [{ key, isLowerBetter: words.some((word) => LOWER.test(word)) }] : [];
  });
}

/**
 * An average tells more than what it is of, and so does a short name than one that adds a task or a class to it. What tells
 * as much stays in its order.
 *
 * @param {string[]} keys of metrics
 */
export function mostTellingFirst(keys) {
  /** @param {string} key */
  const details = (key) => {
    const words = wordsOf(key);
    return words.some((word) => AVERAGE.test(word)) ? 0 : words.length;
  };
  return [...keys].sort((a, b) => details(a) - details(b));
}

/** @param {string} key */
function wordsOf(key) {
  return key.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
}

/** @param {string[]} words */
function isMetric(words) {
  if (words.some((word) => NEVER.test(word))) return false;
  if (words.some((word) => ALWAYS.test(word) || PRECISION.test(word))) return true;
  if (/^reward$/i.test(words.at(-1) ?? "") || /^reward$/i.test(words[0] ?? "")) return true;
  return words.some((word) => VALIDATION.test(word)) && words.some((word) => THERE.test(word));
}

/**
 * The best value and the index of its first occurrence; -1 without one.
 *
 * @param {(number | null)[]} values
 * @param {boolean} isLowerBetter
 */
export function bestOf(values, isLowerBetter) {
  let best = -1;
  for (const [i, value] of values.entries()) {
    if (value === null || !Number.isFinite(value)) continue;
    const known = values[best] ?? null;
    if (known === null || (isLowerBetter ? value < known : value > known)) best = i;
  }
  return best;
}
