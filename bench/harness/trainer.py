"""How fast the trainer trains, what its monitor costs any DJL program, and that its memory does not grow."""

import json
import os
import pathlib
import subprocess

from harness import logs
from harness.exporter import Failed
from harness.table import Row, at_least, at_most, median

ROOT = pathlib.Path(__file__).resolve().parents[2]
TARGET = ROOT / "trainer" / "target"
FLAGS = ["-Xmx512m", "-XX:+UseSerialGC", "-Dai.djl.offline=true", "-Dai.djl.pytorch.num_threads=1", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn"]
# network: (its name, steps a second at the least, what share of the spiral's steps are measured)
NETWORKS = {"spiral": ("spiral MLP 2-64-64-3, batch 32", 1000, 1), "digits": ("digit CNN 8/16, 64 units, batch 64", 80, 1 / 8)}


def java(*arguments):
    """What the bench printed, an object a line."""
    if not (TARGET / "trainer.jar").exists():
        raise Failed("trainer/target/trainer.jar is missing: mvn -B package")
    (logs.OUT / "trainer").mkdir(parents=True, exist_ok=True)
    home = os.environ.get("JAVA_HOME")
    command = [f"{home}/bin/java" if home else "java", *FLAGS, "-cp", f"{TARGET}/trainer.jar:{TARGET}/lib/*"]
    environment = {**os.environ, "OPT_OUT_TRACKING": "true", "DJL_CACHE_DIR": str(TARGET / "djl")}
    command += [str(ROOT / "bench" / "trainer" / "TrainerBench.java"), *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    if done.returncode:
        raise Failed(f"TrainerBench ended with {done.returncode}")
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def speed(network, rounds, steps):
    name, least, share = NETWORKS[network]
    told = [t for t in java("speed", network, rounds, max(10, int(steps * share))) if t["round"] > 0]
    rate = {w: median([t["steps"] / t["seconds"] for t in told if t["what"] == w]) for w in ("bare", "monitored", "trainer")}
    cost = {w: median([t["cpu"] / t["steps"] for t in told if t["what"] == w]) for w in ("bare", "monitored", "trainer")}
    return [
        at_least(f"the trainer, {name}, all it does", rate["trainer"], least, "{:,.0f} steps/s"),
        Row("… by the processor time of its thread", f"{1 / cost['trainer']:,.0f} steps/s"),
        Row("… plain DJL, bare and monitored", f"{rate['bare']:,.0f} and {rate['monitored']:,.0f} steps/s"),
        at_most("… what the monitor adds to it, by processor time", 100 * (cost["monitored"] / cost["bare"] - 1), 20, "{:.0f} %"),
    ]


def memory(steps):
    told = java("memory", steps)
    early, late = told[1], told[-1]
    growth = (late["rss_kib"] - early["rss_kib"]) / 1024
    arrays = max(t["arrays"] for t in told[1:])
    return [
        Row(f"resident after {early['step']:,} and {late['step']:,} steps", f"{early['rss_kib'] / 1024:.0f} and {late['rss_kib'] / 1024:.0f} MiB"),
        at_most("… growth", growth, 10, "{:+.0f} MiB"),
        Row("… arrays of the engine, at most", f"{arrays}"),
    ]


def measure(settings, say):
    rows = []
    for network in NETWORKS:
        say(f"trainer: {network}, {settings.rounds} rounds")
        rows += speed(network, settings.rounds, settings.lines // 250)
    steps = settings.lines // 10
    say(f"trainer: memory over {steps:,} steps")
    return rows + memory(steps)
