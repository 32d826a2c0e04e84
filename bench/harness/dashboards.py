"""The queries of grafana/dashboards, filled in as Grafana fills them for a range that ends now."""

import dataclasses
import json
import re

from harness.exporter import ROOT

POINTS = 1000  # of a curve, as Grafana asks on a wide screen where the panel does not say
SCRAPE = 15  # seconds
FIRST_LABEL = re.compile(r"^(query_result|label_values)\((.*)\)$", re.S)


@dataclasses.dataclass(frozen=True)
class Query:
    dashboard: str
    panel: str
    expression: str
    range: bool
    points: int = POINTS


def panels(found):
    for panel in found:
        yield panel
        yield from panels(panel.get("panels", []))


class Dashboard:
    def __init__(self, name):
        self.name = name
        self.json = json.loads((ROOT / "grafana" / "dashboards" / f"{name}.json").read_text())

    def queries(self):
        for panel in panels(self.json["panels"]):
            for target in panel.get("targets", []):
                points = panel.get("maxDataPoints", POINTS)
                yield Query(self.name, panel.get("title", ""), target["expr"], bool(target.get("range")), points)
        for annotation in self.json.get("annotations", {}).get("list", []):
            expression = annotation.get("target", {}).get("expr") or annotation.get("expr")
            if expression:
                yield Query(self.name, annotation["name"], expression, True)

    def variables(self):
        """(name, its question) in the order in which Grafana asks."""
        for variable in self.json["templating"]["list"]:
            question = variable.get("query")
            question = question.get("query", "") if isinstance(question, dict) else ""
            if variable["type"] == "query" and (match := FIRST_LABEL.match(question)):
                what, inner = match.groups()
                if what == "label_values":
                    selector, _, label = inner.rpartition(", ")
                    inner = f"count by ({label}) ({selector})"
                yield variable["name"], inner, variable


def names():
    return sorted(path.stem for path in (ROOT / "grafana" / "dashboards").glob("*.json"))


def shown(variable, result):
    """The value that Grafana takes of a query's answer: all of it, or its first."""
    pattern = variable.get("regex", "")
    values = []
    for one in result:
        text = "{" + ",".join(f'{key}="{value}"' for key, value in one["metric"].items()) + "}" + f" {one['value'][1]} {one['value'][0] * 1000:.0f}"
        match = re.search(pattern.strip("/").replace("(?<", "(?P<"), text) if pattern else None
        if match:
            values.append(match.groupdict().get("value") or match.groupdict().get("text") or (match.groups() or [match.group()])[0])
        elif not pattern:
            values.append(next(iter(one["metric"].values()), one["value"][1]))
    if not values:
        return ""
    return "(" + "|".join(re.escape(value).replace("\\", "\\\\") for value in values) + ")" if variable.get("multi") and variable.get("includeAll") else values[0]


def step(seconds, points=POINTS):
    """Seconds between two points of a curve."""
    return max(SCRAPE, -(-seconds // points))


def filled(expression, seconds, values, points=POINTS):
    """The expression for a range of so many seconds."""
    interval = step(seconds, points)
    known = {
        "__range_s": str(seconds), "__range": f"{seconds}s", "__rate_interval": f"{max(interval + SCRAPE, 4 * SCRAPE)}s",
        "__interval_ms": str(interval * 1000), "__interval": f"{interval}s", "smooth": "5m", "axis:raw": "training_step", "scale": "(.*)",
        "outliers": "1", "layout": "down", "find": "", "key": ".+", "loss": "training_loss_smoothed", "settings": "0", "name": "",
        "state": ".+", "layer": "0", "module": ".+", "host": ".+", "gpu": ".+", "finest": str(SCRAPE), **values,
    }
    for name in sorted(known, key=len, reverse=True):
        expression = expression.replace("${" + name + "}", known[name]).replace("$" + name, known[name])
    return expression
