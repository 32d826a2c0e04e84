"""Made-up runs of many hosts, the same bytes each time: DIR/hNN/USER/run-NNNN/{training_log,eval_log}.jsonl."""

import json
import math
import random

USERS = ("ada", "bob", "eve", "kim", "lin")


def name(number):
    """The run's name below its host's directory."""
    return f"{USERS[number % len(USERS)]}/run-{number:05d}"


def write_run(directory, number, end, hours, apart):
    """One run with a record each `apart` seconds, which ends then; a validation every 20 steps. Every fourth one has finished."""
    rng = random.Random(number)
    steps = max(30, int(hours * 3600 / apart))
    plan = steps if number % 4 == 0 else steps + rng.randrange(1, steps)
    rate = 10 ** rng.uniform(-5, -3)
    start = end - steps * apart
    directory.mkdir(parents=True)
    with open(directory / "training_log.jsonl", "w") as training, open(directory / "eval_log.jsonl", "w") as validation:
        for step in range(1, steps + 1):
            time = start + step * apart
            loss = 1.2 + rng.random() * 0.1 + 2 * math.exp(-4 * step / plan)
            training.write(
                f'{{"step": {step}, "total_steps": {plan}, "epoch": {step / plan * 3:.4f}, "loss": {loss:.5f}, "grad_norm": {0.4 + rng.random():.4f}, '
                f'"learning_rate": {rate * (0.5 + 0.5 * math.cos(math.pi * step / plan)):.4e}, "steps_per_sec": {1 / apart:.5f}, '
                f'"tokens_per_second": {40000 * (0.95 + 0.1 * rng.random()):.0f}, "timestamp": {time:.3f}}}\n'
            )
            if step % 20 == 0:
                validation.write(json.dumps({"step": step, "eval_loss": round(loss * 1.05, 5), "timestamp": round(time + 0.4, 3)}) + "\n")


def write_host(directory, host, runs, end, hours, apart):
    """The host's directory, with so many runs of its own."""
    mine = directory / f"h{host:02d}"
    for one in range(runs):
        number = host * runs + one
        write_run(mine / name(number), number, end, hours, apart)
    return mine
