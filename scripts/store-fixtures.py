#!/usr/bin/env python3
"""Makes the small runs of W&B, MLflow and DVCLive that tests read, and what these packages' own readers say of them.

usage: scripts/store-fixtures.py    writes to exporter/src/test/resources/stores
needs: pip install wandb==0.21.0 mlflow-skinny==3.17.2 dvclive==3.49.1    (nothing is sent anywhere)
"""

import json
import math
import os
import pathlib
import shutil
import sys
import tempfile

TO = pathlib.Path(__file__).resolve().parent.parent / "exporter/src/test/resources/stores"
os.environ |= {"WANDB_MODE": "offline", "WANDB_SILENT": "true", "WANDB_ERROR_REPORTING": "false", "WANDB_DISABLE_GIT": "true"}
os.environ |= {"WANDB_DISABLE_CODE": "true", "WANDB_CONSOLE": "off", "WANDB_HOST": "trainer", "WANDB_PROGRAM": "train.py"}
os.environ |= {"WANDB_USERNAME": "someone", "WANDB_X_DISABLE_STATS": "true", "WANDB_X_DISABLE_META": "true"}
os.environ |= {"MLFLOW_ENABLE_ASYNC_LOGGING": "false", "MLFLOW_ALLOW_FILE_STORE": "true", "GIT_PYTHON_REFRESH": "quiet"}


def plain(value):
    """A number as JSON has it; what is not finite as a text."""
    return value if not isinstance(value, float) or math.isfinite(value) else str(value)


def wandb_runs(work):
    import wandb

    for name, rows, code in [("finished", 60, 0), ("failed", 5, 1)]:
        note = "long " * 9000 if name == "finished" else "short"  # so that a message goes over several blocks
        config = {"batch_size": 64, "optim": {"name": "adam", "betas": [0.9, 0.95]}, "api_key": "s3cr3t", "note": note}
        run = wandb.init(project="toy", id=name + "0", name=f"toy-{name}", dir=work, config=config)
        for i in range(rows):
            row = {"train": {"loss": 2.5 - i / 32}, "lr": 0.001, "epoch": i // 10}
            if i % 10 == 9:
                row["val/loss"] = 2.75 - i / 32
            if name == "failed" and i == 4:
                row["train"]["loss"] = float("nan")
            run.log(row, step=10 * i)
        run.config.update({"late": "yes"})
        run.finish(exit_code=code)
    for file in sorted(pathlib.Path(work, "wandb").glob("offline-run-*/run-*.wandb")):
        name = file.stem.removeprefix("run-").removesuffix("0")
        shutil.copy(file, TO / "wandb" / f"{name}.wandb")
        (TO / "wandb" / f"{name}.json").write_text(json.dumps(read_wandb(file), indent=1) + "\n")


def read_wandb(file):
    import wandb
    from wandb.proto import wandb_internal_pb2 as proto
    from wandb.sdk.internal.datastore import DataStore

    wandb._assert_is_internal_process = True
    store = DataStore()
    store.open_for_scan(str(file))
    said = {"records": 0, "history": [], "config": {}, "name": "", "exit_code": None}
    while (data := store.scan_data()) is not None:
        record = proto.Record()
        record.ParseFromString(data)
        said["records"] += 1
        kind = record.WhichOneof("record_type")
        if kind == "run":
            said["name"] = record.run.display_name
        if kind in ("run", "config"):
            update = record.run.config.update if kind == "run" else record.config.update
            said["config"] |= {i.key or ".".join(i.nested_key): json.loads(i.value_json) for i in update}
        if kind == "history":
            said["history"].append({".".join(i.nested_key) or i.key: plain(json.loads(i.value_json)) for i in record.history.item})
        if kind == "exit":
            said["exit_code"] = record.exit.exit_code
    said["config"] = {k: v for k, v in said["config"].items() if not k.startswith("_wandb") and k != "note"}
    return said


def mlflow_runs(work):
    from mlflow.tracking import MlflowClient

    store = pathlib.Path(work, "mlruns")
    client = MlflowClient(tracking_uri=store.as_uri())
    experiment = client.create_experiment("toy", artifact_location="file:///models")
    said = {}
    for name, status in [("finished", "FINISHED"), ("failed", "FAILED"), ("killed", "KILLED"), ("deleted", "FINISHED")]:
        run = client.create_run(experiment, start_time=1763799300000, run_name=f"toy-{name}").info.run_id
        for key, value in {"batch_size": 64, "optim/name": "adam"}.items():
            client.log_param(run, key, value)
        client.set_tag(run, "team", "vision")
        for i in range(12):
            at = 1763799300000 + 60000 * i
            client.log_metric(run, "train/loss", 2.5 - i / 8 if i != 5 else float("nan"), timestamp=at, step=10 * i)
            client.log_metric(run, "lr", 0.001, timestamp=at, step=10 * i)
            if i % 4 == 3:
                client.log_metric(run, "val_loss", 2.75 - i / 8, timestamp=at + 30000, step=10 * i)
        client.set_terminated(run, status, end_time=1763800200000)
        if name == "deleted":
            client.delete_run(run)
            continue
        read = client.get_run(run)
        metrics = {m: [[h.timestamp, plain(h.value), h.step] for h in client.get_metric_history(run, m)] for m in read.data.metrics}
        tags = {k: v for k, v in read.data.tags.items() if not k.startswith("mlflow.")}
        said[run] = {"name": read.info.run_name, "status": read.info.status, "start": read.info.start_time, "end": read.info.end_time}
        said[run] |= {"settings": read.data.params | tags, "metrics": metrics}
    shutil.copytree(store, TO / "mlflow/mlruns", ignore=shutil.ignore_patterns(".trash", "models", "artifacts"))
    (TO / "mlflow/runs.json").write_text(json.dumps(said, indent=1, sort_keys=True) + "\n")


def dvclive_run(work):
    from dvclive import Live
    from dvclive.utils import parse_metrics

    os.chdir(work)
    live = Live("dvclive", save_dvc_exp=False, dvcyaml=None, report=None)
    live.log_params({"batch_size": 64, "optim": {"name": "adam"}})
    for i in range(12):
        live.log_metric("train/loss", 2.5 - i / 8)
        live.log_metric("epoch", i // 4, plot=False)
        if i % 4 == 3:
            live.log_metric("eval/loss", 2.75 - i / 8, timestamp=True)
        live.next_step()
    live.end()
    tables, summary = parse_metrics(live)
    said = {pathlib.Path(k).relative_to(pathlib.Path(live.plots_dir, "metrics")).as_posix().removesuffix(".tsv"): v for k, v in tables.items()}
    shutil.copytree("dvclive", TO / "dvclive/run", ignore=shutil.ignore_patterns(".gitignore", "dvc.yaml", "report.*"))
    (TO / "dvclive/run.json").write_text(json.dumps({"tables": said, "summary": summary}, indent=1, sort_keys=True) + "\n")


def main():
    shutil.rmtree(TO, ignore_errors=True)
    (TO / "wandb").mkdir(parents=True)
    (TO / "mlflow").mkdir()
    (TO / "dvclive").mkdir()
    with tempfile.TemporaryDirectory() as work:
        os.chdir(work)
        wandb_runs(work)
        mlflow_runs(work)
        dvclive_run(work)
        os.chdir("/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
