import { openDoubleDatabase } from "./double-database.ts";

/** A card hold as the payment neighbour tells it. Amounts in cents. */
export interface Hold {
  readonly id: string;
  readonly orderId: string;
  readonly state: "authorised" | "declined" | "captured" | "released";
  readonly amountCents: number;
  readonly capturedCents: number;
}

/** What was given back of a hold. */
export interface CardRefund {
  readonly holdId: string;
  readonly amountCents: number;
}

/** An answer that was given, kept under its Idempotency-Key. */
export interface Given {
  readonly request: string;
  readonly status: number;
  readonly body: string;
}

/** The books of the card double: holds, and what was answered to whom. */
export interface CardBooks {
  add(hold: Hold): void;
  find(id: string): Hold | undefined;
  all(): readonly Hold[];
  settle(id: string, state: Hold["state"], capturedCents: number): void;
  refund(refund: CardRefund): void;
  refunds(): readonly CardRefund[];
  given(key: string): Given | undefined;
  keep(key: string, given: Given): void;
  /** All that `act` writes is kept together, or nothing when it throws. */
  together<Result>(act: () => Result): Result;
  close(): void;
}

const schema = `
  CREATE TABLE IF NOT EXISTS hold (
    id TEXT PRIMARY KEY, order_id TEXT NOT NULL, state TEXT NOT NULL,
    amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
    captured_cents INTEGER NOT NULL CHECK (captured_cents BETWEEN 0 AND amount_cents)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS refund (
    hold_id TEXT NOT NULL, amount_cents INTEGER NOT NULL CHECK (amount_cents > 0)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS given (
    key TEXT PRIMARY KEY, request TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL
  ) STRICT;`;

const columns = `id, order_id AS "orderId", state, amount_cents AS "amountCents",
  captured_cents AS "capturedCents"`;

/** Opens the books in a file (or ":memory:"), so that a hold outlives a restart of the host. */
export function openCardBooks(file: string): CardBooks {
  const { database, prepare } = openDoubleDatabase(file, schema);
  const run = (sql: string, ...values: (string | bigint)[]) => prepare(sql).run(values);
  const rows = (sql: string, ...values: string[]) => prepare(sql).all(values);
  return {
    add: (hold) => {
      const amounts = [BigInt(hold.amountCents), BigInt(hold.capturedCents)];
      run("INSERT INTO hold VALUES (?, ?, ?, ?, ?)", hold.id, hold.orderId, hold.state, ...amounts);
    },
    find: (id) => rows(`SELECT ${columns} FROM hold WHERE id = ?`, id)[0] as Hold | undefined,
    all: () => rows(`SELECT ${columns} FROM hold ORDER BY rowid`) as Hold[],
    settle: (id, state, cents) => {
      run("UPDATE hold SET state = ?, captured_cents = ? WHERE id = ?", state, BigInt(cents), id);
    },
    refund: ({ holdId, amountCents }) => {
      run("INSERT INTO refund VALUES (?, ?)", holdId, BigInt(amountCents));
    },
    refunds: () => {
      const all = `SELECT hold_id AS "holdId", amount_cents AS "amountCents" FROM refund`;
      return rows(`${all} ORDER BY rowid`) as CardRefund[];
    },
    given: (key) =>
      rows("SELECT request, status, body FROM given WHERE key = ?", key)[0] as Given | undefined,
    keep: (key, { request, status, body }) => {
      run("INSERT INTO given VALUES (?, ?, ?, ?)", key, request, BigInt(status), body);
    },
    together: (act) => (database.transaction as Transact)(act).immediate(),
    close: () => database.close(),
  };
}

type Transact = <Result>(act: () => Result) => { readonly immediate: () => Result };
