/** What each card and plot shows and what is good, in a sentence. @type {Record<string, string>} */
export const HELP = {
  progress: "How much of the planned steps or epochs is done; a plan is read from the log or its settings.",
  loss: "How wrong the network is on what it trains with: it should fall, fast at first, then slowly; a sharp rise that stays is a divergence.",
  reward: "What the policy earns an episode: it should rise, and its mean tells more than single episodes.",
  learning_rate: "How large the optimizer's steps are: it usually rises during a warm-up and then falls as scheduled.",
  speed: "Steps a second: it should be level; dips are slow data, validation, checkpoints or a busy machine.",
  steps_per_second:
    "Steps a second: it should be level; dips are slow data, validation, checkpoints or a busy machine.",
  eta: "Time to the end of the plan at the average speed, pauses left out.",
  eta_seconds: "Time to the end of the plan: it should fall in a straight line.",
  elapsed: "Time from the first record to the newest, and how often records come.",
  best: "The lowest validation loss so far and where it was: the checkpoint nearest to it is usually the one to keep.",
  validation:
    "The loss on data that is not trained with: it should fall with the training loss; if it rises while that falls, the network overfits.",
  validation_loss:
    "The loss on data that is not trained with: it should fall with the training loss; if it rises while that falls, the network overfits.",
  validation_perplexity:
    "Among how many tokens the model hesitates: e to the power of the validation loss; lower is better.",
  accuracy:
    "The part that is classified correctly: higher is better; a training accuracy far above the validation's is overfitting.",
  loss_forecast: "Where the loss will be at the plan's end if it goes on like this, with an 80 % band.",
  goodput:
    "The part of the time that brought the training forward: not spent on validation, checkpoints, replayed steps and pauses.",
  hours: "What the time was used for, added up: the productive part should be nearly all of it.",
  cost: "What the GPUs have cost so far, and will have at the plan's end.",
  gradient_norm:
    "How strongly the loss pulls at the weights: it should be level or fall; spikes warn of a divergence, values near 0 of a training that stands still.",
  episode_length: "Steps until an episode ends; whether longer is better depends on the task.",
  auxiliary_loss:
    "A second loss that is added to the first, such as the load balance of experts: small and level is good.",
  tokens_per_second: "Tokens trained on a second, on all GPUs: it should be level.",
  epoch: "How many times the data was gone through.",
  "epoch-loss":
    "Training and validation loss of each epoch: both should fall; where the validation's rises again, the network overfits.",
  "epoch-accuracy": "Training and validation accuracy of each epoch: both should rise, close to each other.",
  "layer-curves":
    "A norm of each layer over the steps: lines that are level and near each other are good; one that falls to 0 vanishes, one that shoots up explodes.",
  distribution:
    "How the values of this layer are spread, now and at first: a single spike at 0 is a dead layer, long tails a warning.",
  evolution: "The same spread at each step, darker for more values: it should change slowly and settle.",
  tokens: "Tokens trained on so far, counted over restarts.",
};

/** Of every other number of the log. */
const OTHER = "A number that the log has under this name; the exporter shows it as it is logged.";

/**
 * @param {string} id of a card or a plot
 */
export function helpOf(id) {
  return HELP[id] ?? OTHER;
}
