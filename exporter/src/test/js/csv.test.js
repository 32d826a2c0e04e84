import assert from "node:assert/strict";
import test from "node:test";
import { csv } from "#page/base/csv.js";

test("rows end in CR LF, and what is not known is empty", () => {
  assert.equal(
    csv(
      ["run", "value"],
      [
        ["a", 1.5],
        ["b", null],
      ],
    ),
    "run,value\r\na,1.5\r\nb,\r\n",
  );
});

test("numbers keep all their digits, also those that are not finite", () => {
  assert.equal(csv(["x"], [[0.1 + 0.2], [Number.NaN], [-5e-7]]), "x\r\n0.30000000000000004\r\nNaN\r\n-5e-7\r\n");
});

test("commas, quotes and line ends are quoted", () => {
  assert.equal(csv(["x"], [['say "a, b"']]), 'x\r\n"say ""a, b"""\r\n');
  assert.equal(csv(["x"], [["two\nlines"]]), 'x\r\n"two\nlines"\r\n');
});

test("a text that a spreadsheet would run as a formula does not begin like one", () => {
  for (const text of ["=1+1", "+1", "-1", "@sum"]) assert.equal(csv(["x"], [[text]]), `x\r\n'${text}\r\n`);
  assert.equal(csv(["x"], [["\t=1"]]), "x\r\n'\t=1\r\n");
});
