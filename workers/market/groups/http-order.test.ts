import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { GroupId, HouseholdId } from "#domain/kernel/ids.ts";
import { addGroup, addHousehold, addToken } from "#tests/households.ts";
import { addPerson } from "#tests/signed-in-person.ts";
import { openTrade, type Trade, type Wish } from "#tests/trading.ts";

let trade: Trade;
let group: GroupId;
let other: GroupId;
let coordinator: string;
beforeEach(async () => {
  trade = await openTrade([
    { name: "mele", kind: "kg", boxUnits: 10, priceCents: 190 },
    { name: "tazze", minimumCents: 4000, priceCents: 1200 },
    { name: "pane" },
  ]);
  [group, other] = [addGroup(trade.market), addGroup(trade.market)];
  coordinator = addToken(trade.market, "coordinator", group);
});
afterEach(() => trade.close());

const run = (sql: string, ...values: (string | number)[]) =>
  trade.market.database.prepare(sql).run(values);
const call = (method: string, path: string, token: string, body?: object, key?: string) =>
  trade.market.call(method, `/api/v1/groups/${group}${path}`, {
    token,
    ...(body === undefined ? {} : { body }),
    ...(key === undefined ? {} : { key }),
  });

/** A household of a group that orders, or does not. */
async function member(name: string, of: GroupId, wishes: readonly Wish[]): Promise<HouseholdId> {
  const household = addHousehold(trade.market, of);
  run(
    `INSERT INTO household_profile VALUES (?1, ?2, ?2 || '@example.org', NULL, 'via', '37129',
      'Verona', NULL, NULL)`,
    household,
    name,
  );
  const own = { householdId: household, contact: null, token: trade.officer };
  if (wishes.length > 0) await trade.order(wishes, own);
  return household;
}

describe("the order of a group", () => {
  test("says how far its boxes and its producers are, and what one's own part is", async () => {
    const lucia = await member("lucia", group, [
      ["mele", 5, 1],
      ["tazze", 2],
    ]);
    await member("piero", group, [["mele", 2]]);
    await member("marta", other, [["mele", 1]]);
    await member("nives", group, []);
    const token = addToken(trade.market, "household", lucia);
    const { body } = await call("GET", "/order", token);
    expect(body).toMatchObject({
      group: { id: group, households: 3 },
      cycle: { id: trade.shop.cycleId, state: "open" },
      orderedHouseholds: 2,
      names: [],
      boxes: [
        {
          productName: "mele",
          demandMilli: 8000,
          toleranceMilli: 1000,
          oursMilli: 7000,
          fullBoxes: 0,
          missingMilli: 2000,
          isCompleted: false,
        },
      ],
      minimums: [{ minimumCents: 4000, orderedCents: 2400 }],
      own: [{ householdId: lucia, estimatedCents: 3350 }],
    });
    expect(JSON.stringify(body)).not.toContain("piero");
  });

  test("names those who ordered only where the network lets it", async () => {
    await member("lucia", group, [["pane", 1]]);
    const names = async () => (await call("GET", "/order", coordinator)).body["names"];
    const decided = `INSERT INTO rule_version (key, subject, version, value, effective_at,
      decided_at, decided_by, reason, digest)
      SELECT key, subject, version + 1, ?, ?, ?, 'test', 'test', digest FROM rule_version
      WHERE key = 'group-sees-names' ORDER BY version DESC LIMIT 1`;
    const { time } = trade.market;
    time.now += 1000;
    run(decided, "yes", time.now, time.now);
    time.now += 1000;
    await member("piero", group, [["pane", 1]]);
    expect(await names()).toEqual(["piero"]);
    run(decided, "no", time.now, time.now);
    expect(await names()).toEqual([]);
  });

  test("is nothing to a household of another group, as if there were none", async () => {
    await member("lucia", group, [["pane", 1]]);
    const stranger = addToken(trade.market, "household", await member("marta", other, []));
    for (const path of ["/order", "/sheet"]) {
      const foreign = await call("GET", path, stranger);
      expect([foreign.status, foreign.body["code"]]).toEqual([404, "not-found"]);
    }
  });

  test("is in a cycle of its own, never in one that other groups share", async () => {
    run("INSERT INTO cycle_group VALUES (?, ?, 0)", trade.shop.cycleId, other);
    expect((await call("GET", "/order", coordinator)).body["cycle"]).toBeNull();
  });
});

describe("the sheet of whoever coordinates", () => {
  test("adds up by household, by product, and with the other groups", async () => {
    await member("lucia", group, [
      ["mele", 5, 1],
      ["pane", 2],
    ]);
    await member("piero", group, [["mele", 2]]);
    await member("marta", other, [["mele", 1]]);
    const nives = await member("nives", group, []);
    const { body } = await call("GET", `/sheet?cycle=${trade.shop.cycleId}`, coordinator);
    expect(body).toMatchObject({
      isSquare: true,
      estimatedCents: 2130,
      products: [
        { productName: "mele", households: 2, wantedMilli: 7000, isSquare: true },
        { productName: "pane", households: 1, wantedMilli: 2000 },
      ],
      households: [
        { name: "lucia", estimatedCents: 1750, isSquare: true },
        { name: "piero", estimatedCents: 380 },
      ],
      missing: [{ householdId: nives, name: "nives" }],
      short: [{ productName: "mele", leftMilli: 2000 }],
      reminder: null,
    });
    const [apples] = body["products"] as { shares: { wantedMilli: number }[] }[];
    expect(apples?.shares.map(({ wantedMilli }) => wantedMilli).toSorted()).toEqual([1000, 7000]);
  });

  test("is not for a household of the group", async () => {
    const token = addToken(trade.market, "household", await member("lucia", group, []));
    expect((await call("GET", "/sheet", token)).body["code"]).toBe("not-allowed");
  });
});

describe("a reminder", () => {
  const remind = (key?: string) =>
    call("POST", "/reminders", coordinator, { cycleId: trade.shop.cycleId }, key);

  test("goes once a cycle, to those who have not ordered", async () => {
    await member("lucia", group, [["pane", 1]]);
    await member("nives", group, []);
    await member("marta", other, []);
    const first = await remind("una");
    expect([first.status, first.body["households"]]).toEqual([201, 1]);
    expect((await remind("una")).body).toEqual(first.body);
    expect((await remind()).body["code"]).toBe("reminder-sent");
    expect(trade.rows("SELECT recipient FROM letter WHERE kind = 'group-reminder'")).toEqual([
      ["nives@example.org"],
    ]);
  });

  test("needs no agreement to reminders, and not to who said no to it", async () => {
    await member("nives", group, []);
    await member("mary", group, []);
    await member("ugo", group, []);
    addPerson(trade.market, { name: "Mary", address: "mary@example.org" });
    const no = "INSERT INTO notice_choice VALUES (?, 'group-reminder', 0, 'letter', 5)";
    trade.market.database.prepare(no).run(["ugo@example.org"]);
    await remind();
    expect(trade.rows("SELECT recipient FROM letter ORDER BY recipient")).toEqual([
      ["mary@example.org"],
      ["nives@example.org"],
    ]);
  });

  test("is in the language of each who reads it", async () => {
    await member("nives", group, []);
    await member("mary", group, []);
    addPerson(trade.market, { name: "Mary", address: "mary@example.org", language: "en" });
    await remind();
    expect(trade.rows("SELECT recipient, words ->> 'lang' FROM letter ORDER BY recipient")).toEqual(
      [
        ["mary@example.org", "en"],
        ["nives@example.org", "it"],
      ],
    );
  });

  test("is not sent where nobody is missing, nor once orders are over", async () => {
    await member("lucia", group, [["pane", 1]]);
    expect((await remind()).body["code"]).toBe("nobody-missing");
    await member("nives", group, []);
    trade.market.time.now += 2 * 24 * 3600 * 1000;
    expect((await remind()).body["code"]).toBe("cycle-closed");
  });
});
