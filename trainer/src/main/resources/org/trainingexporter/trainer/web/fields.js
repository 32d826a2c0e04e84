// The choices of a training: name, label, hint with its unit, and how the text in its field is read.
const DATA = [
  ["spiral", "Spiral"],
  ["digits", "Digits"],
];
const MODELS = [
  ["mlp", "MLP"],
  ["cnn", "CNN"],
];
const ACTIVATIONS = [
  ["relu", "ReLU"],
  ["tanh", "tanh"],
  ["gelu", "GELU"],
  ["leaky_relu", "Leaky ReLU"],
];
const OPTIMIZERS = [
  ["adam", "Adam"],
  ["sgd", "SGD"],
  ["adamw", "AdamW"],
];
const SCHEDULERS = [
  ["none", "None"],
  ["step", "Step"],
  ["cosine", "Cosine"],
  ["none, cosine", "None, cosine: 2 runs"],
];

export const GROUPS = [
  {
    name: "Data and network",
    fields: [
      { key: "dataset", label: "Data", options: DATA, hint: "1,000 points in 3 arms, or 10,000 drawn digits." },
      { key: "label_noise", label: "Wrong labels", hint: "Share of examples whose class is drawn at random, 0 to 1." },
      { key: "model", label: "Network", options: MODELS, hint: "CNN: filters, for digits alone." },
      {
        key: "hidden",
        label: "Hidden layers",
        list: true,
        hint: "Units of each, of the MLP.",
        only: ({ model }) => model === "mlp",
      },
      { key: "activation", label: "Activation", options: ACTIVATIONS, hint: "What bends the lines." },
      { key: "dropout", label: "Dropout", hint: "Share of units left out at random, 0 to 0.95." },
    ],
  },
  {
    name: "Learning",
    fields: [
      { key: "optimizer", label: "Optimizer", options: OPTIMIZERS, hint: "How a gradient becomes a step." },
      {
        key: "momentum",
        label: "Momentum",
        hint: "Share of its last step that SGD goes on with.",
        only: ({ optimizer }) => optimizer === "sgd",
      },
      { key: "learning_rate", label: "Learning rate", hint: "Several, with commas, make a run each." },
      {
        key: "scheduler",
        label: "Schedule",
        options: SCHEDULERS,
        hint: "Step: a tenth after each third. Cosine: down to 0.",
      },
      { key: "clip", label: "Clip gradients", hint: "Total norm that longer ones are cut to; 0 is off." },
    ],
  },
  {
    name: "Length and record",
    fields: [
      { key: "epochs", label: "Epochs", hint: "Passes over all examples." },
      { key: "batch_size", label: "Batch size", hint: "Examples from one step to the next." },
      { key: "seed", label: "Seed", hint: "The same one trains the same." },
      { key: "collect_every", label: "Look inside", hint: "Every so many batches: weights, gradients, activations." },
    ],
  },
];

export const FIELDS = GROUPS.flatMap(({ fields }) => fields);

/** What is in a field as the server takes it; what is no number goes as it is, and the server says so. */
export function read(field, text) {
  if (field.list) return text.trim() === "" ? [] : text.split(",").map(number);
  const parts = text.split(",").map((part) => part.trim());
  return parts.map((part) => (field.options ? part : number(part)));
}

function number(text) {
  return text.trim() === "" || Number.isNaN(Number(text)) ? text.trim() : Number(text);
}

/** The runs that are asked for: one for each value where a field has several, in every combination. */
export function runsOf(texts) {
  let runs = [{}];
  for (const field of FIELDS) {
    const value = read(field, texts[field.key]);
    const values = field.list ? [value] : value;
    runs = runs.flatMap((run) => values.map((one) => ({ ...run, [field.key]: one })));
  }
  return runs;
}

/** A setting as text for its field. */
export function show(value) {
  return Array.isArray(value) ? value.join(", ") : String(value);
}
