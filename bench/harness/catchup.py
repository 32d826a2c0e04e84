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


def read_once(directory, steps, newest=None):
    """
    (seconds of the first pass, seconds from process start to its end, bytes); checked by what /metrics says.

    An event file's newest step counts only after some seconds of silence, so that step may be waited for.
    """
    with Exporter(str(directory)) as exporter:
        ((at, match),) = exporter.first_passes()
        exporter.ready()
        found = list(exporter.samples("training_step").values())
        if newest and found == [steps - 1]:
            exporter.wait(f"step {steps}", lambda: list(exporter.samples("training_step").values()) == [steps], newest, 0.2)
        elif found != [steps]:
            raise Failed(f"training_step is {found} where {directory} has {steps}")
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
        rivals.agree({name: runs[-1] for name, runs in others.items()}, log)
    seconds, started = median([p[0] for p in passes]), median([p[1] for p in passes])
    rows = [
        at_most(f"{what(settings, size)}: first byte to last record, median of {settings.rounds}", seconds, settings.lines / 1e6, "{:.2f} s"),
        Row("… the same, as speed", f"{size / seconds:.0f} MB/s"),
        Row("… best; file not in the page cache", f"{min(p[0] for p in passes):.2f} s; {cold[0]:.2f} s"),
        Row("… from process start", f"{started:.2f} s"),
    ]
    for name, runs in others.items():
        rows += compared(name, runs, size, seconds, started)
    return rows + [Row(f"… {name}", "not installed") for name in rivals.missing()]


def what(settings, size):
    return f"catch up on {settings.lines:,} lines ({size:.0f} MB)"


# The exporter is to be so many times as fast as a process of theirs; or to read in so much of their time.
TIMES = {"mtail": 20, "Python's json": 6}
SHARES = {"Polars' scan_ndjson": 1}


def compared(name, runs, size, seconds, started):
    """A reader's own figures, and the exporter's beside them."""
    wall, cpu = median([r.wall for r in runs]), median([r.cpu for r in runs])
    own = [rivals.own_seconds(r) for r in runs]
    alone = median(own) if None not in own else None
    figure = f"{wall:.2f} s ({cpu:.2f} s of CPU), {size / wall:.0f} MB/s"
    rows = [Row(f"… {name} on the same file", figure + (f"; the reading alone {alone:.2f} s" if alone else ""))]
    if name in TIMES:
        rows.append(at_least(f"… times as fast as {name}", wall / seconds, TIMES[name], "{:.1f} ×"))
    if name in SHARES and alone:
        rows.append(at_most(f"… the exporter's reading against that of {name}", seconds / alone, SHARES[name], "{:.2f} ×"))
        rows.append(at_most("… from the start of both processes", started / wall, 2 * SHARES[name], "{:.2f} ×"))
    return rows


def others(settings, say):
    lines = settings.lines // 10
    made = {
        "LLaMA-Factory": other_logs.llama_factory(logs.OUT / f"llama-factory-{lines}", lines),
        "ms-swift": other_logs.ms_swift(logs.OUT / f"ms-swift-{lines}", lines),
        "LLaMA-Factory, ten times as long": other_logs.llama_factory(logs.OUT / f"llama-factory-{10 * lines}", 10 * lines),
        "200 keys a record": other_logs.wide(logs.OUT / f"wide-{lines}", lines),
    }
    rows = []
    for name, directory in made.items():
        say(f"catchup: {name}")
        (log,) = directory.glob("*.jsonl")
        warm(log)
        steps = 10 * lines if "ten times" in name else lines
        passes = [read_once(directory, steps) for _ in range(settings.rounds)]
        python = median([rivals.python(log).wall for _ in range(min(3, settings.rounds))])
        seconds, size = median([p[0] for p in passes]), log.stat().st_size / 1e6
        started = median([p[1] for p in passes])
        figure = f"{seconds:.2f} s, {size / seconds:.0f} MB/s; {started:.2f} s from process start"
        rows.append(Row(f"catch up on {steps:,} lines of {name} ({size:.0f} MB)", figure))
        rows.append(at_least("… times as fast as Python's json", python / seconds, 5, "{:.1f} ×"))
    return rows


def measure(settings, say):
    return reference(settings, say) + others(settings, say)
