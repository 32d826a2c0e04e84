"""Writes the logs that the measurements read: the same bytes each time, made once and kept in bench/out."""

import json
import math
import pathlib
import random
import shutil

START = 1763800274.3  # the reference run's first record, seconds since the epoch
STEP_SECONDS = 18.3
OUT = pathlib.Path(__file__).resolve().parents[1] / "out"


def once(path, write):
    """The path, written by write(file) where it is not there yet; half a file is never left behind."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(path.suffix + ".part")
        with part.open("w", encoding="utf-8", buffering=1 << 20) as file:
            write(file)
        part.rename(path)
    return path


def reference_line(step, plan, rng, apart=STEP_SECONDS):
    """A line of the reference run, spelled as Python's json.dumps spells it; about 248 bytes."""
    noise = rng.random()
    speed = 0.0546 * (0.95 + 0.1 * noise)
    loss = 0.6 + 1.9 * math.exp(-5.0 * step / plan) + 0.2 * (rng.random() - 0.5)
    norm = repr(0.5 + 0.7 * noise) if step % 16 == 0 else "null"
    rate = 5e-6 * min(step / 944, 0.55 + 0.45 * math.cos(math.pi * step / plan))
    return (
        f'{{"epoch": {3 * step // plan}, "step": {step}, "loss": {loss!r}, "aux_loss": {0.02 + noise / 999!r}, '
        f'"grad_norm": {norm}, "learning_rate": {rate!r}, "steps_per_sec": {speed!r}, '
        f'"eta_seconds": {(plan - step) / speed:.1f}, "timestamp": {START + (step + 0.1 * noise) * apart!r}}}\n'
    )


def reference(directory, lines, seed=1):
    """A run directory with the training log of the reference run."""

    def write(file):
        rng = random.Random(seed)
        for step in range(1, lines + 1):
            file.write(reference_line(step, lines, rng))

    once(directory / "logs" / "training_log.jsonl", write)
    return directory


def dense(directory, lines, seconds):
    """The same run in so many seconds."""

    def write(file):
        rng = random.Random(3)
        for step in range(1, lines + 1):
            file.write(reference_line(step, lines, rng, seconds / lines))

    once(directory / "logs" / "training_log.jsonl", write)
    return directory


def with_validations(directory, lines, every=500):
    """Adds the validation log of the reference run."""

    def write(file):
        for step in range(0, lines + 1, every):
            loss = 0.7 + 1.5 * math.exp(-5.0 * step / lines)
            record = {"step": step, "eval_loss": loss, "eval_perplexity": math.exp(loss)}
            file.write(json.dumps(record | {"timestamp": START + (step + 0.5) * STEP_SECONDS}) + "\n")

    once(directory / "logs" / "eval_log.jsonl", write)
    return directory


def with_experts(directory, lines, layers=46, experts=128, every=100, seed=2):
    """Adds the expert log of the reference run."""

    def usage(rng):
        counts = [rng.randrange(300, 900) for _ in range(experts)]
        total = sum(counts)
        return {
            "expert_counts": {f"expert_{i}": count for i, count in enumerate(counts)},
            "expert_percentages": {f"expert_{i}": 100 * count / total for i, count in enumerate(counts)},
            "total_tokens": total,
        }

    def write(file):
        rng = random.Random(seed)
        for step in range(every, lines + 1, every):
            record = {"step": step, "timestamp": START + (step + 0.5) * STEP_SECONDS}
            record["expert_usage"] = {f"layer_{i}": usage(rng) for i in range(layers)}
            file.write(json.dumps(record) + "\n")

    once(directory / "logs" / "expert_usage_log.jsonl", write)
    return directory


def copies(source, directory, count):
    """A directory of count runs, each with its own copy of the source run's training log."""
    log = source / "logs" / "training_log.jsonl"
    for i in range(count):
        copy = directory / f"run-{i:02}" / "logs" / log.name
        if not copy.exists():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(log, copy.with_suffix(".part"))
            copy.with_suffix(".part").rename(copy)
    return directory


def small_runs(directory, count, lines=60):
    """A directory of many short runs."""
    for i in range(count):
        with_validations(reference(directory / f"run-{i:04}", lines, seed=i), lines, every=20)
    return directory


def wide_runs(directory, count, keys, lines=60):
    """A directory of many short runs of so many keys."""
    for i in range(count):

        def write(file):
            rng = random.Random(i)
            for step in range(1, lines + 1):
                record = {"step": step, "loss": 0.5 + rng.random(), "timestamp": START + step}
                record |= {f"value_{k}": round(rng.random(), 6) for k in range(keys - 3)}
                file.write(json.dumps(record) + "\n")

        once(directory / f"run-{i:04}" / "log.jsonl", write)
    return directory
