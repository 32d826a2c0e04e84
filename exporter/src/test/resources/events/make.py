#!/usr/bin/env python3
"""Makes the event files of this directory, and beside each directory of them what TensorBoard's own reader reads of it.
needs: pip install tensorboard tensorboardX numpy 'setuptools<80'     usage: make.py"""
import json, math, os, pathlib, random, shutil, struct, time

import numpy as np
from tensorboard.backend.event_processing import event_accumulator, event_file_loader
from tensorboard.compat.proto import event_pb2, graph_pb2, summary_pb2, tensor_pb2, types_pb2
from tensorboard.plugins.hparams import summary_v2 as hparams
from tensorboard.plugins.histogram import summary_v2 as histogram
from tensorboard.plugins.scalar import summary_v2 as scalar
from tensorboard.summary.writer.record_writer import RecordWriter
from tensorboard.util import tensor_util
from tensorboardX import SummaryWriter

HERE = pathlib.Path(__file__).resolve().parent
START = 1763800000.0
RANDOM = np.random.default_rng(7)


class Events:
    """A file of events with times of its own."""

    def __init__(self, directory, stamp=0, suffix=".0"):
        (HERE / directory).mkdir(exist_ok=True)
        self.path = HERE / directory / f"events.out.tfevents.{int(START) + stamp}.host.1{suffix}"
        self.records = RecordWriter(open(self.path, "wb"))
        self.add(event_pb2.Event(wall_time=START + stamp, file_version="brain.Event:2"))

    def add(self, event):
        self.records.write(event.SerializeToString())

    def summary(self, at, step, summary):
        self.add(event_pb2.Event(wall_time=START + at, step=step, summary=summary))

    def number(self, at, step, tag, value):
        self.summary(at, step, summary_pb2.Summary(value=[{"tag": tag, "simple_value": value}]))

    def tensor(self, at, step, tag, plugin, **tensor):
        value = summary_pb2.Summary.Value(tag=tag, tensor=tensor_pb2.TensorProto(**tensor))
        value.metadata.plugin_data.plugin_name = plugin
        self.summary(at, step, summary_pb2.Summary(value=[value]))

    def close(self):
        self.records.close()


def second_version():
    events = Events("second-version")
    events.summary(0, 0, hparams.hparams_pb({"lr": 0.001, "optimizer": "adam", "layers": 2, "amsgrad": False, "api_key": "k-1234"}, start_time_secs=START))
    for step in range(40):
        events.summary(step, step, scalar.scalar_pb("train/loss", 3 * math.exp(-step / 20)))
        if step % 10 == 9:
            events.summary(step + 0.5, step, scalar.scalar_pb("val/loss", 3.125 * math.exp(-step / 20)))
            events.summary(step + 0.5, step, histogram.histogram_pb("fc1/weight", RANDOM.normal(0, 1, 1000)))
            events.summary(step + 0.5, step, histogram.histogram_pb("fc1/bias", np.full(4, 0.25)))
    events.close()


def encodings():
    events = Events("encodings")
    events.add(event_pb2.Event(wall_time=START, graph_def=graph_pb2.GraphDef(node=[{"name": "n" * 1000, "op": "Const"}] * 270).SerializeToString()))
    t = types_pb2
    for step, x in enumerate([2.5, -0.125, 0.0, math.inf, math.nan, 1e-5]):
        half, brain = np.float16(x), np.frombuffer(struct.pack("<f", x)[2:], np.uint16)[0]
        events.number(step, step, "loss", x)
        events.tensor(step, step, "float_val", "scalars", dtype=t.DT_FLOAT, float_val=[x])
        events.tensor(step, step, "float_content", "scalars", dtype=t.DT_FLOAT, tensor_content=struct.pack("<f", x))
        events.tensor(step, step, "double_val", "scalars", dtype=t.DT_DOUBLE, double_val=[x])
        events.tensor(step, step, "double_content", "scalars", dtype=t.DT_DOUBLE, tensor_content=struct.pack("<d", x))
        events.tensor(step, step, "half_val", "scalars", dtype=t.DT_HALF, half_val=[int(half.view(np.uint16))])
        events.tensor(step, step, "half_content", "scalars", dtype=t.DT_HALF, tensor_content=half.tobytes())
        events.tensor(step, step, "int_val", "scalars", dtype=t.DT_INT32, int_val=[step - 3])
        events.tensor(step, step, "int64_content", "scalars", dtype=t.DT_INT64, tensor_content=struct.pack("<q", step << 40))
    events.close()


def tensorboard_x():
    real, time.time = time.time, lambda: START + 100  # the writer stamps its events itself
    try:
        shutil.rmtree(HERE / "tensorboardx", ignore_errors=True)
        writer = SummaryWriter(str(HERE / "tensorboardx"))
        writer.add_text("args", "lr=0.1")
        writer.add_image("picture", RANDOM.random((3, 24, 24)), 0)
        for step in range(0, 12, 3):
            at = START + 100 + step
            writer.add_scalar("Loss/train", 2.0 / (1 + step), step, walltime=at)
            writer.add_scalar("Accuracy/train", step / 40, step, walltime=at)
            writer.add_histogram("conv1.weight", RANDOM.normal(0, 0.1, 500), step, walltime=at)
            writer.add_histogram("conv1.weight/grad", RANDOM.normal(0, 0.01, 500), step, walltime=at)
        writer.close()
    finally:
        time.time = real
    for file in (HERE / "tensorboardx").iterdir():
        file.rename(file.with_name(f"events.out.tfevents.{int(START) + 100}.host"))


def restart():
    first = Events("restart")
    for step in range(10, 110, 10):
        first.number(step, step, "loss", 4 - step / 64)
    first.close()
    second = Events("restart", stamp=200, suffix=".1")
    for step in range(60, 160, 10):
        second.number(200 + step, step, "loss", 4 - step / 32)
    second.close()


def broken():
    events = Events("broken")
    for step in range(20):
        events.number(step, step, "train_loss", 2 - step / 16)
    events.close()
    content = bytearray(events.path.read_bytes())
    content[len(content) * 3 // 4] ^= 0x40
    events.path.write_bytes(content)


def read(directory):
    """Scalars and histograms by tag: [[wall time, step, value], ...]."""
    scalars, histograms = {}, {}
    files = sorted(p for p in directory.iterdir() if "tfevents" in p.name)
    for file in files:
        accumulator = event_accumulator.EventAccumulator(str(file), {"scalars": 0, "tensors": 0, "histograms": 0}, purge_orphaned_data=False)
        accumulator.Reload()
        for tag in accumulator.Tags()["scalars"]:
            scalars.setdefault(tag, []).extend([e.wall_time, e.step, shown(e.value)] for e in accumulator.Scalars(tag))
        for tag in accumulator.Tags()["histograms"]:
            histograms.setdefault(tag, []).extend(
                [e.wall_time, e.step, {"min": h.min, "max": h.max, "num": h.num, "sum": h.sum, "sum_squares": h.sum_squares, "limits": list(h.bucket_limit), "counts": list(h.bucket)}]
                for e in accumulator.Histograms(tag) for h in [e.histogram_value])
        for tag in accumulator.Tags()["tensors"]:
            plugin = accumulator.SummaryMetadata(tag).plugin_data.plugin_name
            for e in accumulator.Tensors(tag):
                if plugin == "scalars":
                    scalars.setdefault(tag, []).append([e.wall_time, e.step, shown(tensor_util.make_ndarray(e.tensor_proto).item())])
                elif plugin == "histograms":
                    histograms.setdefault(tag, []).append([e.wall_time, e.step, tensor_util.make_ndarray(e.tensor_proto).tolist()])
    return {"scalars": scalars, "histograms": histograms}


def shown(number):
    return number if math.isfinite(number) else str(number)


if __name__ == "__main__":
    for make in (second_version, encodings, tensorboard_x, restart, broken):
        make()
    for directory in sorted(p for p in HERE.iterdir() if p.is_dir()):
        (HERE / f"{directory.name}.json").write_text(json.dumps(read(directory)) + "\n")
