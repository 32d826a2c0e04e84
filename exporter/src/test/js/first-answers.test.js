import assert from "node:assert/strict";
import test from "node:test";

globalThis.document = { baseURI: "http://x/" };
globalThis.matchMedia = (query) => ({ matches: query === "(max-width: 1699px)" });

const SCRIPT = new URL("../../main/resources/org/trainingexporter/page/js/api/ask-first.js", import.meta.url);
let loads = 0;

/** Loads the head of the page, which asks; these are the answers, and an unknown run where there is none. */
async function load(answers, search = "") {
  const asked = [];
  globalThis.location = { search };
  globalThis.fetch = async (url) => {
    asked.push(url.pathname + url.search);
    const answer = answers[url.pathname.slice("/api/".length)];
    return { ok: answer !== undefined, json: async () => answer };
  };
  globalThis.firstAnswers = undefined;
  await import(`${SCRIPT}?${loads++}`);
  return asked;
}

await load({});
const { ask } = await import("#page/api/client.js");
const { POINTS } = await import("#page/api/first.js");

/** Loads the head; returns the addresses that are asked for later. */
async function world(answers) {
  await load(answers);
  const asked = [];
  globalThis.fetch = async (url) => {
    asked.push(url.pathname + url.search);
    return { ok: true, json: async () => ({ run: "asked" }) };
  };
  return asked;
}

test("the run that the address names is asked for, once", async () => {
  const asked = await load({}, "?run=a%20b~%C3%BC/c*&run=d");
  const run = "run=a+b%7E%C3%BC%2Fc*";
  const first = [`/api/stats?${run}`, `/api/plots?${run}&points=500`, "/api/runs"];
  assert.deepEqual(asked, first);
  await import(`${SCRIPT}?${loads++}`);
  assert.deepEqual(asked, first);
});

test("what was asked for before is used once", async () => {
  const asked = await world({ runs: { runs: [] }, stats: { run: "a" } });
  assert.deepEqual(await ask("runs"), { runs: [] });
  assert.deepEqual(await ask("stats", { run: "a" }), { run: "a" });
  assert.deepEqual(asked, []);
  await ask("stats", { run: "a" });
  assert.deepEqual(asked, ["/api/stats?run=a"]);
});

test("what was not used at the first question has grown old", async () => {
  const asked = await world({ plots: { run: "a" } });
  const parameters = { run: "a", points: POINTS };
  await ask("plots", { ...parameters, means: 1 });
  assert.deepEqual(await ask("plots", parameters), { run: "asked" });
  assert.equal(asked.length, 2);
});

test("the answer of another run, of other points, of a part, or none, is not used", async () => {
  const parameters = { run: "a", points: POINTS, from: null, to: undefined };
  for (const [answer, wanted] of [
    [{ run: "b" }, parameters],
    [{ run: "a" }, { ...parameters, points: 1000 }],
    [{ run: "a" }, { ...parameters, from: 3 }],
    [undefined, parameters],
  ]) {
    const asked = await world({ plots: answer });
    assert.deepEqual(await ask("plots", wanted), { run: "asked" });
    assert.equal(asked.length, 1);
  }
  await world({ plots: { run: "a" } });
  assert.deepEqual(await ask("plots", parameters), { run: "a" });
});
