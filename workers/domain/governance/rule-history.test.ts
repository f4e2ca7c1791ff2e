import { expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import { aVersion } from "#tests/rules.ts";
import { comingVersions, spanOf } from "./rule-history.ts";

const versions = [aVersion(1, "600"), aVersion(2, "650"), aVersion(3, "550")];
const statesAt = (now: number, known = versions) =>
  known.map((version) => spanOf(version, known, instant(now)).state);

test("a version is to come, in force, and over when the next takes effect", () => {
  expect(statesAt(50)).toEqual(["to-come", "to-come", "to-come"]);
  expect(statesAt(199)).toEqual(["in-force", "to-come", "to-come"]);
  expect(statesAt(200)).toEqual(["over", "in-force", "to-come"]);
  expect(statesAt(300)).toEqual(["over", "over", "in-force"]);
  const [first, second] = versions;
  expect(first && spanOf(first, versions, instant(300)).until).toBe(200);
  expect(second && spanOf(second, versions, instant(300)).until).toBe(300);
});

test("what was decided for a while ends by itself, and the one before counts again", () => {
  const urgent = { ...aVersion(4, "900"), expiresAt: instant(500) };
  const known = [...versions, urgent];
  expect(statesAt(450, known)).toEqual(["over", "over", "over", "in-force"]);
  expect(statesAt(500, known)).toEqual(["over", "over", "in-force", "over"]);
  expect(spanOf(urgent, known, instant(600)).until).toBe(500);
  const voted = { ...aVersion(5, "500"), effectiveAt: instant(450) };
  expect(spanOf(urgent, [...known, voted], instant(600)).until).toBe(450);
});

test("a version that another one overtook was never in force", () => {
  const overtaken = { ...aVersion(3, "700"), effectiveAt: instant(900) };
  const sooner = { ...aVersion(4, "500"), effectiveAt: instant(900) };
  const known = [...versions.slice(0, 2), overtaken, sooner];
  expect(statesAt(950, known)).toEqual(["over", "over", "skipped", "in-force"]);
  expect(comingVersions(known, instant(300)).map(({ version }) => version)).toEqual([4]);
});
