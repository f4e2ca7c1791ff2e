import { afterEach, beforeEach, expect, test } from "vitest";
import type { Principal } from "#domain/access/principal.ts";
import { id, type AccessTokenId } from "#domain/kernel/ids.ts";
import { secretDigest } from "#ports/ids.ts";
import { lastCountedRounds, ownDoor } from "#store/round-savings.ts";
import { readBatch } from "#store/statement.ts";
import { type DrivenWeek, openDrivenWeek } from "#tests/driven-week.ts";
import { addHousehold, addToken } from "#tests/households.ts";
import { savingOf } from "./saving.ts";

let week: DrivenWeek;
let household: string;
let token: string;

beforeEach(async () => {
  week = await openDrivenWeek();
  household = addHousehold(week.market);
  week.market.database.exec(`INSERT INTO household_profile VALUES ('${household}', 'Zeni', NULL, '',
    'via Scala Santa 37', '', '', 45460000, 11040000)`);
  token = addToken(week.market, "household", household);
});
afterEach(() => week.close());

const counted = async () => {
  await week.act("/rounds");
  await week.planNewest();
  await week.count();
};
const known = (bearer: string | null) =>
  readBatch(week.database(), {
    rounds: lastCountedRounds(),
    door: ownDoor({ session: null, bearer: bearer === null ? null : secretDigest(bearer) }),
  });
const speaking = (subject: string): Principal => ({
  who: {
    kind: "token",
    id: id<AccessTokenId>("0".repeat(26)),
    personId: null,
    grants: [{ role: "household", subject }],
  },
  basket: null,
  orderLink: null,
  proof: null,
});

test("before any rounds were counted nothing is said", async () => {
  expect(savingOf(await known(token), speaking(household))).toBeNull();
});

test("whose door is known reads their own saving, with their street", async () => {
  await counted();
  const own = savingOf(await known(token), speaking(household));
  const mean = savingOf(await known(null), speaking(""));
  expect([own?.street, mean?.street]).toEqual(["via Scala Santa 37", null]);
  // It is farther than the homes of those rounds.
  expect(own?.alone).toBeGreaterThan(mean?.alone ?? 0);
  const [[alone, share] = []] = week.rows(
    "SELECT sum(alone_cents), sum(share_cents) FROM round_share WHERE kind = 'order'",
  );
  const expected = ((own?.alone ?? 0) * Number(share)) / Number(alone);
  expect(Math.abs((own?.share ?? 0) - expected)).toBeLessThanOrEqual(1);
});

test("nobody reads the street of a household that they do not speak for any more", async () => {
  await counted();
  expect(savingOf(await known(token), speaking("0".repeat(26)))?.street).toBeNull();
});
