"""Other readers of the same log, each as its own process: mtail, jq, parsers and data frames for Python, and wc."""

import dataclasses
import importlib.util
import json
import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parents[1] / "rivals"


@dataclasses.dataclass(frozen=True)
class Run:
    wall: float  # seconds
    cpu: float
    output: str


def timed(command):
    """Runs the command to its end; its whole process counts."""
    with tempfile.TemporaryFile() as output:
        began = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            raise RuntimeError(f"{command[0]} ended with {process.returncode}")
        size = output.tell()
        output.seek(max(0, size - 65536))
        return Run(wall, usage.ru_utime + usage.ru_stime, output.read().decode(errors="replace"))


def mtail(log):
    program = HERE / "training.mtail"
    return timed(["mtail", "--one_shot", "--one_shot_format=json", "--logs", str(log), "--progs", str(program)])


def mtail_step(run):
    """The step that mtail ended at, so that a program which matches nothing is no fast program."""
    metric = json.loads(run.output)["training_step"][0]
    return metric["LabelValues"][0]["Value"]["Value"]


def jq(log):
    return timed(["jq", "-c", "[.step, .loss, .aux_loss, .grad_norm, .learning_rate]", str(log)])


def jq_step(run):
    return json.loads(run.output.rstrip().rsplit("\n", 1)[-1])[0]


def of_program(name, *arguments):
    """A reader that is a Python program here."""
    return lambda log: timed([sys.executable, str(HERE / name), *arguments, str(log)])


python = of_program("read.py", "json")


def figures(run):
    """What such a program has found."""
    return json.loads(run.output)


def own_seconds(run):
    """How long it read, without the start of its process; None where it does not say."""
    try:
        return figures(run)["seconds"]
    except (ValueError, TypeError, KeyError):
        return None


def program_step(run):
    return figures(run)["step"]


def wc(log):
    return timed(["wc", "-l", str(log)])


def wc_step(run):
    return int(re.match(r"\s*(\d+)", run.output)[1])


ALL = {
    "mtail": (mtail, mtail_step),
    "jq": (jq, jq_step),
    "Python's json": (python, program_step),
    "orjson, line by line": (of_program("read.py", "orjson"), program_step),
    "pysimdjson, line by line": (of_program("read.py", "simdjson"), program_step),
    "Polars' scan_ndjson": (of_program("frames.py", "polars"), program_step),
    "DuckDB's read_json": (of_program("frames.py", "duckdb"), program_step),
    "wc -l": (wc, wc_step),
}
COMMANDS = {"mtail": "mtail", "jq": "jq", "wc -l": "wc"}

# Packages of the Python that runs this.
PACKAGES = {
    "orjson, line by line": "orjson",
    "pysimdjson, line by line": "simdjson",
    "Polars' scan_ndjson": "polars",
    "DuckDB's read_json": "duckdb",
}


def missing():
    """What cannot be measured against here, and what to install for it."""
    missing = {name: f"sudo apt-get install {command}" for name, command in COMMANDS.items() if not shutil.which(command)}
    for name, package in PACKAGES.items():
        if importlib.util.find_spec(package) is None:
            missing[name] = "pip install " + {"simdjson": "pysimdjson"}.get(package, package)
    return missing


def agree(runs, path):
    """Every reader that tells the mean loss has to tell the same."""
    told = {name: found for name, run in runs.items() if "mean" in (found := _found(run))}
    for name, found in told.items():
        for other, theirs in told.items():
            for key in ("records", "step", "loss", "mean"):
                if not math.isclose(found[key], theirs[key], rel_tol=1e-9):
                    raise RuntimeError(f"{name} and {other} differ in the {key} of {path}: {found[key]}, {theirs[key]}")


def _found(run):
    try:
        found = figures(run)
        return found if isinstance(found, dict) else {}
    except ValueError:
        return {}
