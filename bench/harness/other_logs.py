"""Logs of other writers: what LLaMA-Factory and ms-swift write, and records of very many keys."""

import json
import random

from harness.logs import START, once


def clock(seconds):
    """A duration as LLaMA-Factory writes it: "1 day, 2:03:04"."""
    days, rest = divmod(int(seconds), 86400)
    text = f"{rest // 3600}:{rest // 60 % 60:02}:{rest % 60:02}"
    return f"{days} day{'s' if days > 1 else ''}, {text}" if days else text


def brief_clock(seconds):
    """A duration as ms-swift writes it: "1h 2m 3s"."""
    whole = int(seconds)
    parts = [(whole // 86400, "d"), (whole // 3600 % 24, "h"), (whole // 60 % 60, "m"), (whole % 60, "s")]
    return " ".join(f"{n}{unit}" for n, unit in parts if n) or "0s"


def llama_factory(directory, lines, seed=3):
    """A run as LLaMA-Factory logs it."""

    def write(file):
        rng = random.Random(seed)
        for step in range(1, lines + 1):
            record = {
                "current_steps": step,
                "total_steps": lines,
                "loss": round(0.7 + rng.random(), 4),
                "lr": 5e-05 * (1 - step / (lines + 1)),
                "epoch": 3 * step / lines,
                "percentage": round(100 * step / lines, 2),
                "elapsed_time": clock(step * 3.1),
                "remaining_time": clock((lines - step) * 3.1),
            }
            file.write(json.dumps(record) + "\n")

    once(directory / "trainer_log.jsonl", write)
    return directory


def ms_swift(directory, lines, seed=4):
    """A run as ms-swift logs it."""

    def write(file):
        rng = random.Random(seed)
        for step in range(1, lines + 1):
            record = {
                "loss": round(0.2 + rng.random(), 8),
                "grad_norm": round(0.5 + 3 * rng.random(), 8),
                "learning_rate": round(1e-04 * (1 - step / (lines + 1)), 10),
                "token_acc": round(0.8 + 0.1 * rng.random(), 8),
                "epoch": round(3 * step / lines, 8),
                "global_step/max_steps": f"{step}/{lines}",
                "percentage": f"{100 * step / lines:.2f}%",
                "elapsed_time": brief_clock(step * 5.1),
                "remaining_time": brief_clock((lines - step) * 5.1),
                "memory(GiB)": 16.48,
                "train_speed(iter/s)": round(0.19 + 0.01 * rng.random(), 6),
            }
            file.write(json.dumps(record) + "\n")

    once(directory / "logging.jsonl", write)
    return directory


def wide(directory, lines, keys=200, seed=5):
    """A run with a record of many keys, nearly all of which nobody knows."""

    def write(file):
        rng = random.Random(seed)
        for step in range(1, lines + 1):
            pool = [round(rng.random(), 6) for _ in range(16)]
            record = {"step": step, "loss": 0.5 + pool[0], "timestamp": START + step}
            for i in range(keys - 3):
                record[f"module_{i // 10}/statistic_{i % 10}"] = pool[i * 7 % 16] + i
            file.write(json.dumps(record) + "\n")

    once(directory / "metrics.jsonl", write)
    return directory
