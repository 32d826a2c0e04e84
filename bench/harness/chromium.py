"""Chromium without a window, driven through its debugging pipe."""

import contextlib
import itertools
import json
import os
import shutil
import subprocess
import tempfile
import threading

from harness.exporter import Failed

COMMANDS = ("chromium", "chromium-browser", "google-chrome")


class Chromium(contextlib.AbstractContextManager):
    def __init__(self, width, height):
        command = next(filter(None, map(shutil.which, COMMANDS)), None)
        if command is None:
            raise Failed("chromium is missing")
        self.profile = tempfile.mkdtemp(prefix="bench-chromium-")
        (ours, self.to), (self.back, theirs) = os.pipe(), os.pipe()
        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
        size = f"--window-size={width},{height}"
        # The pipe's ends have to be 3 and 4 in the browser.
        shell = f'exec "$@" 3<&{ours} 4>&{theirs}'
        self.process = subprocess.Popen(
            ["bash", "-c", shell, "bash", command, *flags, size, "--remote-debugging-pipe", f"--user-data-dir={self.profile}", "about:blank"],
            pass_fds=(ours, theirs), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(ours)
        os.close(theirs)
        self.ids = itertools.count(1)
        self.answers = {}
        self.answered = threading.Condition()
        threading.Thread(target=self._read, daemon=True).start()
        self.size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}

    def _read(self):
        with os.fdopen(self.back, "rb") as pipe:
            rest = b""
            while chunk := pipe.read1(1 << 16):
                *messages, rest = (rest + chunk).split(b"\0")
                for message in map(json.loads, messages):
                    if "id" in message:
                        with self.answered:
                            self.answers[message["id"]] = message
                            self.answered.notify_all()

    def send(self, method, session=None, timeout=60, **params):
        number = next(self.ids)
        message = {"id": number, "method": method, "params": params, **({"sessionId": session} if session else {})}
        os.write(self.to, json.dumps(message).encode() + b"\0")
        with self.answered:
            if not self.answered.wait_for(lambda: number in self.answers, timeout):
                raise Failed(f"chromium does not answer {method}")
            answer = self.answers.pop(number)
        if "error" in answer:
            raise Failed(f"{method}: {answer['error']['message']}")
        return answer["result"]

    def page(self):
        """A page that has loaded nothing, with a cache of its own."""
        context = self.send("Target.createBrowserContext")["browserContextId"]
        target = self.send("Target.createTarget", url="about:blank", browserContextId=context)["targetId"]
        page = Page(self, self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])
        page.send("Emulation.setDeviceMetricsOverride", **self.size)
        return page

    def processes(self):
        """{process: (its type, seconds of processor time)}"""
        found = self.send("SystemInfo.getProcessInfo")["processInfo"]
        return {one["id"]: (one["type"], one["cpuTime"]) for one in found}

    def __exit__(self, *_):
        with contextlib.suppress(Failed, OSError):
            self.send("Browser.close", timeout=5)
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(5)
        self.process.kill()
        shutil.rmtree(self.profile, ignore_errors=True)


class Page:
    def __init__(self, chromium, session):
        self.chromium, self.session = chromium, session

    def send(self, method, **params):
        return self.chromium.send(method, self.session, **params)

    def evaluate(self, script):
        """The value of an expression, or what its promise brings."""
        done = self.send("Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in done:
            raise Failed(f"the page says: {done['exceptionDetails']}")
        return done["result"].get("value")
