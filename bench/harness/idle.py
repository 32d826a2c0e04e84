"""What the exporter costs while nothing happens: processor time, and bytes written."""

import itertools
import random
import shutil
import time

from harness import logs
from harness.exporter import Exporter
from harness.table import Row, at_most


def picture(directory):
    """Every file below the directory with what would betray a write."""
    return {p: (p.stat().st_size, p.stat().st_mtime_ns, p.stat().st_ino) for p in sorted(directory.rglob("*"))}


def processor_share(directory, runs, seconds, write=None):
    """The share of a core over so many seconds, while write() is called once a second."""
    with Exporter(str(directory), "--gpu=off") as exporter:
        exporter.first_passes(runs, timeout=600)
        exporter.ready()
        time.sleep(min(20, seconds))
        began, cpu = time.monotonic(), exporter.cpu_seconds()
        while time.monotonic() - began < seconds:
            due = time.monotonic() + 1
            if write:
                write()
            time.sleep(max(0, due - time.monotonic()))
        return (exporter.cpu_seconds() - cpu) / (time.monotonic() - began)


def many(settings, say):
    """Runs that write nothing, beside as many that write a line a second."""
    count, seconds = settings.runs, min(30, settings.idle)
    directory = logs.OUT / f"growing-{count}"
    shutil.rmtree(directory, ignore_errors=True)
    logs.small_runs(directory, count)
    say(f"idle: {count:,} runs")
    quiet = processor_share(directory, count, seconds)
    rng, step = random.Random(8), itertools.count(61)

    def write():
        line = logs.reference_line(next(step), 10_000, rng)
        for log in directory.glob("*/logs/training_log.jsonl"):
            with log.open("a", encoding="utf-8") as file:
                file.write(line)

    busy = processor_share(directory, count, seconds, write)
    shutil.rmtree(directory)
    return [
        Row(f"{count:,} runs of which none writes, no scrape", f"{100 * quiet:.1f} % of a core"),
        Row("… each writes a line a second", f"{100 * busy:.1f} % of a core, {busy / quiet:.1f} × as much"),
    ]


def measure(settings, say):
    return alone(settings, say) + many(settings, say)


def alone(settings, say):
    directory = logs.with_validations(logs.reference(logs.OUT / "reference", 11_790), 11_790)
    before = picture(directory)
    say(f"idle: {settings.idle} s")
    with Exporter(str(directory)) as exporter:
        exporter.first_passes()
        exporter.ready()
        for _ in range(40):  # what is asked for often is compiled by then, and no longer part of being idle
            exporter.get()
        time.sleep(min(30, settings.idle))
        began, cpu, written = time.monotonic(), exporter.cpu_seconds(), exporter.bytes_written()
        while (left := began + settings.idle - time.monotonic()) > 0:
            time.sleep(min(15, left))
            exporter.get()
        share = (exporter.cpu_seconds() - cpu) / (time.monotonic() - began)
        written = exporter.bytes_written() - written
    touched = "0" if picture(directory) == before else "changed"
    return [
        at_most(f"idle for {settings.idle} s, one run, a scrape each 15 s", 100 * share, 0.3, "{:.2f} % of a core"),
        Row("… bytes written to the run's directory", touched, "0", touched == "0"),
        Row("… bytes written to storage", str(written)),
    ]
