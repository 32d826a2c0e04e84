"""How fast the same records are read as JSON lines, as CSV and as text."""

import datetime
import json
import random

from harness import logs, rivals
from harness.catchup import read_once, warm
from harness.exporter import Failed
from harness.table import Row, at_least, at_most, median

KEYS = ("timestamp", "step", "loss", "lr", "grad_norm", "tokens_per_sec")


def records(lines, seed=6):
    rng = random.Random(seed)
    for step in range(1, lines + 1):
        loss, norm, speed = 0.6 + 2 * rng.random(), 0.5 + rng.random(), rng.randrange(90_000, 99_999)
        yield dict(zip(KEYS, (round(logs.START + step, 3), step, round(loss, 6), 3e-4 * (1 - step / (lines + 1)), round(norm, 4), speed)))


def json_line(record):
    return json.dumps(record) + "\n"


def csv_line(record):
    return ",".join(str(value) for value in record.values()) + "\n"


def text_line(record):
    time = datetime.datetime.fromtimestamp(record["timestamp"], datetime.timezone.utc)
    stamp = time.strftime("%Y-%m-%d %H:%M:%S") + f",{time.microsecond // 1000:03}"
    return (
        f"{stamp} - INFO - train - step {record['step']} | loss {record['loss']:.6f} | lr {record['lr']:.4e} "
        f"| grad_norm {record['grad_norm']:.4f} | tokens_per_sec {record['tokens_per_sec']}\n"
    )


FORMATS = {
    "JSON lines": ("train.jsonl", "", json_line),
    "CSV": ("train.csv", ",".join(KEYS) + "\n", csv_line),
    "text": ("train.log", "", text_line),
}


# What Python reads them with.
READERS = {"CSV": "csv", "text": "text"}


def written(name, lines):
    file_name, header, line = FORMATS[name]
    directory = logs.OUT / f"format-{file_name.partition('.')[2]}-{lines}"

    def write(file):
        file.write(header)
        for record in records(lines):
            file.write(line(record))

    logs.once(directory / file_name, write)
    return directory, directory / file_name


def measure(settings, say):
    lines = settings.lines * 4 // 5
    rows, of_json = [], None
    limits = {"text": 3}
    for name in FORMATS:
        say(f"formats: {name}")
        directory, log = written(name, lines)
        warm(log)
        seconds = median([read_once(directory, lines)[0] for _ in range(settings.rounds)])
        size = log.stat().st_size
        each, line = seconds / lines * 1e9, size / lines
        what = f"{lines:,} records of {len(KEYS)} numbers as {name} ({size / 1e6:.0f} MB)"
        rows.append(Row(what, f"{seconds:.2f} s, {size / seconds / 1e6:.0f} MB/s, {each:.0f} ns a record"))
        if name in READERS:
            read = rivals.of_program("lines.py", READERS[name])
            runs = [read(log) for _ in range(min(3, settings.rounds))]
            if rivals.program_step(runs[0]) != lines:
                raise Failed(f"Python did not read all of {log}")
            python = median([rivals.own_seconds(run) for run in runs])
            rows.append(at_least(f"… times as fast as Python ({READERS[name]})", python / seconds, 5, "{:.1f} ×"))
        if of_json is None:
            of_json = each / line
        elif name in limits:
            rows.append(at_most("… a byte of it against one of JSON lines", each / line / of_json, limits[name], "{:.1f} ×"))
    return rows
