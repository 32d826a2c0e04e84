"""What Polars and DuckDB are measured with: the same four figures of a log of JSON lines as read.py prints.

    frames.py polars|duckdb LOG
"""

import json
import sys
import time

name, log = sys.argv[1:]
if name == "polars":
    import polars

    began = time.perf_counter()
    found = (
        polars.scan_ndjson(log)
        .select(
            polars.len().alias("records"),
            polars.col("step").max(),
            polars.col("loss").last(),
            polars.col("loss").mean().alias("mean"),
        )
        .collect()
        .row(0)
    )
else:
    import duckdb

    began = time.perf_counter()
    found = duckdb.execute(
        "SELECT count(*), max(step), arg_max(loss, step), avg(loss) FROM read_json(?, format = 'newline_delimited')", [log]
    ).fetchone()
seconds = time.perf_counter() - began
print(json.dumps(dict(zip(("records", "step", "loss", "mean"), found)) | {"seconds": seconds}))
