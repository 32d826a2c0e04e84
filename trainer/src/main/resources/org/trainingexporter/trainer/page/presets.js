/**
 * The experiments: settings under the names that the server takes, and what to watch for. A text with commas
 * where the server takes one value makes a run of each: "0.001,0.01,0.1".
 */

/** What each kind of data is learnt with where nothing else is chosen. @type {Record<string, Trainer.Settings>} */
export const DEFAULTS = {
  spiral: {
    dataset: "spiral",
    label_noise: 0,
    model: "mlp",
    hidden: [64, 64],
    activation: "relu",
    dropout: 0,
    optimizer: "adam",
    momentum: 0.9,
    scheduler: "none",
    learning_rate: 0.01,
    batch_size: 32,
    epochs: 100,
    clip: 1,
    seed: 1,
    collect_every: 10,
  },
  digits: {
    dataset: "digits",
    label_noise: 0,
    model: "cnn",
    hidden: [64, 64],
    activation: "relu",
    dropout: 0,
    optimizer: "adam",
    momentum: 0.9,
    scheduler: "none",
    learning_rate: 0.001,
    batch_size: 64,
    epochs: 6,
    clip: 1,
    seed: 1,
    collect_every: 10,
  },
};

/** @type {{ name: string, settings: Trainer.Settings, what: string, watch: string[] }[]} */
export const PRESETS = [
  {
    name: "Spiral",
    settings: DEFAULTS.spiral,
    what: "A small network learns to tell three arms of a spiral apart.",
    watch: [
      "The regions: straight cuts at first, which bend into three arms as the loss falls.",
      "Accuracy of training and validation rise together: it learns the shape, not the points.",
    ],
  },
  {
    name: "Digits",
    settings: DEFAULTS.digits,
    what: "A convolutional network learns to read drawn digits.",
    watch: [
      "Validation accuracy passes 97 % within a few epochs.",
      "The first layer's filters have few weights and large gradients.",
    ],
  },
  {
    name: "Overfitting",
    settings: {
      ...DEFAULTS.digits,
      model: "mlp",
      hidden: [256, 256],
      label_noise: 0.2,
      batch_size: 16,
      epochs: 8,
    },
    what: "A large network, small batches, no dropout, and a fifth of the labels drawn at random: noise to learn by heart.",
    watch: [
      "The training loss falls on to 0.2 while the validation loss turns after two epochs and rises by two thirds: the gap is overfitting.",
      "Validation accuracy goes down with it. Try dropout 0.5 and start again.",
    ],
  },
  {
    name: "Three learning rates",
    settings: { ...DEFAULTS.spiral, learning_rate: "0.001,0.01,0.1", epochs: 60 },
    what: "The same network three times, one run after the other, to compare.",
    watch: [
      "0.001 needs five to eight times the steps of 0.01 to bring the loss below 0.1.",
      "0.1 is there as soon as 0.01, but its loss keeps jumping and its largest gradients are five times as large.",
      "When all are done: Compare, beside the list of runs, lays their curves over each other.",
    ],
  },
  {
    name: "Deep network",
    settings: { ...DEFAULTS.spiral, hidden: [128, 128, 128, 128], activation: "tanh", optimizer: "sgd", epochs: 60 },
    what: "Four layers of 128 with tanh and plain gradient descent.",
    watch: [
      "Gradient norm by layer: at first fc1 gets a quarter to a seventh of the last layer's.",
      "Later it turns round: the first layer gets about five times what the last one does.",
      "Then the same with ReLU, or with Adam: what changes?",
    ],
  },
  {
    name: "Scheduler: none or cosine",
    settings: { ...DEFAULTS.spiral, scheduler: "none, cosine", epochs: 60 },
    what: "Two runs: the learning rate stays, or goes down to 0 on half a cosine.",
    watch: [
      "The ends of the two loss curves: with cosine the last hundred losses scatter half as much.",
      "Learning rate over steps shows the schedule itself.",
    ],
  },
];
