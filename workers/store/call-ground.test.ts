import { afterAll, beforeAll, expect, test } from "vitest";
import { type CivilDate, civilDate } from "#domain/kernel/instant.ts";
import { type AdmittedMember, admitMember } from "#tests/members.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import type { Row } from "#ports/database.ts";
import { officeHolders } from "./call-ground.ts";

let market: Market;
let ada: AdmittedMember;
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
  ada = await admitMember(market, { name: "Ada" });
  const { memberId } = ada;
  market.database.exec(`INSERT INTO assembly (id, number, kind, title, place, agenda,
      first_call_at, prepared_at, version)
    VALUES ('assembly', 1, 'ordinary', 'Assemblea', 'Casa Comune', '[]', 9, 0, 1)`);
  market.database.exec(`INSERT INTO office_term (id, organ, member_id, assembly_id, from_day,
      to_day, seated_at, seated_by)
    VALUES ('term', 'board', '${memberId}', 'assembly', '2026-01-01', '2026-03-31', 0, 'test')`);
});
afterAll(() => market.close());

const directs = (on: CivilDate) => {
  const holders = officeHolders(on);
  const { sql, args } = holders.statement;
  const rows = market.database
    .prepare(sql)
    .raw()
    .all([...args]) as unknown as Row[];
  const held = holders.parse(rows);
  return held.some((one) => one.personId === ada.personId && one.role === "director");
};

test("whom members elected directs until somebody succeeds or the term is ended", () => {
  const days = ["2025-12-31", "2026-01-01", "2026-06-01"].map(civilDate);
  expect(days.map(directs)).toEqual([false, true, true]);
  market.database.exec(`UPDATE office_term SET ended_on = '2026-05-31', ended_how = 'resigned',
    ended_by = 'test'`);
  expect(["2026-05-31", "2026-06-01"].map(civilDate).map(directs)).toEqual([true, false]);
});
