import type { Got, Sent } from "#tests/market.ts";
import {
  type Column,
  expected,
  OWNERSHIPS,
  type Ownership,
  type Row,
  type Verdict,
} from "./row.ts";
import { STOPPED, type World } from "./world.ts";

/** What came of a request: its verdict, and the words of a no. */
export interface Outcome {
  readonly verdict: Verdict | `strange: ${string}`;
  readonly said: string;
}

/** Tries a route as one column, on what is theirs, what is others' and what is not there. */
export async function tryRow(world: World, row: Row, column: Column, failures: readonly string[]) {
  const outcomes: Record<string, Outcome> = {};
  for (const ownership of OWNERSHIPS) {
    const before = failures.length;
    const got = await ask(world, { row, column, ownership });
    outcomes[ownership] = judge(row, got, failures.slice(before).join("\\n"));
  }
  return outcomes as Record<Ownership, Outcome>;
}

/** What a row says, in the form in which outcomes are compared. */
export function expectedOf(row: Row, column: Column): Record<Ownership, Verdict> {
  const verdicts = OWNERSHIPS.map((ownership) => [ownership, expected(row, column, ownership)]);
  return Object.fromEntries(verdicts) as Record<Ownership, Verdict>;
}

/** Who asks for what, and whose that is. */
interface Asked {
  readonly row: Row;
  readonly column: Column;
  readonly ownership: Ownership;
}

/** Sends what a row says as one column; `before` stands before its path. */
export function ask(world: World, asked: Asked, before = ""): Promise<Got> {
  const { row, column, ownership } = asked;
  const things = world.things(column, ownership);
  const [method = ""] = row.route.split(" ");
  const who = world.sentBy(column);
  const what = contentOf(row, things);
  const headers = { ...who.headers, ...what.headers };
  return world.market.call(method, before + row.at(things), { ...who, ...what, headers });
}

function contentOf(row: Row, things: Parameters<Row["at"]>[0]): Sent {
  if (row.body !== undefined) return { body: row.body(things) };
  if (row.form === undefined) return {};
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  return { headers, body: new URLSearchParams(row.form(things)).toString() };
}

/** A page sends who is nobody to sign in, and says no, or asks for a passkey, in words. */
function judgePage(status: number, body: unknown, headers: Headers): Verdict | null {
  if (/^\/accedi(\?poi=.*)?$/.test(headers.get("Location") ?? "")) return "sign-in";
  if (status !== 403 || typeof body !== "string") return null;
  return body.includes("Firma con la passkey") || body.includes("Serve una passkey") ? "in" : "no";
}

const SAID: Readonly<Record<number, Verdict>> = { 401: "sign-in", 404: "missing" };
/** A no for a reason that only somebody who was let in hears, or is asked a passkey for. */
const LET_IN = new Set([402, 409, 422]);
const ASKED = new Set([
  "passkey-needed",
  "passkey-refused",
  "second-person-needed",
  "not-granted",
  "not-the-author",
]);

function judge(row: Row, { status, body, headers }: Got, failure: string): Outcome {
  const page = judgePage(status, body, headers);
  if (page !== null) return { verdict: page, said: `${status} page` };
  const code = typeof body === "object" ? String(body["code"]) : "";
  const said = `${status} ${code}`;
  if (row.inWords === true && status === 422) return { verdict: "no", said };
  if (status < 400 || LET_IN.has(status) || ASKED.has(code)) return { verdict: "in", said };
  if (status >= 500 && failure.includes(STOPPED)) return { verdict: "in", said: "stopped" };
  if (status === 403 && code === "not-allowed") return { verdict: "no", said };
  const verdict = SAID[status] ?? (`strange: ${said} ${JSON.stringify(body)} ${failure}` as const);
  return { verdict, said };
}
