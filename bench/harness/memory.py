"""What stays resident after one long log, and after ten of them."""

import time

from harness import logs
from harness.exporter import Exporter
from harness.table import Row, at_most

LIMIT = 96  # MiB


def after(directory, runs):
    """(resident, peak) in MiB, when all is read and twenty scrapes have been answered."""
    with Exporter(str(directory)) as exporter:
        exporter.first_passes(runs)
        exporter.ready()
        for _ in range(20):
            exporter.get()
        time.sleep(3)
        return exporter.memory()


def measure(settings, say):
    one = logs.reference(logs.OUT / f"reference-{settings.lines}", settings.lines)
    ten = logs.copies(one, logs.OUT / f"ten-{settings.lines}", 10)
    say("memory: one file, then ten")
    (first, first_peak), (tenth, tenth_peak) = after(one, 1), after(ten, 10)
    return [
        at_most(f"resident after one file of {settings.lines:,} lines", first, LIMIT, "{:.0f} MiB"),
        at_most("resident after ten of them", tenth, LIMIT, "{:.0f} MiB"),
        Row("… more than after one", f"{tenth - first:+.1f} MiB", "no more"),
        Row("… peaks", f"{first_peak:.0f} MiB and {tenth_peak:.0f} MiB"),
    ]
