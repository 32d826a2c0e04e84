// The experiments: what each chooses, run after run, and what to watch for.
const defaults = {
  dataset: "spiral", model: "mlp", hidden: [64, 64], activation: "relu", dropout: 0, optimizer: "adam",
  momentum: 0.9, scheduler: "none", learning_rate: 0.01, batch_size: 32, epochs: 100, clip: 1, seed: 1, collect_every: 10,
};
const digits = { ...defaults, dataset: "digits", model: "cnn", learning_rate: 0.001, batch_size: 64, epochs: 8 };

export const presets = [
  { name: "Spiral", runs: [defaults], watch: "Watch the regions bend into three arms as the loss falls." },
  { name: "Digits", runs: [digits], watch: "Watch the validation accuracy pass 97 % within a few epochs." },
  {
    name: "Overfitting",
    runs: [{ ...defaults, hidden: [256, 256, 256], batch_size: 8, epochs: 100 }],
    watch: "A large model, small batches, no dropout. Watch the training loss fall on while the validation loss "
      + "stops falling and rises: the gap between the two is overfitting.",
  },
  {
    name: "Three learning rates",
    runs: [0.001, 0.01, 0.1].map((rate) => ({ ...defaults, learning_rate: rate, epochs: 60 })),
    watch: "0.001, 0.01 and 0.1, three runs one after the other. Compare their losses: one falls slowly, one fast, "
      + "and one jumps about.",
  },
  {
    name: "Deep network",
    runs: [{ ...defaults, hidden: [128, 128, 128, 128], activation: "tanh", optimizer: "sgd", epochs: 60 }],
    watch: "Four layers of 128. Watch the gradient norm by layer: how much of the gradient still reaches the first?",
  },
  {
    name: "Scheduler: none or cosine",
    runs: ["none", "cosine"].map((scheduler) => ({ ...defaults, scheduler, epochs: 60 })),
    watch: "Two runs. Compare the ends: with cosine the learning rate goes to 0 and the loss grows calm.",
  },
];
