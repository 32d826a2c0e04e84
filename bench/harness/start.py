"""How long from the start of the process to the first scrape that has the run."""

from harness import logs
from harness.exporter import Exporter, major_version
from harness.table import Row, at_most, median

LIMIT = 0.5 if major_version() >= 25 else 0.7  # seconds, by the Java that ./run starts


def measure(settings, say):
    directory = logs.with_validations(logs.reference(logs.OUT / "small", 200), 200, every=50)
    say(f"start: {settings.starts} times")
    taken = []
    for _ in range(settings.starts):
        with Exporter(str(directory)) as exporter:
            exporter.wait("training_step on /metrics", lambda: b"training_step{" in (exporter.get() or b""), 30, 0.002)
            taken.append(exporter.now())
    return [
        at_most(f"start → first good scrape, small log, median of {settings.starts}", median(taken), LIMIT, "{:.2f} s"),
        Row("… longest", f"{max(taken):.2f} s"),
    ]
