import assert from "node:assert/strict";
import test from "node:test";
import { Emitter } from "#page/base/emitter.js";

test("listeners of an event are called with what it carries, in the order in which they came", () => {
  const emitter = new Emitter();
  const heard = [];
  emitter.on("step", (step) => heard.push(["first", step]));
  emitter.on(["run", "step"], (payload) => heard.push(["second", payload]));
  emitter.emit("step", 7);
  emitter.emit("run", "a");
  emitter.emit("nobody listens");
  assert.deepEqual(heard, [
    ["first", 7],
    ["second", 7],
    ["second", "a"],
  ]);
});

test("a listener that is added while an event is under way hears the next one", () => {
  const emitter = new Emitter();
  let count = 0;
  emitter.on("step", () => emitter.on("step", () => count++));
  emitter.emit("step");
  assert.equal(count, 0);
  emitter.emit("step");
  assert.equal(count, 1);
});
