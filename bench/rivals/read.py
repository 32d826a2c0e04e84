"""What JSON parsers for Python are measured with: every line of a log, the training signals picked from it, and four figures.

    read.py json|orjson|simdjson LOG

Prints one line of JSON: how many records there are, the largest step, the newest loss, the mean loss, and the seconds from the
first byte to these figures.
"""

import json
import sys
import time

SIGNALS = ("step", "epoch", "loss", "aux_loss", "grad_norm", "learning_rate", "steps_per_sec", "eta_seconds", "timestamp")


def parser(name):
    if name == "orjson":
        import orjson

        return orjson.loads
    if name == "simdjson":
        import simdjson

        return simdjson.Parser().parse
    return json.loads


parse = parser(sys.argv[1])
began = time.perf_counter()
last = dict.fromkeys(SIGNALS)
records, most, losses, total = 0, 0, 0, 0.0
with open(sys.argv[2], "rb") as log:
    for line in log:
        record = None  # simdjson reads one document at a time
        record = parse(line)
        for signal in SIGNALS:
            value = record.get(signal)
            if value is not None:
                last[signal] = value
        if (step := record.get("step")) is not None and step > most:
            most = step
        if (loss := record.get("loss")) is not None:
            losses += 1
            total += loss
        records += 1
seconds = time.perf_counter() - began
print(json.dumps({"records": records, "step": most or records, "loss": last["loss"], "mean": total / max(1, losses), "seconds": seconds}))
