import { expect, test } from "vitest";
import { trialSeed } from "#tests/seed.ts";
import { kills } from "#tests/trials/kills.ts";

test("a host that is killed ten times loses no order, doubles none and sends every letter", () =>
  expect(
    kills({ seed: trialSeed, most: 10, say: (line) => console.log(line) }),
  ).resolves.toBeUndefined());
