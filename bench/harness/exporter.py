"""The exporter as a process: started by ./run, watched from outside through its log, its pages and /proc."""

import contextlib
import http.client
import pathlib
import re
import socket
import subprocess
import threading
import time

from harness import proc

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIRST_PASS = re.compile(r"first pass of (?P<run>.+): (?P<records>\d+) records, (?P<bytes>\d+) bytes in (?P<seconds>[\d.]+) s")
SAMPLE = re.compile(r"^(\w+)(?:\{(.*)\})? (\S+)", re.M)


class Failed(Exception):
    """The exporter did not do what a measurement needs of it."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Exporter(contextlib.AbstractContextManager):
    def __init__(self, *arguments):
        self.port = free_port()
        command = [ROOT / "run", *arguments, f"--web.listen-address=127.0.0.1:{self.port}", "--log.level=info"]
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
        )
        self.log = []  # (seconds since the start, line)
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def now(self):
        """Seconds since the start of the process."""
        return time.monotonic() - self.began

    def _read(self):
        for line in self.process.stdout:
            self.log.append((self.now(), line.rstrip()))

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def wait(self, what, condition, timeout, pause=0.01):
        """The condition's first true result."""
        deadline = time.monotonic() + timeout
        while not (result := condition()):
            if self.process.poll() is not None:
                self.reader.join(1)
                raise Failed(f"the exporter ended with {self.process.returncode} before {what}: {self.tail()}")
            if time.monotonic() > deadline:
                raise Failed(f"no {what} within {timeout} s: {self.tail()}")
            time.sleep(pause)
        return result

    def tail(self):
        return " | ".join(line for _, line in self.log[-3:]) or "it logged nothing"

    def first_passes(self, count=1, timeout=300):
        """(seconds since the start, match) for each run, once all of them have had their first pass."""

        def passes():
            found = [(at, match) for at, line in list(self.log) if (match := FIRST_PASS.search(line))]
            return found if len(found) >= count else None

        return self.wait(f"{count} log line(s) 'first pass of RUN: N records, N bytes in N.NNN s'", passes, timeout)

    def get(self, path="/metrics", headers=None, connection=None):
        """The body as bytes; None where nobody answers or the answer is not 200."""
        own = connection or http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            own.request("GET", path, headers=headers or {})
            response = own.getresponse()
            body = response.read()
            return body if response.status == 200 else None
        except OSError:
            return None
        finally:
            if not connection:
                own.close()

    def ready(self, timeout=300):
        self.wait("200 from /-/ready", lambda: self.get("/-/ready") is not None, timeout)

    def samples(self, name):
        """{labels: value} of the metric now."""
        body = (self.get(f"/metrics?name[]={name}") or b"").decode()
        return {labels: float(value) for found, labels, value in SAMPLE.findall(body) if found == name}

    def memory(self):
        """(resident, most ever resident) in MiB."""
        return proc.memory(self.process.pid)

    def cpu_seconds(self):
        return proc.cpu_seconds(self.process.pid)

    def bytes_written(self):
        """To storage, of any file."""
        io = pathlib.Path(f"/proc/{self.process.pid}/io").read_text()
        return int(re.search(r"^write_bytes: (\d+)", io, re.M)[1])


def build():
    """Builds the exporter before anything is measured, and says what it is."""
    done = subprocess.run([ROOT / "run", "--version"], stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True)
    if done.returncode:
        raise Failed("./run --version failed")
    return done.stdout.strip()


def offers(flag):
    """Whether --help names the flag."""
    done = subprocess.run([ROOT / "run", "--help"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return flag in done.stdout


def java():
    """The Java that ./run starts with."""
    done = subprocess.run(
        ["bash", "-c", f'source "{ROOT}/scripts/tools.sh" && find_java java && echo "$JAVA_HOME/bin/java"'],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    return done.stdout.strip() or "java"


def major_version():
    done = subprocess.run([java(), "-version"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return int(re.search(r'version "(\d+)', done.stdout)[1])
