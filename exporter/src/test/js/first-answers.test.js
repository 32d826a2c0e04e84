import assert from "node:assert/strict";
import test from "node:test";
import { ask } from "#page/api/client.js";
import { askFirst, POINTS } from "#page/api/first.js";

/** Lets these be answered first, an unknown run where there is none; returns the addresses that are asked for later. */
function world(answers, search = "") {
  const asked = [];
  globalThis.document = { baseURI: "http://x/" };
  globalThis.location = { search };
  globalThis.fetch = async (url) => {
    asked.push(url.pathname + url.search);
    const answer = answers[url.pathname.slice("/api/".length)];
    return { ok: answer !== undefined, json: async () => answer };
  };
  askFirst();
  globalThis.fetch = async (url) => {
    asked.push(url.pathname + url.search);
    return { ok: true, json: async () => ({ run: "asked" }) };
  };
  asked.length = 0;
  return asked;
}

test("the run that the address names is asked for, letter by letter as the server announces it", () => {
  const asked = [];
  globalThis.document = { baseURI: "http://x/" };
  globalThis.fetch = (url) => asked.push(url.pathname + url.search);
  globalThis.location = { search: "?run=a%20b~%C3%BC/c*&run=d" };
  askFirst();
  const run = "run=a+b%7E%C3%BC%2Fc*";
  assert.deepEqual(asked, ["/api/runs", `/api/stats?${run}`, `/api/plots?${run}&points=${POINTS}`]);
});

test("what was asked for before is used once", async () => {
  const asked = world({ runs: { runs: [] }, stats: { run: "a" } });
  assert.deepEqual(await ask("runs"), { runs: [] });
  assert.deepEqual(await ask("stats", { run: "a" }), { run: "a" });
  assert.deepEqual(asked, []);
  await ask("stats", { run: "a" });
  assert.deepEqual(asked, ["/api/stats?run=a"]);
});

test("the answer of another run, of other points, of a part, or none, is not used", async () => {
  const parameters = { run: "a", points: POINTS, from: null, to: undefined };
  for (const [answer, wanted] of [
    [{ run: "b" }, parameters],
    [{ run: "a" }, { ...parameters, points: 1000 }],
    [{ run: "a" }, { ...parameters, from: 3 }],
    [undefined, parameters],
  ]) {
    const asked = world({ plots: answer });
    assert.deepEqual(await ask("plots", wanted), { run: "asked" });
    assert.equal(asked.length, 1);
  }
  world({ plots: { run: "a" } });
  assert.deepEqual(await ask("plots", parameters), { run: "a" });
});
