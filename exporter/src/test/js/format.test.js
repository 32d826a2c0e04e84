import assert from "node:assert/strict";
import test from "node:test";
import {
  age,
  bytes,
  compact,
  dateTime,
  duration,
  integer,
  isoTime,
  number,
  parseNumber,
  percent,
  position,
  shortTick,
  tick,
} from "#shared/base/format.js";

test("a number has three significant digits", () => {
  assert.equal(number(2.1), "2.10");
  assert.equal(number(0.05463), "0.0546");
  assert.equal(number(-1.2345), "-1.23");
  assert.equal(number(999.6), "1,000");
  assert.equal(number(11789.6), "11,790");
  assert.equal(number(1.23456, 5), "1.2346");
});

test("a very small or very large number has an exponent", () => {
  assert.equal(number(5e-6), "5e-6");
  assert.equal(number(4.973e-6), "4.97e-6");
  assert.equal(number(0.00099999), "0.00100");
  assert.equal(number(2.5e9), "2.5e9");
  assert.equal(number(0), "0");
});

test("what is not finite is named, also where JSON has it as text", () => {
  assert.equal(number("NaN"), "NaN");
  assert.equal(number("Infinity"), "∞");
  assert.equal(number(Number.NEGATIVE_INFINITY), "-∞");
  assert.equal(parseNumber("NaN"), Number.NaN);
  for (const format of [integer, position, compact, percent, duration, bytes]) assert.equal(format("Infinity"), "∞");
});

test("what is not known is a dash", () => {
  for (const format of [number, integer, position, compact, percent, duration, age, bytes, dateTime]) {
    assert.equal(format(null), "–", format.name);
    assert.equal(format(undefined), "–", format.name);
  }
  assert.equal(isoTime(null), "");
});

test("a tick has no zeros at its end", () => {
  assert.equal(tick(0.5), "0.5");
  assert.equal(tick(2), "2");
  assert.equal(tick(10000), "10,000");
  assert.equal(tick(1.0005, 5), "1.0005");
});

test("steps are whole, epochs have up to two decimals", () => {
  assert.equal(position(11790), "11,790");
  assert.equal(position(1.2566), "1.26");
  assert.equal(integer(2.5), "3");
});

test("a large count has a prefix", () => {
  assert.equal(compact(999), "999");
  assert.equal(compact(999.7), "1.00 k");
  assert.equal(compact(62730), "62.7 k");
  assert.equal(compact(-1.23e9), "-1.23 G");
});

test("100 % is shown only when it is reached", () => {
  assert.equal(percent(0.99999), "99.9 %");
  assert.equal(percent(1), "100 %");
  assert.equal(percent(0.6), "60.0 %");
  assert.equal(percent(0.29, 2), "29.00 %");
  assert.equal(percent(1.255), "126 %");
});

test("a duration has its two largest units", () => {
  assert.equal(duration(2 * 86400 + 4 * 3600 + 59), "2 d 4 h");
  assert.equal(duration(12 * 60 + 5), "12 min 5 s");
  assert.equal(duration(3600), "1 h");
  assert.equal(duration(45.4), "45 s");
  assert.equal(duration(0.0123), "0.012 s");
  assert.equal(duration(0), "0 s");
  assert.equal(duration(-90), "-1 min 30 s");
});

test("an age is in seconds for ten minutes", () => {
  assert.equal(age(599.9), "599 s");
  assert.equal(age(-3), "0 s");
  assert.equal(age(600), "10 min");
});

test("bytes are in powers of 1024", () => {
  assert.equal(bytes(999), "999 B");
  assert.equal(bytes(1536), "1.50 KiB");
  assert.equal(bytes(80 * 1024 ** 3), "80.0 GiB");
});

test("a time has its date unless it is today's, and its year unless it is this one's", () => {
  const seconds = (...parts) => new Date(...parts).getTime() / 1000; // in the zone that the test runs in
  const now = seconds(2026, 10, 22, 20, 0, 0);
  assert.equal(dateTime(seconds(2026, 10, 22, 14, 3, 9), now), "14:03:09");
  assert.equal(dateTime(seconds(2026, 10, 21, 14, 3, 9), now), "21 Nov, 14:03");
  assert.equal(dateTime(seconds(2025, 10, 22, 14, 3, 9), now), "22 Nov 2025, 14:03");
});

test("an ISO time is in UTC", () => {
  assert.equal(isoTime(1768046349.5), "2026-01-10T11:59:09.500Z");
});

test("a tick of an axis is short, unless its neighbours would read alike", () => {
  assert.equal(shortTick(15_000_000, 3), "15 M");
  assert.equal(shortTick(2_500_000, 3), "2.5 M");
  assert.equal(shortTick(100_000_000, 3), "100 M");
  assert.equal(shortTick(500_000, 3), "500,000");
  assert.equal(shortTick(1_500_020, 7), "1,500,020");
});
