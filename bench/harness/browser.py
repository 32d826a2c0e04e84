"""What a browser does with the page: how soon the first curve is there, what a live run costs, how fast curves move."""

import json
import shutil
import threading
import time

from harness import logs, proc
from harness.chromium import Chromium
from harness.exporter import Exporter, Failed
from harness.table import Row, at_least, at_most, median

# What Chromium's developer tools call Fast 4G.
FAST_4G = {"offline": False, "latency": 165, "downloadThroughput": 1_012_500, "uploadThroughput": 168_750}
SLOWDOWN = 4
VISITS = 5

# Notes when the first curve is drawn, in milliseconds since the address was entered.
WATCH = """
new MutationObserver((_, observer) => {
  if (!document.querySelector("figure[data-plot][data-drawn]")) return;
  observer.disconnect();
  requestAnimationFrame(() => { window.firstCurve = performance.now(); });
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-drawn"] });
"""
UNTIL = "new Promise((done) => { const look = () => (%s) ? done(%s) : setTimeout(look, 20); look(); })"

# Draws a line of so many points in each frame for three seconds, each time another part of it.
DRAW = """
(async () => {
  const base = document.querySelector("script[type=module]").src.replace(/main.js$/, "");
  const [{ ChartCanvas }, { readTheme }] = await Promise.all(["canvas", "theme"].map((name) => import(`${base}chart/${name}.js`)));
  const parent = document.body.appendChild(document.createElement("div"));
  parent.style.cssText = "position:fixed;inset:0;z-index:9;background:white";
  const chart = new ChartCanvas(parent);
  const theme = readTheme();
  const x = Array.from({ length: POINTS }, (_, i) => i);
  const y = x.map((i) => Math.exp(-i / POINTS) + Math.random() / 5);
  const axis = (min, max) => ({ min, max, ticks: [min, max], format: String });
  const spent = [];
  let frame = 0;
  const start = performance.now();
  while (performance.now() - start < 3000) {
    await new Promise(requestAnimationFrame);
    const before = performance.now();
    const scene = { x: axis(frame * 10, POINTS), y: axis(0, 1.5), lines: [{ x, y, colour: theme.runs[0] }] };
    chart.draw({ scene, theme, width: 700, height: 256 });
    spent.push(performance.now() - before);
    frame++;
  }
  return { frames: (1000 * frame) / (performance.now() - start), spent };
})()
"""


def first_curve(chromium, exporter):
    page = chromium.page()
    page.send("Page.enable")
    page.send("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
    page.send("Network.enable")
    page.send("Network.emulateNetworkConditions", **FAST_4G)
    page.send("Emulation.setCPUThrottlingRate", rate=SLOWDOWN)
    page.send("Page.navigate", url=f"http://127.0.0.1:{exporter.port}/")
    time.sleep(0.2)
    seconds = page.evaluate(UNTIL % ("window.firstCurve", "window.firstCurve")) / 1000
    time.sleep(1.5)
    entries = page.evaluate("performance.getEntriesByType('resource').map((one) => one.transferSize)")
    own = page.evaluate("performance.getEntriesByType('navigation')[0].transferSize")
    page.send("Page.close")
    return seconds, sum(entries) + own, len(entries) + 1


class Trainer(threading.Thread):
    """Logs ten lines a second that fill twelve plots."""

    def __init__(self, log):
        super().__init__(daemon=True)
        self.log = log
        self.stopped = threading.Event()
        self.step = 0
        with log.open("w") as file:
            file.write('{"max_steps": 100000}\n')
            for _ in range(3000):
                file.write(self.line(time.time() - 300 + self.step / 10))

    def line(self, at):
        self.step += 1
        share = 1 / (1 + self.step / 1000)
        record = {
            "step": self.step, "loss": 1 + share + self.step % 7 / 50, "aux_loss": share / 9, "learning_rate": 1e-4 * share,
            "grad_norm": 1 + self.step % 11 / 20, "steps_per_sec": 10 + self.step % 3 / 9, "tokens_per_second": 9000 + self.step % 13,
            "accuracy": 1 - share / 2, "reward": self.step % 17 / 17, "episode_length": 100 + self.step % 19,
            "epoch": self.step / 1000, "timestamp": at,
        }  # fmt: skip
        if self.step % 200 == 0:
            record["eval_loss"] = 1.1 + share
        return json.dumps(record) + "\n"

    def run(self):
        while not self.stopped.wait(0.1):
            with self.log.open("a") as file:
                file.write(self.line(time.time()))


def live(chromium, seconds):
    run = logs.OUT / "browser" / "live"
    shutil.rmtree(run.parent, ignore_errors=True)
    run.mkdir(parents=True)
    trainer = Trainer(run / "train.jsonl")
    with Exporter(str(run.parent), "--gpu=off") as exporter:
        exporter.first_passes(1)
        exporter.ready()
        trainer.start()
        page = chromium.page()
        page.send("Page.navigate", url=f"http://127.0.0.1:{exporter.port}/")
        time.sleep(8)
        plots = page.evaluate("document.querySelectorAll('figure[data-plot][data-drawn]').length")
        if plots < 12:
            raise Failed(f"only {plots} plots are drawn")

        def spent():
            busy = [pid for pid, (kind, _) in chromium.processes().items() if kind == "renderer"]
            return sum(proc.cpu_seconds(f"{pid}/task/{pid}") for pid in busy), sum(proc.cpu_seconds(pid) for pid in busy)

        last = "Number(document.querySelector('figure[data-plot=loss]').dataset.lastStep)"
        before, step, began = spent(), page.evaluate(last), time.monotonic()
        time.sleep(seconds)
        after, grown, elapsed = spent(), page.evaluate(last) - step, time.monotonic() - began
        page.send("Page.close")
    trainer.stopped.set()
    shutil.rmtree(run.parent)
    if grown < 8 * elapsed:
        raise Failed(f"the curve grew by {grown} points in {elapsed:.0f} s")
    return plots, [100 * (b - a) / elapsed for a, b in zip(before, after)]


def measure(settings, say):
    say(f"browser: {settings.lines:,} lines in Chromium")
    whole = logs.reference(logs.OUT / f"reference-{settings.lines}", settings.lines)
    with Chromium(1440, 900) as chromium, Exporter(str(whole), "--gpu=off") as exporter:
        exporter.first_passes(1)
        exporter.ready()
        exporter.wait("curves", lambda: exporter.get("/api/plots") is not None, 300)  # they are read once for all
        visits = [first_curve(chromium, exporter) for _ in range(VISITS)]
        page = chromium.page()
        page.send("Page.navigate", url=f"http://127.0.0.1:{exporter.port}/")
        time.sleep(3)
        drawn = page.evaluate(DRAW.replace("POINTS", "100000"))
    with Chromium(1440, 3200) as chromium:
        plots, (thread, process) = live(chromium, settings.idle)
    curve, size, requests = median([visit[0] for visit in visits]), max(visit[1] for visit in visits), max(visit[2] for visit in visits)
    fastest = min(visit[0] for visit in visits)
    return [
        at_most(f"the page in Chromium at Fast 4G, {SLOWDOWN} × slower: first curve of {settings.lines:,} lines, median of {VISITS}", curve, 1, "{:.2f} s"),
        Row("… the fastest of them", f"{fastest:.2f} s"),
        Row("… its first visit", f"{size / 1000:.0f} kB, {requests} requests", "≤ 200 kB, ≤ 25 requests", size <= 200_000 and requests <= 25),
        at_most(f"… ten lines a second in {plots} visible plots: the page's process", process, 5, "{:.1f} % of a core"),
        Row("… of which its main thread", f"{thread:.1f} % of a core"),
        at_least("… a curve of 100,000 points, another part of it in each frame", drawn["frames"], 58, "{:.0f} frames/s"),
        Row("… drawing one: median, 95 %", f"{median(drawn['spent']):.1f} ms, {sorted(drawn['spent'])[int(0.95 * len(drawn['spent']))]:.1f} ms"),
    ]
