import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { badPostings, removals, smuggled, rewritings } from "#tests/constraints/attacks.ts";
import { insert, statement } from "#tests/constraints/attempt.ts";
import { Books, legs, posting } from "#tests/constraints/books.ts";

// What somebody who holds the database's token, and not our API, may try on the books.

const verbs = ["INSERT", "INSERT OR IGNORE", "INSERT OR REPLACE", "INSERT OR FAIL", "REPLACE"];
const endings = ["", " ON CONFLICT DO NOTHING"];

let books: Books;
let before: unknown[];

beforeAll(async () => {
  books = await Books.open();
  before = await books.everything();
});
afterAll(() => books.close());

afterEach(async () => {
  expect(await books.everything()).toEqual(before);
  expect(await books.faults()).toEqual([]);
});

describe("a posting that may not be", () => {
  test.each(badPostings)("$title: says what is wrong", async ({ row, says }) => {
    await expect(books.client.execute(asSql(row))).rejects.toThrow(says);
  });

  test.each(badPostings)("$title: comes in by no other word", async ({ row }) => {
    for (const verb of verbs) {
      for (const ending of endings) {
        const { sql, args } = asSql(row);
        const spelled = { sql: sql.replace("INSERT", verb) + ending, args };
        await books.client.execute(spelled).catch(() => null);
        expect(await books.everything(), `${verb}${ending}`).toEqual(before);
      }
    }
  });

  test("takes the whole batch that it is in along", async () => {
    const batch = ["good", "good"].map((ref) => insert("ledger_tx", posting({ ref })));
    await expect(books.write(batch)).rejects.toThrow("refused:posting-repeated");
  });

  test("does not rewrite the one that is there", async () => {
    const { sql, args } = asSql(posting({ ref: "top-up" }));
    const upsert = `${sql} ON CONFLICT (ref) DO UPDATE SET legs = excluded.legs, posted_at = 0`;
    await expect(books.client.execute({ sql: upsert, args })).rejects.toThrow("posting-repeated");
  });

  test("does not get a late leg, not even in the batch of its posting", async () => {
    const late = statement("INSERT INTO ledger_entry VALUES (6, 2, 4, 7), (6, 3, 5, -7)");
    const batch = [insert("ledger_tx", posting({})), late];
    await expect(books.write(batch)).rejects.toThrow("refused:ledger-fixed");
  });
});

describe("what is posted", () => {
  test.each(rewritings)("is not changed by %s", async (sql) => {
    await expect(books.client.execute(sql)).rejects.toThrow("refused:ledger-fixed");
  });

  test.each(removals)("is not removed by %s", async (sql) => {
    await expect(books.client.execute(sql)).rejects.toThrow("refused:ledger-fixed");
  });

  test.each(smuggled)("is not joined by %s", async (_, table, values) => {
    for (const verb of verbs) {
      const sql = `${verb} INTO ${table} ${values}`;
      await expect(books.client.execute(sql), verb).rejects.toThrow("refused:ledger-fixed");
    }
  });

  test("is not moved by an upsert of its entry or its balance", async () => {
    for (const sql of [
      `INSERT INTO ledger_entry VALUES (5, 0, 2, -200)
        ON CONFLICT (tx_id, leg) DO UPDATE SET amount_cents = 900`,
      `INSERT INTO ledger_balance VALUES (2, -200, 5)
        ON CONFLICT (account_id) DO UPDATE SET posted_cents = posted_cents + 900, tx_id = 6`,
    ]) {
      await expect(books.client.execute(sql)).rejects.toThrow("refused:ledger-fixed");
    }
  });

  test("keeps its accounts, whoever opens them again", async () => {
    for (const verb of verbs) {
      for (const values of ["(1, 'cash', 'memo', 9)", "(1, 'till', 'asset', 9)"]) {
        await books.client.execute(`${verb} INTO ledger_account VALUES ${values}`);
        expect(await books.everything()).toEqual(before);
      }
    }
    await books.client.execute(`INSERT INTO ledger_account VALUES (9, 'cash', 'memo', 9)
      ON CONFLICT (code) DO UPDATE SET type = 'memo'`);
  });
});

describe("a trigger taken away", () => {
  test.each(["ledger_entry_stays", "ledger_tx_checked"])("%s: is seen", async (name) => {
    const own = await Books.open();
    own.startAgain();
    await own.client.execute(`DROP TRIGGER ${name}`);
    expect(() => own.startAgain()).toThrow(
      "The tables of the database are not those that its migrations made.",
    );
    await own.close();
  });

  test("is seen when a laxer one has its name", async () => {
    const own = await Books.open();
    await own.client.executeMultiple(`DROP TRIGGER ledger_tx_stays;
      CREATE TRIGGER ledger_tx_stays BEFORE UPDATE ON ledger_tx BEGIN SELECT 1; END;`);
    expect(() => own.startAgain()).toThrow("not those that its migrations made");
    await own.close();
  });
});

test("a wallet may be spent to its limit, to the cent", async () => {
  const own = await Books.open();
  const spent = posting({ legs: legs(["wallet:rossi", 2000, 0], ["sales", -2000]) });
  await own.write([insert("ledger_tx", spent)]);
  const { rows } = await own.client.execute(
    "SELECT posted_cents FROM ledger_balance WHERE account_id = 2",
  );
  expect(rows[0]?.[0]).toBe(0);
  expect(await own.faults()).toEqual([]);
  await own.close();
});

const opening = { cash: 5000, "wallet:rossi": -2000, "held:rossi": 0, delivery: 0, sales: -3000 };
const amounts = fc.oneof(
  fc.integer({ min: -100_000, max: 100_000 }),
  fc.constantFrom(1, -1, 2 ** 40, -(2 ** 40)),
);
const attempts = fc
  .record({
    codes: fc.shuffledSubarray(Object.keys(opening), { minLength: 2 }),
    amounts: fc.array(amounts, { minLength: 4, maxLength: 4 }),
    off: fc.constantFrom(0, 0, 0, 1, -1),
    verb: fc.constantFrom(...verbs),
  })
  .map(({ codes: [last = "", ...others], amounts: drawn, off, verb }) => {
    const moved = others.map((code, at) => [code, drawn[at] ?? 0] as const);
    const rest = moved.reduce((sum, [, amount]) => sum + amount, 0);
    const list = [...moved, [last, off - rest] as const];
    return { list, verb, isGood: off === 0 && list.every(([, amount]) => amount !== 0) };
  });

test("in whatever words one posts, the books balance and hold the good postings", async () => {
  const own = await Books.open();
  const expected = new Map(Object.entries(opening));
  let number = 0;
  const attempted = fc.asyncProperty(attempts, async ({ list, verb, isGood }) => {
    const { sql, args } = asSql(posting({ ref: `random:${(number += 1)}`, legs: legs(...list) }));
    const refusal = await own.client
      .execute({ sql: sql.replace("INSERT", verb), args })
      .then(() => null, String);
    expect(refusal).toEqual(isGood ? null : expect.stringMatching(/posting-(legs|unbalanced)/));
    if (isGood) {
      for (const [code, amount] of list) expected.set(code, (expected.get(code) ?? 0) + amount);
    }
    expect(await own.faults()).toEqual([]);
  });
  await fc.assert(attempted, { numRuns: 200 });
  const { rows } = await own.client.execute(
    `SELECT code, coalesce(posted_cents, 0) FROM ledger_account
      LEFT JOIN ledger_balance ON account_id = id ORDER BY id`,
  );
  expect(rows.map((row) => [row[0], row[1]])).toEqual([...expected]);
  await own.close();
});

function asSql(row: ReturnType<typeof posting>) {
  const { sql, args } = insert("ledger_tx", row);
  return { sql, args: [...args] };
}
