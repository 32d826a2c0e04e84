"""How fast a log's past is in a Prometheus, beside promtool making blocks of the same samples; and what a scrape sees meanwhile."""

import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time
import urllib.request

from harness import logs
from harness.exporter import ROOT, Exporter, Failed, free_port
from harness.table import Row, at_most, percentile

HOURS = 42
SAMPLES = re.compile(r"([\d,]+) samples written in ([\d.]+) s")


class Prometheus(contextlib.AbstractContextManager):
    """Scrapes itself, so that what is older than now comes late: the slower of its two ways."""

    def __init__(self, directory):
        self.port = free_port()
        config = directory / "prometheus.yml"
        config.write_text(
            "storage: {tsdb: {out_of_order_time_window: 10y}}\n"
            "scrape_configs: [{job_name: own, scrape_interval: 1s, scrape_timeout: 1s, "
            f"static_configs: [{{targets: ['127.0.0.1:{self.port}']}}]}}]\n"
        )
        command = ["prometheus", f"--config.file={config}", f"--storage.tsdb.path={directory / 'data'}"]
        command += ["--storage.tsdb.retention.time=10y", "--web.enable-remote-write-receiver"]
        command += [f"--web.listen-address=127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 60
        while not self.result("up"):
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise Failed("prometheus does not begin to scrape")
            time.sleep(0.2)

    def result(self, query):
        url = f"http://127.0.0.1:{self.port}/api/v1/query?query={urllib.request.quote(query)}"
        try:
            with urllib.request.urlopen(url, timeout=30) as answer:
                return json.load(answer)["data"]["result"]
        except OSError:
            return []

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}/api/v1/write"

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait()


def backfill(directory, *arguments):
    """(samples, seconds of writing, seconds of the process, MiB at most) of one run of the command."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [ROOT / "run", "backfill", str(directory), *arguments],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    found = SAMPLES.search(said)
    if process.returncode or not found:
        raise Failed(f"backfill ended with {process.returncode}: {said.strip()}")
    wall = time.perf_counter() - began
    return int(found[1].replace(",", "")), float(found[2]), wall, usage.ru_maxrss / 1024


def promtool(file, directory):
    began = time.perf_counter()
    command = ["promtool", "tsdb", "create-blocks-from", "openmetrics", str(file), str(directory)]
    subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def scraped(exporter, writer):
    """(MiB at most, p99 of scrapes in ms, samples written) of one exporter until the other has nothing to write any more."""
    peak, taken, written, quiet = 0, [], 0, 0
    for one in {exporter, writer}:
        one.first_passes()
        one.ready()
    for _ in range(100):
        exporter.get()
    deadline = time.monotonic() + 300
    while quiet < 30 and time.monotonic() < deadline:
        began = time.perf_counter()
        exporter.get()
        taken.append((time.perf_counter() - began) * 1e3)
        now = sum(writer.samples("training_exporter_history_samples_total").values())
        quiet = quiet + 1 if now == written else 0
        written = now
        peak = max(peak, exporter.memory()[0])
        time.sleep(0.1)
    return peak, percentile(taken, 99), written


def serving(directory, url=None, beside=None):
    """The same of one that writes to the one address, or that is idle while another beside it writes to the other."""
    flags = [f"--history.url={url}"] if url else []
    with contextlib.ExitStack() as stack:
        exporter = stack.enter_context(Exporter(str(directory), "--gpu=off", *flags))
        writer = exporter
        if beside:
            writer = stack.enter_context(Exporter(str(directory), "--gpu=off", f"--history.url={beside}"))
        return scraped(exporter, writer)


def measure(settings, say):
    if not shutil.which("prometheus") or not shutil.which("promtool"):
        return [Row("history", "prometheus is not installed")]
    directory = logs.dense(logs.OUT / f"dense-{settings.lines}", settings.lines, HOURS * 3600)
    rows = []
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        say("history: into a Prometheus")
        (place / "a").mkdir()
        with Prometheus(place / "a") as server:
            samples, seconds, wall, peak = backfill(directory, f"--url={server.url}")
        rows += [
            at_most(f"history of {settings.lines:,} lines ({HOURS} h, a tick each 15 s) in a local Prometheus", seconds, 60, "{:.1f} s"),
            Row("… samples; from process start", f"{samples:,}; {wall:.1f} s"),
            Row("… peak of `backfill`", f"{peak:.0f} MiB"),
        ]
        say("history: the same by promtool")
        _, _, to_file, _ = backfill(directory, f"--openmetrics={place / 'past.om'}")
        rows.append(Row("… by a file and promtool", f"{to_file:.1f} s + {promtool(place / 'past.om', place / 'blocks'):.1f} s"))
        say("history: what a scrape sees meanwhile")
        (place / "b").mkdir()
        (place / "c").mkdir()
        idle, idle_p99, _ = serving(directory)
        with Prometheus(place / "b") as server:
            busy, busy_p99, written = serving(directory, server.url)
        with Prometheus(place / "c") as server:
            _, beside_p99, _ = serving(directory, beside=server.url)
        if not written:
            raise Failed("nothing was written while it served")
        rows += [
            at_most("memory above the idle exporter's while history is written", busy - idle, 32, "{:.0f} MiB"),
            Row("… scrapes meanwhile, p99; idle", f"{busy_p99:.1f} ms; {idle_p99:.1f} ms"),
            Row("… of an idle exporter while another one writes, p99", f"{beside_p99:.1f} ms"),
        ]
    return rows
