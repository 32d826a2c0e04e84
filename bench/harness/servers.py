"""Prometheus, VictoriaMetrics and Thanos as processes: started at free ports, asked, killed and started again."""

import contextlib
import json
import pathlib
import re
import shutil
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request

from harness import proc
from harness.exporter import Failed, free_port

LONGEST = 600  # seconds that an answer may take
READY = 60  # seconds until a server answers


class Server(contextlib.AbstractContextManager):
    """A process that answers HTTP; what it prints is in server.log of its directory."""

    ready_path = "/-/ready"

    def __init__(self, directory, program, *arguments, port):
        self.directory, self.port = pathlib.Path(directory), port
        if not shutil.which(program):
            raise Failed(f"{program} is not on the PATH")
        self.command = [program, *arguments]
        self.process = None
        self.start()

    def start(self):
        self.directory.mkdir(parents=True, exist_ok=True)
        with open(self.directory / "server.log", "ab") as log:
            self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        deadline = time.monotonic() + READY
        while not self.is_ready():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise Failed(f"{self.command[0]} does not start: {self.tail()}")
            time.sleep(0.1)

    def is_ready(self):
        try:
            with urllib.request.urlopen(self.address + self.ready_path, timeout=5) as answer:
                return answer.status == 200
        except OSError:
            return False

    def tail(self):
        return (self.directory / "server.log").read_text(errors="replace")[-600:]

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def kill(self):
        """As `kill -9` does: nothing is written any more."""
        self.process.kill()
        self.process.wait()

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.kill()

    def __exit__(self, *_):
        self.kill()

    def memory(self):
        """(resident, most ever resident) in MiB."""
        return proc.memory(self.process.pid)

    def cpu_seconds(self):
        return proc.cpu_seconds(self.process.pid)

    def get(self, path):
        with urllib.request.urlopen(self.address + path, timeout=LONGEST) as answer:
            return answer.read()

    def ask(self, call, **form):
        """The data of an answer of Prometheus' API; a rejected question fails."""
        body = urllib.parse.urlencode(form).encode()
        try:
            with urllib.request.urlopen(f"{self.address}/api/v1/{call}", body, timeout=LONGEST) as answer:
                return json.load(answer)["data"]
        except urllib.error.HTTPError as rejection:
            raise Failed(f"{form.get('query')}: {rejection.read().decode()[:300]}") from rejection

    def names(self, **form):
        """The names of all metrics."""
        return json.loads(self.get(f"/api/v1/label/__name__/values?{urllib.parse.urlencode(form)}"))["data"]

    def query(self, expression, **form):
        return self.ask("query", query=expression, **form)["result"]

    def value(self, expression, **form):
        """The value of the only series; None where there is none."""
        result = self.query(expression, **form)
        return float(result[0]["value"][1]) if result else None


class Prometheus(Server):
    """Takes remote write, samples of any age too.

    Its configuration is a dictionary."""

    def __init__(self, directory, config=None, *arguments):
        directory = pathlib.Path(directory)
        directory.mkdir(parents=True, exist_ok=True)
        whole = {"storage": {"tsdb": {"out_of_order_time_window": "10y"}}, **(config or {})}
        (directory / "prometheus.yml").write_text(json.dumps(whole))  # which is YAML too
        port = free_port()
        super().__init__(
            directory, "prometheus", f"--config.file={directory / 'prometheus.yml'}", f"--storage.tsdb.path={directory / 'data'}",
            "--storage.tsdb.retention.time=10y", "--web.enable-remote-write-receiver", "--web.enable-admin-api",
            f"--web.listen-address=127.0.0.1:{port}", *arguments, port=port,
        )

    @property
    def write_url(self):
        return f"{self.address}/api/v1/write"


class Agent(Server):
    """A Prometheus in agent mode: it scrapes, keeps a log of what is not delivered yet, and answers no queries."""

    def __init__(self, directory, config):
        directory = pathlib.Path(directory)
        directory.mkdir(parents=True, exist_ok=True)
        (directory / "agent.yml").write_text(config)
        port = free_port()
        super().__init__(
            directory, "prometheus", "--enable-feature=agent", f"--config.file={directory / 'agent.yml'}",
            f"--storage.agent.path={directory / 'agent'}", f"--web.listen-address=127.0.0.1:{port}", port=port,
        )

    def metric(self, name):
        """The sum of its own metric."""
        return sum(float(value) for value in re.findall(rf"^{name}(?:{{[^}}]*}})? (\S+)$", self.get("/metrics").decode(), re.M))


class VictoriaMetrics(Server):
    ready_path = "/health"

    def __init__(self, directory, *arguments):
        port = free_port()
        super().__init__(
            directory, "victoria-metrics", f"-storageDataPath={pathlib.Path(directory) / 'data'}", "-retentionPeriod=10y",
            "-search.latencyOffset=0s", f"-httpListenAddr=127.0.0.1:{port}", *arguments, port=port,
        )

    @property
    def write_url(self):
        return f"{self.address}/api/v1/write"

    def flush(self):
        """What was taken can be found afterwards."""
        self.get("/internal/force_flush")


class Thanos(Server):
    """One of its components: `receive` or `query`."""

    def __init__(self, directory, program, component, *arguments):
        port, self.grpc = free_port(), f"127.0.0.1:{free_port()}"
        super().__init__(
            directory, program, component, f"--http-address=127.0.0.1:{port}", f"--grpc-address={self.grpc}", *arguments, port=port
        )
