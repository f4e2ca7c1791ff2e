import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { createClient } from "@libsql/client/web";
import { is, SQL } from "drizzle-orm";
import { drizzle } from "drizzle-orm/libsql/web";
import {
  getTableConfig,
  type SQLiteColumn,
  SQLiteSyncDialect,
  SQLiteTable,
} from "drizzle-orm/sqlite-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { id, type HouseholdId } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { openMigratedServer } from "#tests/migrated-database.ts";
import * as assemblies from "./assemblies.ts";
import * as calls from "./calls.ts";
import * as ballots from "./ballots.ts";
import * as blindTokens from "./blind-tokens.ts";
import * as catalogue from "./catalogue.ts";
import * as cycles from "./cycles.ts";
import * as ground from "./ground.ts";
import * as identity from "./identity.ts";
import * as ledger from "./ledger.ts";
import * as mail from "./mail.ts";
import * as members from "./members.ts";
import * as networkHistory from "./network-history.ts";
import * as notices from "./notices.ts";
import * as orders from "./orders.ts";
import * as people from "./people.ts";
import * as photos from "./photos.ts";
import * as planning from "./planning.ts";
import * as privacy from "./privacy.ts";
import * as problems from "./problems.ts";
import * as rounds from "./rounds.ts";
import * as shifts from "./shifts.ts";
import * as transparency from "./transparency.ts";
import * as proposals from "./proposals.ts";
import * as standing from "./standing.ts";

const areas = {
  ballots,
  "blind-tokens": blindTokens,
  assemblies,
  calls,
  catalogue,
  cycles,
  ground,
  identity,
  ledger,
  mail,
  members,
  "network-history": networkHistory,
  notices,
  orders,
  people,
  photos,
  planning,
  privacy,
  problems,
  proposals,
  rounds,
  shifts,
  transparency,
  standing,
};

/** Without a typed view: the search index with its shadows, and the host's own register. */
const untyped = [
  "product_search",
  "product_search_config",
  "product_search_data",
  "product_search_docsize",
  "product_search_idx",
  "schema_migration",
];

/** The status of an event is checked on the line that it is projected on. */
const checkedElsewhere = "line_event.status";

const tables = Object.values(areas)
  .flatMap((area): unknown[] => Object.values(area))
  .filter((exported) => is(exported, SQLiteTable))
  .map((table) => getTableConfig(table));

let server: Awaited<ReturnType<typeof openMigratedServer>>;
const rows = (sql: string, ...args: string[]): unknown[][] =>
  server.database.prepare(sql).raw().all(args) as unknown[][];

beforeAll(async () => {
  server = await openMigratedServer();
});
afterAll(() => server.close());

describe("the typed view is the migrated database", () => {
  test("every area of the schema is looked at", () => {
    const here = readdirSync(fileURLToPath(new URL(".", import.meta.url)))
      .filter((file) => /^[a-z-]+\.ts$/.test(file) && file !== "columns.ts")
      .map((file) => file.slice(0, -3));
    expect(here.toSorted()).toEqual(Object.keys(areas).toSorted());
  });

  test("every table has one typed view, and every view a table", () => {
    const stored = rows(
      `SELECT name FROM pragma_table_list
        WHERE schema = 'main' AND type <> 'view' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`,
    ).map(([name]) => String(name));
    const typed = tables.map(({ name }) => name);
    expect([...typed, ...untyped].toSorted()).toEqual(stored.toSorted());
  });

  test("every table is strict, none takes a text for a number", () => {
    const loose = rows(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0",
    ).map(([name]) => String(name));
    expect(loose).toEqual(["sqlite_schema"]);
  });

  describe.each(tables)("$name", (table) => {
    test("has the same columns, types, defaults and nulls", () => {
      const stored = rows(
        `SELECT name, lower(type), "notnull" = 1 OR pk > 0, dflt_value FROM pragma_table_xinfo(?)`,
        table.name,
      );
      expect(table.columns.map(columnAsStored)).toEqual(stored);
    });

    test("has the same primary key", () => {
      const stored = rows(
        "SELECT name FROM pragma_table_xinfo(?) WHERE pk > 0 ORDER BY pk",
        table.name,
      );
      const key = table.primaryKeys[0]?.columns ?? table.columns.filter(({ primary }) => primary);
      expect(key.map(({ name }) => [name])).toEqual(stored);
    });

    test("knows the words that its checks know", () => {
      const [[sql] = []] = rows("SELECT sql FROM sqlite_schema WHERE name = ?", table.name);
      const words = table.columns
        .filter(
          ({ name, enumValues }) =>
            (enumValues ?? []).length > 0 && `${table.name}.${name}` !== checkedElsewhere,
        )
        .map(({ name, enumValues }) => [name, enumValues]);
      expect(words).toEqual(wordsOfChecks(String(sql)));
    });
  });
});

test("what is written through the types is read back, with the database's defaults", async () => {
  const client = createClient({ url: server.url, authToken: server.token });
  const database = drizzle(client);
  const household = {
    id: id<HouseholdId>("01jz9x0000000000000000c0s1"),
    lowCreditCents: cents(-2500),
    createdAt: instant(1_780_000_000_000),
  };
  await database.insert(people.household).values(household);
  expect(await database.select().from(people.household)).toEqual([
    { ...household, groupId: null, coordinatesGroup: false, erasedAt: null },
  ]);
  client.close();
});

function columnAsStored(column: SQLiteColumn): unknown[] {
  return [column.name, column.getSQLType(), column.notNull ? 1 : 0, defaultAsStored(column)];
}

function defaultAsStored({ default: value }: SQLiteColumn): string | null {
  if (value === undefined) return null;
  if (is(value, SQL)) return new SQLiteSyncDialect().sqlToQuery(value).sql;
  return typeof value === "string" ? `'${value}'` : String(Number(value));
}

// `CHECK (kind IN ('a', 'b'))` that stands alone: a list within a longer condition says less.
function wordsOfChecks(sql: string): [string, string[]][] {
  return [...sql.matchAll(/CHECK \(\s*(\w+) IN \(([^)]*)\)\s*\)/g)].map(([, name, list]) => [
    name ?? "",
    [...(list ?? "").matchAll(/'([^']*)'/g)].map(([, word]) => word ?? ""),
  ]);
}
