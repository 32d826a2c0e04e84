"""How soon a line that is appended shows on /metrics."""

import random
import shutil
import time

from harness import logs
from harness.exporter import Exporter
from harness.table import Row, at_most, percentile


def measure(settings, say):
    directory = logs.OUT / "live"
    shutil.rmtree(directory, ignore_errors=True)
    log = logs.reference(directory, 200) / "logs" / "training_log.jsonl"
    rng, taken = random.Random(7), []
    say(f"latency: {settings.appends} lines")
    with Exporter(str(directory)) as exporter, log.open("a", encoding="utf-8") as file:
        exporter.first_passes()
        exporter.ready()
        for step in range(201, 201 + settings.appends):
            time.sleep(rng.uniform(0.1, 0.9))  # somewhere in the exporter's beat
            file.write(logs.reference_line(step, 10_000, rng))
            file.flush()
            began = time.monotonic()
            exporter.wait(f"step {step} on /metrics", lambda: step in exporter.samples("training_step").values(), 10)
            taken.append(time.monotonic() - began)
    return [
        at_most(f"a line appended → on /metrics, longest of {settings.appends}", max(taken), 1, "{:.2f} s"),
        Row("… median", f"{percentile(taken, 50):.2f} s"),
    ]
