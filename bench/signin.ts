import type Database from "libsql";
import { instant } from "#domain/kernel/instant.ts";
import { startHost } from "#host/market-host.ts";
import { makeIds } from "#ports/ids.ts";
import { type Measured, median, type Report } from "./report.ts";

/** Addresses on each side; one gets five codes an hour, so that five samples come of each. */
const PEOPLE = 100;
const CODES = 5;
const STARTS_AT = Date.UTC(2026, 5, 2, 8);

type Side = "known" | "unknown";
type Times = Readonly<Record<Side, number[]>>;

/**
 * Whether a clock tells who has an account: 500 times on each side a code is asked for, and a
 * wrong one tried, in turns. A median difference below 5 % and Welch's t below 4.5 are what
 * it is held to.
 */
export async function run(): Promise<Report> {
  const host = await startHost({ clockAt: STARTS_AT });
  try {
    addPeople(host.database);
    const url = host.url.replace("localhost", "127.0.0.1");
    for (let i = 0; i < 50; i++) await ask(url, `warm-${i}@example.org`);
    const codes: Times = { known: [], unknown: [] };
    const tries: Times = { known: [], unknown: [] };
    for (let round = 0; round < CODES; round++) {
      for (let i = 0; i < PEOPLE; i++) await inTurns(url, { i, round, codes, tries });
    }
    const compared = { "asking for a code": codes, "trying a wrong code": tries };
    const found = Object.entries(compared).map(([what, times]) => compare(what, times));
    return {
      name: "signin",
      measured: found.map(({ measured }) => measured),
      bars: found.flatMap(({ bars }) => bars),
    };
  } finally {
    await host.close();
  }
}

/** One sample of each side, the one first as often as the other. */
async function inTurns(
  url: string,
  at: { readonly i: number; readonly round: number; readonly codes: Times; readonly tries: Times },
): Promise<void> {
  const { i, round, codes, tries } = at;
  const sides: readonly Side[] =
    (i + round) % 2 === 0 ? ["known", "unknown"] : ["unknown", "known"];
  for (const side of sides) {
    const asked = await ask(url, addressOf(side, i));
    codes[side].push(asked.ms);
    const tried = await post(url, "/api/v1/sessions", { codeId: asked.id, code: "00000000" });
    tries[side].push(tried.ms);
  }
}

/** As long as each other: a length would tell too. */
function addressOf(side: Side, i: number): string {
  return `${side === "known" ? "socia" : "mai_n"}-${String(i).padStart(3, "0")}@example.org`;
}

async function ask(url: string, email: string): Promise<{ id: string; ms: number }> {
  const { body, ms } = await post(url, "/api/v1/sign-in-codes", { email });
  return { id: String(body["id"]), ms };
}

let sent = 0;

async function post(url: string, path: string, body: object) {
  const headers = {
    "Content-Type": "application/json",
    "Idempotency-Key": `bench-${++sent}`,
    Origin: url,
  };
  const text = JSON.stringify(body);
  const start = performance.now();
  const answer = await fetch(url + path, { method: "POST", headers, body: text });
  const told = (await answer.json()) as Record<string, unknown>;
  const ms = performance.now() - start;
  const isWrongCode = told["code"] === "code-wrong";
  if (!answer.ok && !isWrongCode) throw new Error(`${path}: ${JSON.stringify(told)}`);
  return { body: told, ms };
}

function addPeople(database: Database.Database): void {
  const ids = makeIds(instant(STARTS_AT), "a secret of at least thirty-two characters");
  const person = database.prepare("INSERT INTO person (id, created_at) VALUES (?, 0)");
  const email = database.prepare(`INSERT INTO person_email
    (id, person_id, address, folded, added_at, confirmed_at) VALUES (?1, ?2, ?3, ?3, 0, 0)`);
  for (let i = 0; i < PEOPLE; i++) {
    const id = ids.next();
    person.run([id]);
    email.run([ids.next(), id, addressOf("known", i)]);
  }
}

function compare(what: string, { known, unknown }: Times) {
  const [ours, theirs] = [median(known), median(unknown)];
  // Within pairs, which were taken together: what else the machine does slows both of a pair.
  const apart = median(known.map((ms, at) => ms - (unknown[at] ?? 0)));
  const difference = rounded((Math.abs(apart) / theirs) * 100);
  const t = rounded(Math.abs(welch(known, unknown)));
  const figures = { knownMs: rounded(ours), unknownMs: rounded(theirs), samples: known.length };
  const measured: Measured = { what, ...figures, "difference %": difference, t };
  const bars = [
    { what: `${what}: median difference, %`, value: difference, atMost: 5 },
    { what: `${what}: Welch's t`, value: t, atMost: 4.5 },
  ];
  return { measured, bars };
}

/** How far two means are apart, in their own standard errors (Welch, 1947). */
function welch(a: readonly number[], b: readonly number[]): number {
  return (mean(a) - mean(b)) / Math.sqrt(variance(a) / a.length + variance(b) / b.length);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function variance(values: readonly number[]): number {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
  return squares / (values.length - 1);
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
