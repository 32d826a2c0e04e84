"""How fast layer records are read: 100 layers of 3 tensors, each with its statistics and 50 bins."""

import json
import random

from harness import logs, rivals
from harness.catchup import warm
from harness.exporter import Exporter, Failed
from harness.table import Row, at_least, median

LAYERS = 100
SPEED = 100  # MB/s


def tensor(rng, spread):
    counts = [0] * 50
    for _ in range(200):
        counts[min(49, max(0, int(rng.gauss(25, 8))))] += rng.randrange(100)
    edge = spread * (3 + rng.random())
    return {
        "mean": rng.gauss(0, spread / 10),
        "std": spread * (0.9 + 0.2 * rng.random()),
        "min": -edge,
        "max": edge,
        "norm": 50 * spread * (0.9 + 0.2 * rng.random()),
        "near_zero": rng.random() / 1000,
        "histogram": {"lower": -edge, "upper": edge, "counts": counts},
    }


def log(directory, records, seed=3):
    """A run directory with a short training log and a layer log."""

    def write(file):
        rng = random.Random(seed)
        # A tenth of the records are made, and told ten times each: making them takes far longer than reading them.
        made = [json.dumps(layers(rng)) for _ in range(max(1, records // 10))]
        for i in range(records):
            time = logs.START + i * logs.STEP_SECONDS
            file.write(f'{{"step": {i}, "timestamp": {time}, "layers": {made[i % len(made)]}}}\n')

    logs.reference(directory, 10)
    logs.once(directory / "logs" / "layers_log.jsonl", write)
    return directory


def layers(rng):
    names = [f"model.layers.{i // 4}.{('attention.qkv', 'attention.out', 'mlp.up', 'mlp.down')[i % 4]}" for i in range(LAYERS)]
    return {
        name: {
            "weight": tensor(rng, 0.02),
            "gradient": tensor(rng, 1e-4),
            "activation": {**tensor(rng, 0.5), "zero_units": rng.random() / 20},
        }
        for name in names
    }


def read_once(directory, records):
    """(seconds of the first pass, bytes, resident MiB after ten scrapes, seconds of the last of these)."""
    with Exporter(str(directory)) as exporter:
        ((_, match),) = exporter.first_passes()
        exporter.ready()
        told = exporter.samples("training_records_total")
        if not any('kind="layers"' in labels and n == records for labels, n in told.items()):
            raise Failed(f"not all of {records} layer records were read: {told}")
        took = []
        for _ in range(20):
            began = exporter.now()
            exporter.get()
            took.append(exporter.now() - began)
        return float(match["seconds"]), int(match["bytes"]), exporter.memory()[0], median(took)


def measure(settings, say):
    records = settings.lines // 500
    directory = log(logs.OUT / f"layers-{records}", records)
    path = directory / "logs" / "layers_log.jsonl"
    warm(path)
    passes = []
    for round_ in range(settings.rounds):
        say(f"layers: round {round_ + 1} of {settings.rounds}")
        passes.append(read_once(directory, records))
    seconds, size = median([p[0] for p in passes]), passes[0][1] / 1e6
    python = rivals.python(path).wall
    return [
        at_least(f"{records:,} layer records of {LAYERS} layers ({size:.0f} MB)", size / seconds, SPEED, "{:.0f} MB/s"),
        Row("… times as fast as Python's json", f"{python / seconds:.1f} ×"),
        Row("… resident afterwards, scrape in the middle", f"{passes[-1][2]:.0f} MiB, {1000 * passes[-1][3]:.0f} ms"),
    ]
