"""What the exporter costs while nothing happens: processor time, and bytes written."""

import time

from harness import logs
from harness.exporter import Exporter
from harness.table import Row, at_most


def picture(directory):
    """Every file below the directory with what would betray a write."""
    return {p: (p.stat().st_size, p.stat().st_mtime_ns, p.stat().st_ino) for p in sorted(directory.rglob("*"))}


def measure(settings, say):
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
