"""How fast a log that is there already is read, beside other readers of the same file in the same rounds."""

import os
import subprocess

from harness import logs, other_logs, rivals
from harness.exporter import Exporter, Failed
from harness.table import Row, at_least, at_most, median


def drop_from_cache(path):
    """The next reader gets this one file from the disk."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def warm(path):
    subprocess.run(["cat", str(path)], stdout=subprocess.DEVNULL, check=True)


def read_once(directory, lines):
    """(seconds of the first pass, seconds from process start to its end, bytes); checked by what /metrics says."""
    with Exporter(str(directory)) as exporter:
        ((at, match),) = exporter.first_passes()
        exporter.ready()
        steps = exporter.samples("training_step")
        if list(steps.values()) != [lines]:
            raise Failed(f"training_step is {steps} after {lines} lines of {directory}")
        return float(match["seconds"]), at, int(match["bytes"])


def reference(settings, say):
    directory = logs.reference(logs.OUT / f"reference-{settings.lines}", settings.lines)
    log = directory / "logs" / "training_log.jsonl"
    size = log.stat().st_size / 1e6
    drop_from_cache(log)
    cold = read_once(directory, settings.lines)
    warm(log)
    passes, others = [], {name: [] for name in rivals.ALL if name not in rivals.missing()}
    for round_ in range(settings.rounds):
        say(f"catchup: round {round_ + 1} of {settings.rounds}")
        passes.append(read_once(directory, settings.lines))
        for name, runs in others.items():
            read, step = rivals.ALL[name]
            runs.append(read(log))
            if step(runs[-1]) != settings.lines:
                raise Failed(f"{name} did not read all of {log}")
    seconds = median([p[0] for p in passes])
    what = f"catch up on {settings.lines:,} lines ({size:.0f} MB)"
    rows = [
        at_most(f"{what}: first byte to last record, median of {settings.rounds}", seconds, settings.lines / 1e6, "{:.2f} s"),
        Row("… the same, as speed", f"{size / seconds:.0f} MB/s"),
        Row("… best; file not in the page cache", f"{min(p[0] for p in passes):.2f} s; {cold[0]:.2f} s"),
        Row("… from process start", f"{median([p[1] for p in passes]):.2f} s"),
    ]
    limits = {"mtail": 14, "Python's json": 6}
    for name, runs in others.items():
        wall, cpu = median([r.wall for r in runs]), median([r.cpu for r in runs])
        figure = f"{wall:.2f} s ({cpu:.2f} s of CPU), {size / wall:.0f} MB/s"
        rows.append(Row(f"… {name} on the same file", figure))
        if name in limits:
            rows.append(at_least(f"… times as fast as {name}", wall / seconds, limits[name], "{:.1f} ×"))
    return rows + [Row(f"… {name}", "not installed") for name in rivals.missing()]


def others(settings, say):
    lines = settings.lines // 10
    made = {
        "LLaMA-Factory": other_logs.llama_factory(logs.OUT / f"llama-factory-{lines}", lines),
        "ms-swift": other_logs.ms_swift(logs.OUT / f"ms-swift-{lines}", lines),
        "200 keys a record": other_logs.wide(logs.OUT / f"wide-{lines}", lines),
    }
    rows = []
    for name, directory in made.items():
        say(f"catchup: {name}")
        (log,) = directory.glob("*.jsonl")
        warm(log)
        passes = [read_once(directory, lines) for _ in range(settings.rounds)]
        python = median([rivals.python(log).wall for _ in range(min(3, settings.rounds))])
        seconds, size = median([p[0] for p in passes]), log.stat().st_size / 1e6
        figure = f"{seconds:.2f} s, {size / seconds:.0f} MB/s, {python / seconds:.1f} × Python's json"
        rows.append(Row(f"catch up on {lines:,} lines of {name} ({size:.0f} MB)", figure))
    return rows


def measure(settings, say):
    return reference(settings, say) + others(settings, say)
