"""Other readers of the same log, each as its own process: mtail, jq, Python's json and wc."""

import dataclasses
import json
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


def python(log):
    return timed([sys.executable, str(HERE / "read.py"), str(log)])


def python_step(run):
    return int(run.output)


def wc(log):
    return timed(["wc", "-l", str(log)])


def wc_step(run):
    return int(re.match(r"\s*(\d+)", run.output)[1])


ALL = {"mtail": (mtail, mtail_step), "jq": (jq, jq_step), "Python's json": (python, python_step), "wc -l": (wc, wc_step)}
COMMANDS = {"mtail": "mtail", "jq": "jq", "wc -l": "wc"}


def missing():
    """What cannot be measured against here."""
    return [name for name, command in COMMANDS.items() if not shutil.which(command)]
