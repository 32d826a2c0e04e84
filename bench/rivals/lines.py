"""What Python's readers of CSV and of text are measured with: each number of each record becomes a float.

    lines.py csv|text LOG

Prints one line of JSON: how many records there are, the largest step, and the seconds from the first byte to these figures.
"""

import csv
import json
import re
import sys
import time

PAIR = re.compile(r"\| (\w+) ([-+.\deE]+)|(step) (\d+)")


def of_csv(log):
    for record in csv.DictReader(log):
        yield {key: float(value) for key, value in record.items()}


def of_text(log):
    for line in log:
        yield {key or step: float(value or count) for key, value, step, count in PAIR.findall(line)}


began = time.perf_counter()
records, most = 0, 0
with open(sys.argv[2], encoding="utf-8", newline="") as file:
    for one in (of_csv if sys.argv[1] == "csv" else of_text)(file):
        records += 1
        most = max(most, one["step"])
print(json.dumps({"records": records, "step": most, "seconds": time.perf_counter() - began}))
