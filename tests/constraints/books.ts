import { type Client, createClient, type InStatement } from "@libsql/client/web";
import type { LibsqlServer } from "#host/libsql-server.ts";
import { migrate } from "#host/migrations.ts";
import { migrationsFolder, openMigratedServer } from "#tests/migrated-database.ts";
import { digestOf, insert, type Row } from "./attempt.ts";

const opened = [
  insert("ledger_account", { id: 1, code: "cash", type: "asset", opened_at: 1000 }),
  insert("ledger_account", { id: 2, code: "wallet:rossi", type: "liability", opened_at: 1000 }),
  insert("ledger_account", { id: 3, code: "held:rossi", type: "liability", opened_at: 1000 }),
  insert("ledger_account", { id: 4, code: "delivery", type: "income", opened_at: 1000 }),
  insert("ledger_account", { id: 5, code: "sales", type: "liability", opened_at: 1000 }),
  insert("fiscal_period", { year: 2024, closed_at: 1000, closed_by: "treasurer" }),
];

/** A posting of two legs; what an attack does not name is as it should be. */
export function posting(change: Row): Row {
  return {
    ref: "attack",
    kind: "attack",
    business_date: "2026-06-05",
    posted_at: 2000,
    actor: "stranger",
    rules: "{}",
    legs: legs(["cash", 5], ["wallet:rossi", -5]),
    digest: digestOf("a"),
    ...change,
  };
}

export function legs(...list: readonly (readonly unknown[])[]): string {
  return JSON.stringify(list);
}

const history = [
  posting({ ref: "top-up", legs: legs(["cash", 5000], ["wallet:rossi", -5000]) }),
  posting({ ref: "hold", legs: legs(["wallet:rossi", 3000, 0], ["held:rossi", -3000]) }),
  posting({ ref: "sale", resolves: "hold", legs: legs(["held:rossi", 3000], ["sales", -3000]) }),
  posting({ ref: "fee", legs: legs(["wallet:rossi", 200], ["delivery", -200]) }),
  posting({ ref: "undo", reverses: "fee", legs: legs(["wallet:rossi", -200], ["delivery", 200]) }),
];

/** The books of a small network, as a stranger with the database's token reaches them. */
export class Books {
  readonly client: Client;
  readonly #server: LibsqlServer;

  private constructor(server: LibsqlServer) {
    this.#server = server;
    this.client = createClient({ url: server.url, authToken: server.token });
  }

  /** A top-up, a hold that was resolved, a fee that was reversed, and the closed year 2024. */
  static async open(): Promise<Books> {
    const books = new Books(await openMigratedServer());
    await books.write([...opened, ...history.map((row) => insert("ledger_tx", row))]);
    return books;
  }

  async close(): Promise<void> {
    this.client.close();
    await this.#server.close();
  }

  async write(statements: readonly { sql: string; args: readonly Row[string][] }[]): Promise<void> {
    const batch: InStatement[] = statements.map(({ sql, args }) => ({ sql, args: [...args] }));
    await this.client.batch(batch, "write");
  }

  /** Every row of the books. */
  async everything(): Promise<unknown[]> {
    const tables = ["account", "tx", "entry", "balance", "stretch"].map(
      (table) => `ledger_${table}`,
    );
    const results = await this.client.batch(
      [...tables, "fiscal_period"].map((table) => `SELECT * FROM ${table}`),
      "read",
    );
    return results.map(({ rows }) => rows.map((row) => Object.values(row)));
  }

  /** What is wrong with the sums: nothing, as long as the books are sound. */
  async faults(): Promise<unknown[]> {
    const { rows } = await this.client.execute(`
      SELECT 'the entries do not add up to nothing'
        WHERE (SELECT sum(amount_cents) FROM ledger_entry) <> 0
      UNION ALL SELECT 'a posting is unbalanced: ' || tx_id FROM ledger_entry
        GROUP BY tx_id HAVING sum(amount_cents) <> 0
      UNION ALL SELECT 'a balance is not the sum of its entries: ' || account.id
        FROM ledger_account account
        LEFT JOIN ledger_balance balance ON balance.account_id = account.id
        WHERE coalesce(posted_cents, 0) <> coalesce(
          (SELECT sum(amount_cents) FROM ledger_entry WHERE account_id = account.id), 0)
      UNION ALL SELECT 'a posting lacks an entry: ' || tx.id FROM ledger_tx tx
        WHERE json_array_length(legs) <> (SELECT count(*) FROM ledger_entry WHERE tx_id = tx.id)
      UNION ALL SELECT 'the numbers have a gap'
        WHERE (SELECT count(*) <> max(id) OR min(id) <> 1 FROM ledger_tx)`);
    return rows.map((row) => row[0]);
  }

  /** What a host does with the database when it starts. @throws MigrationRefusal */
  startAgain(): void {
    migrate(this.#server.database, migrationsFolder);
  }
}
