"""What the page's viewers cost: 50 of them over one long log that grows."""

import http.client
import json
import shutil
import threading
import time

from harness import logs
from harness.exporter import Exporter, Failed
from harness.table import Row, percentile

GZIP = {"Accept-Encoding": "gzip"}
APPENDS = 30


class Viewer(threading.Thread):
    """Follows the run's stream, and notes when it was told of each position."""

    def __init__(self, port):
        super().__init__(daemon=True)
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        self.connection.request("GET", "/api/stream?signal=loss")
        self.stream = self.connection.getresponse()
        if self.stream.status != 200:
            raise Failed(f"a viewer was answered with {self.stream.status}")
        self.told = {}
        self.start()

    def run(self):
        try:
            for line in self.stream:
                if line.startswith(b"data:") and b'"series"' in line:
                    for series in json.loads(line[5:])["series"]:
                        self.told.update((x, time.monotonic()) for x in series["x"] if x not in self.told)
        except (OSError, ValueError, AttributeError, http.client.HTTPException):
            pass  # the connection was closed

    def close(self):
        self.connection.close()


def asked(exporter, path):
    began = time.perf_counter()
    if exporter.get(path, GZIP) is None:
        raise Failed(f"{path} was not answered with 200")
    return time.perf_counter() - began


def at_once(exporter, count, path):
    """Seconds that each of so many took who asked at the same moment."""
    taken = []
    threads = [threading.Thread(target=lambda: taken.append(asked(exporter, path))) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if len(taken) < count:
        raise Failed(f"only {len(taken)} of {count} viewers were answered")
    return taken


def measure(settings, say):
    say(f"page: {settings.viewers} viewers over {settings.lines:,} lines")
    whole = logs.reference(logs.OUT / f"reference-{settings.lines}", settings.lines)
    run = logs.OUT / "page"
    shutil.rmtree(run, ignore_errors=True)
    shutil.copytree(whole, run)
    log = run / "logs" / "training_log.jsonl"
    with Exporter(str(run), "--gpu=off") as exporter:
        exporter.first_passes(1)
        exporter.ready()
        first = asked(exporter, "/api/plots")
        cpu = exporter.cpu_seconds()
        loads = at_once(exporter, settings.viewers, "/api/plots")
        loading = (exporter.cpu_seconds() - cpu) / settings.viewers
        viewers = [Viewer(exporter.port) for _ in range(settings.viewers)]
        time.sleep(3)
        cpu = exporter.cpu_seconds()
        written = {}
        for step in range(settings.lines + 1, settings.lines + 1 + APPENDS):
            record = {"step": step, "loss": 0.5, "timestamp": logs.START + step * logs.STEP_SECONDS}
            with log.open("a") as file:
                file.write(json.dumps(record) + "\n")
            written[step] = time.monotonic()
            time.sleep(1)
        time.sleep(2)
        watching = (exporter.cpu_seconds() - cpu) / settings.viewers / (APPENDS + 2)
        resident, most = exporter.memory()
        for viewer in viewers:
            viewer.close()
    late = [viewer.told.get(step, float("inf")) - at for viewer in viewers for step, at in written.items()]
    shutil.rmtree(run)
    return [
        Row(f"the page: first curves of {settings.lines:,} lines", f"{first:.2f} s"),
        Row(f"… {settings.viewers} viewers ask at once: longest, CPU a viewer", f"{max(loads):.2f} s, {1000 * loading:.0f} ms"),
        Row("… each then watches a line a second: CPU a viewer", f"{1000 * watching:.2f} ms a second"),
        Row("… a line appended → told: median, longest", f"{percentile(late, 50):.2f} s, {max(late):.2f} s", met=max(late) <= 2),
        Row("… resident with all of them; most ever", f"{resident:.0f} MiB; {most:.0f} MiB"),
        Row("… the Python dashboard before it, a refresh", "65 ms + 1.6 s of CPU, 275 MB"),
    ]
