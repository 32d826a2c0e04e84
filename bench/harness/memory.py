"""What stays resident after one long log, and after ten of them."""

import time

from harness import logs
from harness.exporter import Exporter
from harness.table import Row, at_most

LIMIT = 96  # MiB
OF_ONE = 80
SCRAPES = 800
RUNS = 1_500
KEYS = 20
OF_RUNS = 160


def after(directory, runs, scrapes=20):
    """(resident, peak) in MiB, when all is read and so many scrapes have been answered."""
    with Exporter(str(directory)) as exporter:
        exporter.first_passes(runs)
        exporter.ready()
        for _ in range(scrapes):
            exporter.get()
        time.sleep(3)
        return exporter.memory()


def measure(settings, say):
    one = logs.reference(logs.OUT / f"reference-{settings.lines}", settings.lines)
    ten = logs.copies(one, logs.OUT / f"ten-{settings.lines}", 10)
    say("memory: one file, then ten")
    (first, first_peak), (tenth, tenth_peak) = after(one, 1, min(SCRAPES, settings.scrapes * 2)), after(ten, 10)
    count = min(RUNS, settings.runs * 3 // 2)
    say(f"memory: {count:,} runs of {KEYS} keys")
    many, _ = after(logs.wide_runs(logs.OUT / f"runs-{KEYS}-keys-{count}", count, KEYS), count)
    return [
        at_most(f"resident after one file of {settings.lines:,} lines and {SCRAPES} scrapes", first, OF_ONE, "{:.0f} MiB"),
        at_most("resident after ten of them", tenth, LIMIT, "{:.0f} MiB"),
        Row("… more than after one", f"{tenth - first:+.1f} MiB", "no more"),
        at_most(f"resident with {count:,} runs of {KEYS} keys", many, OF_RUNS, "{:.0f} MiB"),
        Row("… peaks of the first two", f"{first_peak:.0f} MiB and {tenth_peak:.0f} MiB"),
    ]
