"""What was measured, its budget beside it, and the machine it was measured on."""

import dataclasses
import os
import pathlib
import re
import subprocess
import sys

from harness.exporter import java


@dataclasses.dataclass(frozen=True)
class Row:
    what: str
    figure: str
    budget: str = ""
    met: bool | None = None  # None where there is no budget

    def verdict(self):
        return {None: "", True: "met", False: "MISSED"}[self.met]


def at_most(what, value, limit, form):
    """A row with an upper limit; form.format(number) writes both."""
    return Row(what, form.format(value), "≤ " + form.format(limit), value <= limit)


def at_least(what, value, limit, form):
    return Row(what, form.format(value), "≥ " + form.format(limit), value >= limit)


def percentile(values, share):
    """The smallest value that this share of the values does not exceed."""
    return sorted(values)[max(0, -(-len(values) * share // 100) - 1)]


def median(values):
    return percentile(values, 50)


def text(rows):
    cells = [("what", "measured", "budget", "")] + [(r.what, r.figure, r.budget, r.verdict()) for r in rows]
    widths = [max(len(row[i]) for row in cells) for i in range(4)]
    return "\n".join("  ".join(c.ljust(w) for c, w in zip(row, widths)).rstrip() for row in cells)


def markdown(rows):
    lines = ["| what | measured | budget | |", "|---|---|---|---|"]
    lines += [f"| {r.what} | {r.figure} | {r.budget} | {r.verdict()} |" for r in rows]
    return "\n".join(lines)


def _first(pattern, path, default="unknown"):
    try:
        found = re.search(pattern, pathlib.Path(path).read_text())
    except OSError:
        found = None
    return found[1].strip() if found else default


def _output(*command):
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    except OSError:
        return "unknown"
    return done.stdout.strip().split("\n")[0]


def machine():
    """One line about processor, memory, load and versions."""
    memory = int(_first(r"MemTotal:\s+(\d+)", "/proc/meminfo", "0")) / 1024 / 1024
    model = _first(r"model name\s*: (.*)", "/proc/cpuinfo")
    return ", ".join(
        [
            f"{model} x {os.cpu_count()}",
            f"{memory:.0f} GiB",
            f"Linux {os.uname().release.split('-')[0]}",
            _output(java(), "-version"),
            f"Python {sys.version.split()[0]}",
            _output("mtail", "--version").split(" git")[0],
            _output("jq", "--version"),
            f"load {os.getloadavg()[0]:.1f} before",
        ]
    )
