import assert from "node:assert/strict";
import test from "node:test";
import { addressIn } from "#page/page/grafana-link.js";

const RUN = { run: "a", state: "training", start: 1000.5, updated: 2000.5 };

test("a run that goes on is shown from its start to now", () => {
  assert.equal(
    addressIn("http://localhost:3000/", RUN),
    "http://localhost:3000/d/training-run?var-run=a&from=940000&to=now",
  );
});

test("a run that is over is shown to its end", () => {
  for (const state of ["finished", "ended", "abandoned"]) {
    assert.match(addressIn("/", { ...RUN, state }), /^\/d\/training-run\?var-run=a&from=940000&to=2061000$/);
  }
});

test("a run without times is shown in the range that the dashboard has", () => {
  const address = addressIn("/g/", { ...RUN, start: null, updated: null });
  assert.equal(address, "/g/d/training-run?var-run=a");
});

test("a name of a run cannot add to the address", () => {
  const address = addressIn("/", { ...RUN, run: "a/b&to=x y#é" });
  assert.match(address, /\?var-run=a%2Fb%26to%3Dx\+y%23%C3%A9&from=/);
});
