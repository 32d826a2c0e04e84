"""What Linux tells of a process below /proc."""

import os
import pathlib
import re

PROC = pathlib.Path("/proc")


def memory(pid):
    """(resident, most ever resident) in MiB."""
    status = (PROC / str(pid) / "status").read_text()
    return tuple(int(re.search(rf"{key}:\s+(\d+)", status)[1]) / 1024 for key in ("VmRSS", "VmHWM"))


def cpu_seconds(pid):
    """Of a process, or of its thread `PID/task/TID`: user and system time."""
    fields = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
