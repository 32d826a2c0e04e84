"""What Python's json is measured with: every line of a log, and the training signals picked from it."""

import json
import sys

SIGNALS = ("step", "epoch", "loss", "aux_loss", "grad_norm", "learning_rate", "steps_per_sec", "eta_seconds", "timestamp")

last = dict.fromkeys(SIGNALS)
records = 0
with open(sys.argv[1], "rb") as log:
    for line in log:
        record = json.loads(line)
        for signal in SIGNALS:
            value = record.get(signal)
            if value is not None:
                last[signal] = value
        records += 1
print(last["step"] if last["step"] is not None else records)
