/**
 * The choices of a training: name, label, hint with its unit, and how the text in its field is read.
 *
 * @typedef {object} Field
 * @property {string} key as the server names it
 * @property {string} label
 * @property {string} hint
 * @property {Options} [options] what it is chosen from; without, it is typed
 * @property {boolean} [isList] whether the server takes a list of numbers
 * @property {(texts: Texts) => boolean} [appliesTo] whether it matters beside the other choices
 *
 * @typedef {[value: string, label: string][]} Options
 * @typedef {Record<string, string>} Texts the text of each field by its key
 */

/** @type {Options} */
const DATA = [
  ["spiral", "Spiral"],
  ["digits", "Digits"],
];
/** @type {Options} */
const MODELS = [
  ["mlp", "MLP"],
  ["cnn", "CNN"],
];
/** @type {Options} */
const ACTIVATIONS = [
  ["relu", "ReLU"],
  ["tanh", "tanh"],
  ["gelu", "GELU"],
  ["leaky_relu", "Leaky ReLU"],
];
/** @type {Options} */
const OPTIMIZERS = [
  ["adam", "Adam"],
  ["sgd", "SGD"],
  ["adamw", "AdamW"],
];
/** @type {Options} */
const SCHEDULERS = [
  ["none", "None"],
  ["step", "Step"],
  ["cosine", "Cosine"],
  ["none, cosine", "None, cosine: 2 runs"],
];

/** @type {{ name: string, fields: Field[] }[]} */
export const GROUPS = [
  {
    name: "Data and network",
    fields: [
      { key: "dataset", label: "Data", options: DATA, hint: "1,000 points in 3 arms, or 10,000 drawn digits." },
      { key: "label_noise", label: "Wrong labels", hint: "Share of examples with a random class, 0 to 1." },
      {
        key: "model",
        label: "Network",
        options: MODELS,
        hint: "MLP: fully connected layers. CNN: convolutions, for digits only.",
      },
      {
        key: "hidden",
        label: "Hidden layers",
        isList: true,
        hint: "Units in each hidden layer of the MLP.",
        appliesTo: ({ model }) => model === "mlp",
      },
      {
        key: "activation",
        label: "Activation",
        options: ACTIVATIONS,
        hint: "Activation: the non-linearity between layers.",
      },
      { key: "dropout", label: "Dropout", hint: "Share of units that are dropped at random in training, 0 to 0.95." },
    ],
  },
  {
    name: "Learning",
    fields: [
      { key: "optimizer", label: "Optimizer", options: OPTIMIZERS, hint: "How gradients change the weights." },
      {
        key: "momentum",
        label: "Momentum",
        hint: "Share of the previous step that SGD adds to the next.",
        appliesTo: ({ optimizer }) => optimizer === "sgd",
      },
      { key: "learning_rate", label: "Learning rate", hint: "Several values, separated by commas, make one run each." },
      {
        key: "scheduler",
        label: "Schedule",
        options: SCHEDULERS,
        hint: "Step: divided by 10 after each third. Cosine: decays to 0.",
      },
      {
        key: "clip",
        label: "Clip gradients",
        hint: "Largest total gradient norm; larger ones are scaled down. 0 is off.",
      },
    ],
  },
  {
    name: "Length and logging",
    fields: [
      { key: "epochs", label: "Epochs", hint: "Passes over all examples." },
      { key: "batch_size", label: "Batch size", hint: "Examples in each step." },
      { key: "seed", label: "Seed", hint: "The same seed gives the same training." },
      {
        key: "collect_every",
        label: "Layer records",
        hint: "Log weights, gradients and activations every this many batches.",
      },
    ],
  },
];

export const FIELDS = GROUPS.flatMap(({ fields }) => fields);

/**
 * The values in a field as the server takes them: several make a run each. What is no number goes as it is,
 * and the server says so.
 *
 * @param {Pick<Field, "isList" | "options">} field
 * @param {string} text
 * @returns {Trainer.Setting[]}
 */
export function valuesOf(field, text) {
  if (field.isList) return [text.trim() === "" ? [] : text.split(",").map(parse)];
  const parts = text.split(",");
  return parts.map((part) => (field.options ? part.trim() : parse(part)));
}

/** @param {string} text */
function parse(text) {
  const trimmed = text.trim();
  return trimmed === "" || Number.isNaN(Number(trimmed)) ? trimmed : Number(trimmed);
}

/**
 * The runs that are asked for: one for each value where a field has several, in every combination.
 *
 * @param {Texts} texts
 * @returns {Trainer.Settings[]}
 */
export function runsOf(texts) {
  /** @type {Trainer.Settings[]} */
  let runs = [{}];
  for (const field of FIELDS) {
    const values = valuesOf(field, texts[field.key]);
    runs = runs.flatMap((run) => values.map((value) => ({ ...run, [field.key]: value })));
  }
  return runs;
}

/**
 * A setting as the text in its field.
 *
 * @param {Trainer.Setting} value
 */
export function textOf(value) {
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/**
 * Settings in one line, without those that do not matter beside the others: "digits · mlp · batch size 16".
 *
 * @param {Trainer.Settings} settings
 * @param {Trainer.Settings} usual of these only data and network are named
 */
export function summaryOf(settings, usual = {}) {
  const texts = /** @type {Texts} */ (
    Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, textOf(value)]))
  );
  return FIELDS.filter(({ key, appliesTo }) => key in texts && (!appliesTo || appliesTo(texts)))
    .filter(({ key }) => key === "dataset" || key === "model" || texts[key] !== textOf(usual[key] ?? ""))
    .map(({ key, label, options }) => (options ? texts[key] : `${label.toLowerCase()} ${texts[key]}`))
    .join(" · ");
}
