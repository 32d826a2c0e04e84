import assert from "node:assert/strict";
import test from "node:test";
import { ask } from "#page/api/client.js";

/** Lets these be what was asked for before, and tells the addresses that are asked for now. */
function world(waiting) {
  const asked = [];
  globalThis.document = { baseURI: "http://x/" };
  globalThis.fetch = async (url) => {
    asked.push(url.pathname + url.search);
    return { ok: true, json: async () => ({ run: "asked" }) };
  };
  globalThis.firstAnswers = { points: 600, waiting: new Map(Object.entries(waiting)) };
  return asked;
}

test("what was asked for before is used once", async () => {
  const asked = world({ runs: Promise.resolve({ runs: [] }), stats: Promise.resolve({ run: "a" }) });
  assert.deepEqual(await ask("runs"), { runs: [] });
  assert.deepEqual(await ask("stats", { run: "a" }), { run: "a" });
  assert.deepEqual(asked, []);
  await ask("stats", { run: "a" });
  assert.deepEqual(asked, ["/api/stats?run=a"]);
});

test("the answer of another run, of other points, of a part, or none, is not used", async () => {
  const parameters = { run: "a", points: 600, from: null, to: undefined };
  for (const [answer, wanted] of [
    [{ run: "b" }, parameters],
    [{ run: "a" }, { ...parameters, points: 1000 }],
    [{ run: "a" }, { ...parameters, from: 3 }],
    [null, parameters],
  ]) {
    const asked = world({ plots: Promise.resolve(answer) });
    assert.deepEqual(await ask("plots", wanted), { run: "asked" });
    assert.equal(asked.length, 1);
  }
  world({ plots: Promise.resolve({ run: "a" }) });
  assert.deepEqual(await ask("plots", parameters), { run: "a" });
});
