import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, instant, toRome } from "#domain/kernel/instant.ts";
import { openDatabase } from "#ports/database.ts";
import { type Market, openMarket } from "#tests/market.ts";
import { admitMember, admitVoter } from "#tests/members.ts";
import { memberOf, membersBook } from "./members.ts";
import { readBatch } from "./statement.ts";

let market: Market;
beforeAll(async () => {
  market = await openMarket();
});
afterAll(() => market.close());

const today = () => toRome(instant(market.time.now)).date;
const database = () =>
  openDatabase({ url: market.env.DATABASE_URL, token: market.env.DATABASE_TOKEN });

test("the book tells of each member what an electorate asks about them", async () => {
  const anna = await admitMember(market, { name: "Anna Zenti" });
  const late = await admitMember(market, { name: "Bruno Zago", isPaid: false, days: 30 });
  const kept = await admitMember(market, { name: "Carla Poli", isSuspended: true });
  const dairy = await admitMember(market, {
    name: "Malga Lessinia",
    kind: "legal",
    class: "producer",
    ownMembers: 12,
    person: anna,
  });
  const { book, annas } = await readBatch(database(), {
    book: membersBook(today()),
    annas: memberOf(anna.personId, today()),
  });
  expect(book.map(({ memberId }) => memberId)).toEqual(
    [anna, late, kept, dairy].map(({ memberId }) => memberId),
  );
  expect(book[0]).toEqual({
    memberId: anna.memberId,
    personId: anna.personId,
    kind: "natural",
    class: "consumer",
    bookNo: 1,
    enrolledOn: addDays(today(), -120),
    state: "active",
    isInArrears: false,
    ownMembers: null,
    enterpriseId: null,
    name: "Anna Zenti",
  });
  expect(book.map(({ isInArrears }) => isInArrears)).toEqual([false, true, false, false]);
  expect(book.map(({ state }) => state)).toEqual(["active", "active", "suspended", "active"]);
  expect(annas.map(({ memberId }) => memberId)).toEqual([anna.memberId, dairy.memberId]);
});

test("an instalment is late on the day after it was due, not on that day", async () => {
  const { memberId } = await admitMember(market, { name: "Dora", isPaid: false, days: 10 });
  const dueOn = addDays(today(), -9);
  const isLateOn = async (day: typeof dueOn) => {
    const { book } = await readBatch(database(), { book: membersBook(day) });
    return book.find((one) => one.memberId === memberId)?.isInArrears;
  };
  expect([await isLateOn(dueOn), await isLateOn(addDays(dueOn, 1))]).toEqual([false, true]);
});

test("a member's passkey signs what their browser asks for", async () => {
  const voter = await admitVoter(market, { name: "Elio Righi" });
  const body = { email: "elio.righi@example.org" };
  const asked = await market.call("POST", "/api/v1/me/addresses", { ...voter.sent, body });
  expect(asked.status).toBe(201);
});
