"""How long /metrics takes, with one run, with its experts, and with a thousand runs."""

import http.client
import time

from harness import logs
from harness.exporter import Exporter, Failed, offers
from harness.table import Row, at_most, percentile

LINES = 11_790  # as long as the reference run
AS_PROMETHEUS = {"Accept": "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5", "Accept-Encoding": "gzip"}


def timings(exporter, count, headers=None):
    """(milliseconds of each scrape on one connection, the last body)."""
    connection = http.client.HTTPConnection("127.0.0.1", exporter.port, timeout=30)
    taken, body = [], b""
    for _ in range(count):
        began = time.perf_counter()
        body = exporter.get("/metrics", headers, connection)
        taken.append(1000 * (time.perf_counter() - began))
        if body is None:
            raise Failed("a scrape was not answered with 200")
    connection.close()
    return taken, body


def scraped(directory, runs, count, gpu):
    """(plain timings, timings as Prometheus asks, number of series, bytes)."""
    with Exporter(str(directory), *gpu) as exporter:
        exporter.first_passes(runs, timeout=600)
        exporter.ready()
        timings(exporter, max(20, count // 4))  # the JVM's first scrapes are interpreted
        plain, body = timings(exporter, count)
        zipped, _ = timings(exporter, count, AS_PROMETHEUS)
        shown = sum(line.startswith(b"training_step{") for line in body.splitlines())
        if shown != runs:
            raise Failed(f"{shown} of {runs} runs on /metrics")
        return plain, zipped, sum(not line.startswith(b"#") for line in body.splitlines()), len(body)


def measure(settings, say):
    gpu = ["--gpu=demo"] if offers("--gpu") else []
    plain = logs.with_validations(logs.reference(logs.OUT / "reference", LINES), LINES)
    experts = logs.with_validations(logs.reference(logs.OUT / "reference-experts", LINES), LINES)
    experts = logs.with_experts(experts, LINES)
    many = logs.small_runs(logs.OUT / f"runs-{settings.runs}", settings.runs)
    cases = [
        ("/metrics, the reference run" + (" and 8 GPUs" if gpu else ""), plain, 1, gpu, settings.scrapes),
        ("/metrics, with 46 × 128 experts", experts, 1, gpu, settings.scrapes),
        (f"/metrics, {settings.runs:,} runs", many, settings.runs, [], max(50, settings.scrapes // 4)),
    ]
    limits = [(2, 5), (None, 35), (None, None)]
    rows = []
    for (name, directory, runs, flags, count), (p50_limit, p99_limit) in zip(cases, limits):
        say(f"scrape: {name}")
        taken, zipped, series, size = scraped(directory, runs, count, flags)
        p50, p99 = percentile(taken, 50), percentile(taken, 99)
        name = f"{name} ({series:,} series, {size / 1e6:.2f} MB)"
        rows += [
            at_most(f"{name}: p50", p50, p50_limit, "{:.1f} ms") if p50_limit else Row(f"{name}: p50", f"{p50:.1f} ms"),
            at_most("… p99", p99, p99_limit, "{:.1f} ms") if p99_limit else Row("… p99", f"{p99:.1f} ms"),
            Row("… OpenMetrics in gzip, p50 and p99", f"{percentile(zipped, 50):.1f} ms and {percentile(zipped, 99):.1f} ms"),
        ]
        if runs > 1:
            rows.append(at_most("… p50 a series", 1000 * p50 / series, 2.2, "{:.2f} µs"))
    return rows
