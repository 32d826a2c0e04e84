#!/usr/bin/env python3
"""Measures the detection of spikes on a directory of logs: how many records of each log are spikes, and how many of the
spikes that are planted into copies of it are found. Prints one Markdown table.
usage: bench/spikes.py DIRECTORY [COMMAND ...]     COMMAND starts the exporter, by default ./run"""
import json, pathlib, re, shutil, subprocess, sys, tempfile, time, urllib.request

PORT = 19419
PLANTS = {"loss ×2": ("loss", 2), "loss ×3": ("loss", 3), "gradient norm ×5": ("gradient_norm", 5)}
AT = (0.3, 0.5, 0.7, 0.9)  # where in the log, one in each copy
ENOUGH = 20  # values that the detector must know
NUMBER = r"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?"


def main(directory, command):
    logs = sorted(p for p in pathlib.Path(directory).rglob("*") if p.is_file())
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        plants = []
        for number, log in enumerate(logs):
            keys = keys_of(log, command)
            if keys is None:
                continue
            run = f"{number:02d}"
            put(work, run, log, log.read_bytes())
            text = log.read_text(errors="surrogateescape")
            for name, (signal, factor) in PLANTS.items():
                values = places(text, log, keys.get("training_" + signal))
                numbers = [float(value[0]) for value in values]
                for share in AT:
                    at = calm(numbers, int(share * len(values)))
                    if at is not None:
                        _, start, end = values[at]
                        level = max(numbers[at - ENOUGH : at])
                        planted = f"{text[:start]}{factor * level!r}{text[end:]}"
                        copy = f"{run}-{len(plants)}"
                        put(work, copy, log, planted.encode(errors="surrogateescape"))
                        plants.append((run, copy, name, signal))
        counts = scrape(work, command, len(list(work.iterdir())))
    print(table(logs, plants, counts))


def calm(values, near):
    """
    The place near there that is farthest from any spike that the log has already, since what is within 20 records of a
    spike belongs to it. A planted spike is a multiple of the highest of the 20 values before it, as one sees in the curve.
    """
    def roughness(at):
        around = values[max(0, at - ENOUGH) : at + ENOUGH + 1]
        return max(around) / sorted(around)[len(around) // 2]

    allowed = [at for at in range(near - 15, near + 16) if ENOUGH < at < len(values) and min(values[at - ENOUGH : at + ENOUGH]) > 0]
    return min(allowed, key=roughness, default=None)


def put(work, run, log, content):
    (work / run).mkdir()
    (work / run / log.name).write_bytes(content)
    shutil.copystat(log, work / run / log.name)


def keys_of(log, command):
    """The log's keys by their metrics, none where it holds several attempts; None where it is no log."""
    read = subprocess.run([*command, "check", "--json", str(log)], capture_output=True, text=True)
    if read.returncode != 0:
        return None
    log = json.loads(read.stdout)[0]
    if log["attempts"]["restarts"] + log["attempts"]["rewinds"] > 0:
        return {}
    return {key["metric"]: key for key in reversed(log["keys"]) if key["metric"]}


def places(text, log, key):
    """Each value of a key, and where it stands in the text."""
    if key is None:
        return []
    if log.suffix == ".csv":
        return cells(text, key["key"])
    found = re.finditer(rf'"{re.escape(key["key"])}"\s*:\s*({NUMBER})', text)
    return [(m[1], *m.span(1)) for m in found][: key["values"]]  # a summary at the end says all again


def cells(text, key):
    lines = text.splitlines(keepends=True)
    names = [name.strip().strip('"') for name in lines[0].split(",")]
    if key not in names:
        return []
    found, offset = [], len(lines[0])
    for line in lines[1:]:
        row = line.rstrip("\r\n").split(",")
        i = names.index(key)
        if len(row) == len(names) and re.fullmatch(rf"\s*{NUMBER}\s*", row[i]):
            start = offset + sum(len(cell) + 1 for cell in row[:i])
            found.append((row[i], start, start + len(row[i])))
        offset += len(line)
    return found


def scrape(work, command, runs):
    """Spikes and training records by run."""
    server = subprocess.Popen([*command, str(work), f"--web.listen-address=127.0.0.1:{PORT}", "--gpu=off"],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(120):
            time.sleep(1)
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{PORT}/-/ready").read()
                break
            except OSError:
                continue
        page = urllib.request.urlopen(f"http://127.0.0.1:{PORT}/metrics").read().decode()
    finally:
        server.terminate()
        server.wait()
    counts = {}
    sample = r'^(training_spikes_total|training_records_total)\{run="([^"]*)",(?:signal|kind)="(\w+)",?\} (\S+)'
    for metric, run, label, value in re.findall(sample, page, re.M):
        counts[run, label] = int(float(value))
    return counts


def table(logs, plants, counts):
    rows = ["| log | training records | spikes | share | " + " | ".join(PLANTS) + " |", "|---|---|---|---|" + "---|" * len(PLANTS)]
    total = {"records": 0, "spikes": 0} | {name: [0, 0] for name in PLANTS}
    for number, log in enumerate(logs):
        run = f"{number:02d}"
        records = counts.get((run, "train"), 0)
        if records <= ENOUGH:
            continue
        spikes = counts.get((run, "loss"), 0) + counts.get((run, "gradient_norm"), 0)
        total["records"] += records
        total["spikes"] += spikes
        cell = []
        for name in PLANTS:
            tried = [(copy, signal) for of, copy, kind, signal in plants if of == run and kind == name]
            found = sum(counts.get((copy, signal), 0) > counts.get((run, signal), 0) for copy, signal in tried)
            total[name][0] += found
            total[name][1] += len(tried)
            cell.append(f"{found} of {len(tried)}" if tried else "")
        rows.append(f"| {log.parent.name} {number:02d} | {records:,} | {spikes} | {spikes / records:.2%} | " + " | ".join(cell) + " |")
    cell = [f"{total[name][0]} of {total[name][1]}" for name in PLANTS]
    rows.append(f"| all | {total['records']:,} | {total['spikes']} | {total['spikes'] / max(1, total['records']):.2%} | " + " | ".join(cell) + " |")
    return "\n".join(rows)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:] or ["./run"])
