import type { CycleId, OrderId } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { FIRST_ACCOUNTS } from "#domain/ledger/accounts.ts";
import { type CardHold, holdCard } from "#domain/payments/card.ts";
import { settleOrder } from "#domain/payments/settlement.ts";
import type { Senders } from "#market/jobs/send-outbox.ts";
import { openDatabase } from "#ports/database.ts";
import { makeIds } from "#ports/ids.ts";
import { openMail } from "#ports/mail.ts";
import { openPayments } from "#ports/payments.ts";
import { openPlanQueue } from "#ports/plan-queue.ts";
import { openAccounts } from "#store/ledger-accounts.ts";
import { post } from "#store/postings.ts";
import { openDoubles } from "./doubles.ts";
import { openMigratedServer } from "./migrated-database.ts";
import { juneCycle, occasion } from "./postings.ts";

const KEY = "a secret of at least thirty-two characters";

/**
 * The neighbours of the outbox for real: a migrated database with an empty set of books and one
 * cycle, the host's card provider and mailbox. `senders(minutes)` is a sender at that time.
 */
export async function openOutbox() {
  const server = await openMigratedServer();
  const doubles = await openDoubles();
  const insert = (sql: string, ...values: string[]) => server.database.prepare(sql).run(values);
  const hub = makeIds(occasion.now, KEY).next<CycleId>();
  insert(
    `INSERT INTO enterprise VALUES (?, 'Magazzino', 'magazzino', NULL, NULL, 'Verona', 'citta', '',
      NULL, NULL, 0, 'agency', 0)`,
    hub,
  );
  insert(
    `INSERT INTO cycle (id, code, hub_id, opens_at, closes_at, delivery_day, created_at)
      VALUES (?, '2026-W23', ?, 0, 1, '2026-06-05', 0)`,
    juneCycle,
    hub,
  );
  const senders = (minutes = 0): Senders => {
    const now = instant(occasion.now + minutes * 60_000);
    return {
      database: openDatabase(server),
      payments: openPayments({ url: doubles.payments.url, token: undefined }),
      mail: openMail({ url: doubles.mailbox.url, token: undefined, from: "rete@filiera.example" }),
      plans: openPlanQueue(undefined),
      ids: makeIds(now, KEY),
      origin: "https://filiera.example",
      now,
    };
  };
  await senders().database.write([openAccounts(FIRST_ACCOUNTS, occasion.now)]);
  return {
    ...doubles,
    senders,
    rows: (sql: string) => server.database.prepare(sql).raw().all([]) as unknown[][],
    run: (sql: string) => server.database.prepare(sql).run([]),
    close: async () => {
      await doubles.close();
      await server.close();
    },
  };
}

export type Outbox = Awaited<ReturnType<typeof openOutbox>>;

/** A settled order whose card holds `held` cents and owes `owed`; gives the hold. */
export async function settledCardOrder(
  outbox: Outbox,
  { held, owed }: { readonly held: number; readonly owed: number },
): Promise<CardHold> {
  const { database, payments, ids } = outbox.senders();
  const orderId = ids.next<OrderId>();
  outbox.run(
    `INSERT INTO customer_order (id, code, cycle_id, link_digest, place, payment,
      delivery_fee_cents, card_hold_basis_points, network_fee_basis_points, rules, placed_at,
      placed_by) VALUES ('${orderId}', '${orderId}', '${juneCycle}',
      lower(hex(randomblob(32))), 'home', 'card', 0, 11500, 600, '{}', 0, 'test')`,
  );
  const answer = await payments.hold({
    key: orderId,
    amountCents: cents(held),
    orderId,
    card: "4242 4242 4242 4242",
  });
  if (answer.kind === "declined") throw new Error(answer.reason);
  const hold = { holdId: answer.holdId, heldCents: cents(held), orderId, cycleId: juneCycle };
  const totals = {
    orderId,
    cycleId: juneCycle,
    goodsCents: cents(owed),
    deliveryFeeCents: cents(0),
    depositCents: cents(0),
  };
  await database.write(post(holdCard(hold, occasion)));
  await database.write(post(settleOrder(totals, { payment: "card" }, occasion)));
  return hold;
}
