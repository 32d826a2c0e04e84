"""How fast an event file is read that is there already, beside TensorBoard's readers of the same file."""

import importlib.util
import math
import random
import re
import struct
import subprocess
import sys

from harness import logs
from harness.catchup import read_once, warm
from harness.table import Row, at_least, median

TAGS = ("train/loss", "train/learning_rate", "train/grad_norm", "train/own_number")
PYTHON = """
import sys, time
from tensorboard.backend.event_processing import event_file_loader
start = time.monotonic()
count = sum(1 for _ in event_file_loader.EventFileLoader(sys.argv[1]).Load())
print(count, time.monotonic() - start)
"""


def crc_table():
    table = []
    for n in range(256):
        for _ in range(8):
            n = n >> 1 ^ (0x82F63B78 if n & 1 else 0)
        table.append(n)
    return table


TABLE = crc_table()


def checksum(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc = TABLE[(crc ^ byte) & 255] ^ crc >> 8
    crc ^= 0xFFFFFFFF
    return struct.pack("<I", ((crc >> 15 | crc << 17) + 0xA282EAD8) & 0xFFFFFFFF)


def varint(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    return bytes(out + bytes([n]))


def frame(payload):
    length = struct.pack("<Q", len(payload))
    return length + checksum(length) + payload + checksum(payload)


def event(at, step, tag, value):
    name = tag.encode()
    number = b"\x0a" + varint(len(name)) + name + b"\x15" + struct.pack("<f", value)
    summary = b"\x0a" + varint(len(number)) + number
    return b"\x09" + struct.pack("<d", at) + b"\x10" + varint(step) + b"\x2a" + varint(len(summary)) + summary


def run(directory, steps):
    """A run directory with an event file of so many steps, four scalars each."""
    path = directory / f"events.out.tfevents.{int(logs.START)}.bench.1.0"
    if not path.exists():
        directory.mkdir(parents=True, exist_ok=True)
        rng = random.Random(6)
        part = directory / "part"
        with part.open("wb", buffering=1 << 20) as file:
            file.write(frame(b"\x09" + struct.pack("<d", logs.START) + b"\x1a\x0dbrain.Event:2"))
            for step in range(1, steps + 1):
                values = (1 + 2 * math.exp(-5 * step / steps), 1e-3, rng.random(), rng.random())
                for tag, value in zip(TAGS, values):
                    file.write(frame(event(logs.START + step, step, tag, value)))
        part.rename(path)
    return path


def python_loader(path):
    out = subprocess.run([sys.executable, "-c", PYTHON, str(path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True, text=True)
    return float(out.stdout.split()[-1])


def data_server(path):
    """Seconds of the load cycle of TensorBoard's data server, which is written in Rust."""
    import tensorboard_data_server

    command = [tensorboard_data_server.server_binary(), f"--logdir={path.parent}", "--reload=once", "--port=0", "-vv"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as server:
        try:
            for line in server.stderr:
                if found := re.search(r"Finished load cycle \(([\d.]+)(ms|s|µs)\)", line):
                    return float(found[1]) * {"s": 1, "ms": 1e-3, "µs": 1e-6}[found[2]]
        finally:
            server.kill()
    raise RuntimeError("the data server ended early")


def measure(settings, say):
    steps = settings.lines // 2
    path = run(logs.OUT / f"events-{steps}", steps)
    size = path.stat().st_size / 1e6
    warm(path)
    say("events: event files")
    seconds = median([read_once(path.parent, steps, newest=90)[0] for _ in range(settings.rounds)])
    rows = [at_least(f"read an event file of {len(TAGS) * steps:,} scalars ({size:.0f} MB)", size / seconds, 100, "{:.0f} MB/s")]
    for name, package, reader, limit in (
        ("TensorBoard's loader (Python)", "tensorboard", python_loader, 5),
        ("TensorBoard's data server (Rust)", "tensorboard_data_server", data_server, None),
    ):
        if importlib.util.find_spec(package) is None:
            rows.append(Row(f"… {name}", "not installed"))
            continue
        other = median([reader(path) for _ in range(min(3, settings.rounds))])
        rows.append(Row(f"… {name} on the same file", f"{other:.2f} s, {size / other:.0f} MB/s"))
        if limit:
            rows.append(at_least(f"… times as fast as {name}", other / seconds, limit, "{:.1f} ×"))
    return rows
