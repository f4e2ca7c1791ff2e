import { afterAll, beforeAll, expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import { cycleCancelledMail } from "#domain/notices/cycle-mail.ts";
import { queueLetter } from "#store/letters.ts";
import { openRunningMarket, type RunningMarket } from "#tests/running-market.ts";

// The whole way in workerd: the outbox, the carrier's API, its signed news over HTTP, the API.

let market: RunningMarket;
beforeAll(async () => {
  market = await openRunningMarket();
}, 60_000);
afterAll(() => market.close());

interface Shown {
  readonly id: number;
  readonly to: string;
  readonly state: string;
  readonly repeats: number | null;
}

async function letters(): Promise<readonly Shown[]> {
  const { body } = await market.call<{ items: Shown[] }>("GET", "/api/v1/letters", {
    token: market.officer,
  });
  return body.items;
}

test("a letter comes back, an officer sees it and sends it again; another arrives", async () => {
  const letter = cycleCancelledMail("it", { code: "K7M4-Q2XZ", cycleCode: "2026-23" });
  const to = "mario+rimbalza@esempio.it";
  const written = queueLetter({ key: "one", to, letter, at: instant(market.time.now) });
  for (const { sql, args } of written) market.database.prepare(sql).run([...args]);
  await market.tick();
  await expect.poll(letters).toMatchObject([{ to, state: "bounced" }]);

  const [{ id } = { id: 0 }] = await letters();
  const path = `/api/v1/letters/${id}/sendings`;
  expect((await market.call("POST", path, { token: market.officer })).status).toBe(201);
  market.host.clock.advance(60_000);
  await market.tick();
  const arrived = market.host.mailbox.messages();
  expect(arrived.map(({ subject }) => subject)).toEqual([letter.subject, letter.subject]);
  expect(arrived[0]?.html).toContain("Rete di Veronetta");

  await expect.poll(letters).toMatchObject([{ repeats: id, state: "bounced" }, { id }]);
  const other = queueLetter({ key: "two", to: "anna@esempio.it", letter, at: instant(0) });
  for (const { sql, args } of other) market.database.prepare(sql).run([...args]);
  await market.tick();
  const [last] = market.host.mailbox.messages();
  expect(await market.host.mailbox.tell(last?.carrierId ?? "", "delivered")).toBe(true);
  expect((await letters())[0]).toMatchObject({ to: "anna@esempio.it", state: "delivered" });
});
