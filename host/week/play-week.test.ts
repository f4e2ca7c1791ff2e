import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openDoubles } from "#tests/doubles.ts";
import { openMarket } from "#tests/market.ts";
import { differences } from "#tests/weeks/compare.ts";
import { seedsRichInCases } from "#tests/weeks/cases.ts";
import { generateWeek } from "#tests/weeks/generate.ts";
import { expectedWeek } from "#tests/weeks/oracle.ts";
import { readWeek as readFiles, type Week as Files, writeWeek } from "#tests/weeks/week-files.ts";
import type { Send } from "./client.ts";
import { playWeek } from "./play-week.ts";
import { readWeek } from "./week-files.ts";

const veronetta = join(import.meta.dirname, "..", "..", "tests", "weeks", "veronetta");
const WEEKS = 24;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "filiera-weeks-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Plays the week of a folder through the app in this process, over its own empty database. */
async function playHere(weekFolder: string) {
  const doubles = await openDoubles();
  const market = await openMarket(Date.UTC(2026, 10, 22, 9), doubles);
  const send: Send = ({ method, path, token, key, body }) =>
    market.call<unknown>(method, path, { token, key, ...(body === undefined ? {} : { body }) });
  try {
    return await playWeek(readWeek(weekFolder), {
      send,
      setupToken: market.env.SETUP_TOKEN ?? "",
      keys: market.keys,
      run: "week",
      now: () => market.time.now,
      settleDown: async () => {
        await market.tick();
        await market.tick();
      },
    });
  } finally {
    await market.close();
    await doubles.close();
  }
}

/** A week is hundreds of requests: on a busy machine it takes its time. */
const PATIENCE = 120_000;

test("the week of Veronetta comes out to the cent", { timeout: PATIENCE }, async () => {
  const { expected } = readFiles(veronetta);
  expect(differences(await playHere(veronetta), expected)).toEqual([]);
});

const seeds = seedsRichInCases(
  Array.from({ length: 60 }, (_, i) => i + 1),
  WEEKS,
);

test.each(seeds)(
  "another week, made from seed %i, comes out to the cent",
  { timeout: PATIENCE },
  async (seed) => {
    const week: Files = generateWeek(seed);
    const place = join(folder, String(seed));
    writeWeek(place, week);
    const expected = expectedWeek(week.network, week.cycle, week.attempts);
    expect(differences(await playHere(place), expected)).toEqual([]);
  },
);
