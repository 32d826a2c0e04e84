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
      "The regions: straight borders at first, then three arms as the loss falls.",
      "Training and validation accuracy rise together: the network learns the shape, not single points.",
    ],
  },
  {
    name: "Digits",
    settings: DEFAULTS.digits,
    what: "A convolutional network learns to read drawn digits.",
    watch: [
      "Validation accuracy passes 97 % within a few epochs.",
      "The first layer has few weights and large gradients.",
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
    what: "A large network, small batches, no dropout, and a fifth of the labels are random. The network memorises this noise.",
    watch: [
      "The training loss falls to 0.2. The validation loss rises after two epochs, by two thirds. This gap is overfitting.",
      "Validation accuracy falls too. Try dropout 0.5 and start again.",
    ],
  },
  {
    name: "Three learning rates",
    settings: { ...DEFAULTS.spiral, learning_rate: "0.001,0.01,0.1", epochs: 60 },
    what: "The same network three times, one run after the other, to compare.",
    watch: [
      "0.001 needs five to eight times as many steps as 0.01 until the loss is below 0.1.",
      "0.1 is as fast as 0.01, but its loss keeps jumping, and its largest gradients are five times as large.",
      "When all runs are done, Compare in the list of runs shows their curves together.",
    ],
  },
  {
    name: "Deep network",
    settings: { ...DEFAULTS.spiral, hidden: [128, 128, 128, 128], activation: "tanh", optimizer: "sgd", epochs: 60 },
    what: "Four layers of 128 with tanh and plain gradient descent.",
    watch: [
      "Gradient norm by layer: at first that of fc1 is a quarter to a seventh of the last layer's.",
      "Later it is the reverse: the first layer's is about five times the last one's.",
      "Try ReLU or Adam: what changes?",
    ],
  },
  {
    name: "Scheduler: none or cosine",
    settings: { ...DEFAULTS.spiral, scheduler: "none, cosine", epochs: 60 },
    what: "Two runs: with a constant learning rate, and with cosine decay to 0.",
    watch: [
      "The ends of the two loss curves: with cosine decay the last hundred losses vary half as much.",
      "The learning rate plot shows the schedule.",
    ],
  },
];
