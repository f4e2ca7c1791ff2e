import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ballotDigest } from "#domain/governance/ballots/ballot.ts";
import { DAY, instant } from "#domain/kernel/instant.ts";
import { openDatabase } from "#ports/database.ts";
import { putOpen } from "#store/casting.ts";
import { type OpenCall, openCall } from "#tests/calls.ts";
import { countedVote } from "#tests/counted-calls.ts";
import { verifyExported } from "#tests/exported-votes.ts";
import { type AdmittedMember, admitMember } from "#tests/members.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { newTracker, SECRETLY } from "#tests/secret-votes.ts";
import { trialSeed } from "#tests/seed.ts";
import { addPerson, giveRole } from "#tests/signed-in-person.ts";

const EDITS = 100;
const said = [{ vote: "yes" }, { vote: "no" }, { vote: "abstain" }] as const;

let market: Market;
let auditor: ReturnType<typeof addPerson>["sent"];
let members: readonly AdmittedMember[];
let open: OpenCall;
let secret: OpenCall;
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
  const names = Array.from({ length: 9 }, (_, at) => `Socio ${at + 1}`);
  members = await names.reduce<Promise<AdmittedMember[]>>(
    async (before, name) => [...(await before), await admitMember(market, { name })],
    Promise.resolve([]),
  );
  const choices = members.map((_, at) => said[at % 3] ?? null);
  const suspended = [members[8]?.memberId].filter((one) => one !== undefined);
  const voters = members.slice(0, 8);
  open = await countedVote(market, { members: voters, suspended, choices });
  secret = await countedVote(market, { members, policy: SECRETLY, choices });
  const { id, sent } = addPerson(market, { name: "Daniela", address: "daniela@example.org" });
  giveRole(market, id, "auditor");
  auditor = sent;
});
afterAll(() => market.close());

/** What somebody with the whole database writes into a row. */
interface Edit {
  readonly table: string;
  readonly column: string;
  readonly value: string;
  /** The entry that the verifier has to name; "#" is the place of the row. */
  readonly names: string;
}

const ofTable = (table: string, names: string, values: Readonly<Record<string, string>>): Edit[] =>
  Object.entries(values).map(([column, value]) => ({ table, column, value, names }));

const hex = `'${"ab".repeat(32)}'`;
const other = "'01HSOMEBODYELSE00000000000'";
const EVERYWHERE: readonly Edit[] = [
  ...ofTable("electorate_row", "electorate row ?", {
    member_id: other,
    class: "'producer'",
    basis: "'financing'",
    weight_num: "weight_num + 1",
    weight_den: "weight_den + 1",
    reason: "iif(reason = '', 'left', '')",
    may_hold: "1 - may_hold",
    salt: "salt || 'x'",
    digest: hex,
  }),
  ...ofTable("ballot_seal", "seal #", {
    to_row: "to_row - 1",
    root: hex,
    previous: hex,
    sealed_at: "sealed_at + 1",
    digest: hex,
  }),
  ...ofTable("vote_call", "call", {
    round: "3 - round",
    electorate_root: hex,
    eligible_count: "eligible_count - 1",
    may_revote: "1 - may_revote",
    noticed_by: "'somebody else'",
    opens_at: "opens_at - 1",
    closes_at: "closes_at + 1",
    digest: hex,
  }),
  ...ofTable("vote_call", "text", { text_digest: hex }),
  ...ofTable("proposal_version", "text", { title: "title || '!'", body: "'another body'" }),
  ...ofTable("tally", "tally", {
    result: "json_set(result, '$.passes', json(iif(passes, 'false', 'true')))",
    ballots_root: hex,
  }),
];
const OPEN: readonly Edit[] = ofTable("ballot", "ballot #", {
  tracker: "replace(tracker, substr(tracker, 1, 3), 'zzz')",
  member_id: other,
  by_member: other,
  nth: "nth + 1",
  choice: `iif(choice LIKE '%yes%', '{"vote":"no"}', '{"vote":"yes"}')`,
  cast_at: "cast_at + 1",
  digest: hex,
});
const SECRET: readonly Edit[] = [
  ...ofTable("secret_ballot", "ballot ?", { mark: "replace(mark, substr(mark, 1, 3), 'zzz')" }),
  ...ofTable("secret_ballot", "ballot #", {
    class: "'producer'",
    basis: "'financing'",
    weight_num: "weight_num + 1",
    choice: `iif(choice LIKE '%yes%', '{"vote":"no"}', '{"vote":"yes"}')`,
    digest: hex,
  }),
  ...ofTable("secret_receipt", "receipt ?", {
    tracker: "replace(tracker, substr(tracker, 1, 3), 'zzz')",
  }),
  ...ofTable("secret_receipt", "receipt #", { digest: hex }),
];

const edits = fc.sample(
  fc.record({
    isOpen: fc.boolean(),
    which: fc.nat(1000),
    row: fc.nat(1000),
  }),
  { numRuns: EDITS, seed: trialSeed },
);

/** Somebody with the whole database takes its guards away first. */
function withoutGuards(): void {
  const names = market.database
    .prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    .pluck()
    .all([]) as string[];
  market.database.exec(names.map((name) => `DROP TRIGGER ${name};`).join(""));
  market.database.exec("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;");
}

/** Which entry is to be named and which one is, while one row of a vote says something else. */
async function namedWith({ table, column, value, names }: Edit, call: OpenCall, row: number) {
  const columns = columnsOf(table);
  const rows = market.database
    .prepare(`SELECT * FROM ${table} WHERE proposal_id = ? ORDER BY ${columns.join(", ")}`)
    .all([call.proposalId]) as Record<string, unknown>[];
  // Nothing by two is nothing by one: such a row would still say the same.
  const telling = rows.flatMap((one, at) =>
    column === "weight_den" && one["weight_num"] === 0 ? [] : [at],
  );
  const place = telling[row % telling.length] ?? 0;
  const where = columns.map((name) => `${name} IS ?`).join(" AND ");
  const args = columns.map((name) => rows[place]?.[name]) as [];
  market.database.prepare(`UPDATE ${table} SET ${column} = ${value} WHERE ${where}`).run(args);
  const verdict = verifyExported((await exported(call)).body);
  market.database.prepare(`DELETE FROM ${table} WHERE proposal_id = ?`).run([call.proposalId]);
  for (const one of rows) putBack(table, columns, one);
  const named = verdict.ok ? "nothing" : verdict.entry;
  const wanted = names.replace("#", String(place + 1));
  return { table, column, wanted, named: names.includes("?") ? named.replace(/\d+/, "?") : named };
}

/** As an auditor: an edit may leave so few alike that nobody else is given the ballots. */
const exported = ({ proposalId }: OpenCall) =>
  market.call("GET", `/api/v1/proposals/${proposalId}/export`, auditor);

function putBack(table: string, columns: readonly string[], row: Record<string, unknown>): void {
  const places = columns.map(() => "?").join(", ");
  const sql = `INSERT INTO ${table} (${columns.join(", ")}) VALUES (${places})`;
  market.database.prepare(sql).run(columns.map((name) => row[name]));
}

function columnsOf(table: string): string[] {
  return market.database
    .prepare("SELECT name FROM pragma_table_info(?)")
    .pluck()
    .all([table]) as string[];
}

describe("somebody with the whole database who edits one row", () => {
  test("before the seals is found out by the receipt that its voter holds", async () => {
    const voters = members.slice(0, 3);
    const call = await openCall(market, { members: voters, runsMs: DAY });
    const [voter] = voters;
    const tracker = newTracker();
    const member = voter?.memberId ?? "";
    const ballot = { tracker, member, by: member, nth: 1, choice: { vote: "yes" } } as const;
    const casting = { castAt: instant(market.time.now), paper: null };
    const box = { proposalId: call.proposalId, callNumber: 1 };
    const { DATABASE_URL: url, DATABASE_TOKEN: token } = market.env;
    await openDatabase({ url, token }).write([putOpen(box, ballot, casting)]);
    const receipt = ballotDigest(box, ballot, casting);
    const found = () =>
      market.call("GET", `/api/v1/proposals/${call.proposalId}/receipts/${tracker}`);
    expect((await found()).body).toMatchObject({ digest: receipt });
    const forged = ballotDigest(box, { ...ballot, choice: { vote: "no" } }, casting);
    market.database.exec("DROP TRIGGER ballot_stays");
    market.database
      .prepare("UPDATE ballot SET choice = ?, digest = ? WHERE tracker = ?")
      .run(['{"vote":"no"}', forged, tracker]);
    expect((await found()).body).not.toMatchObject({ digest: receipt });
  });

  test("after the seals is found out every time of a hundred, and the entry named", async () => {
    const before = await exported(secret);
    withoutGuards();
    const found: Named[] = [];
    for (const { isOpen, which, row } of edits) {
      const possible = [...EVERYWHERE, ...(isOpen ? OPEN : SECRET)];
      const tried = possible[which % possible.length];
      if (tried !== undefined) found.push(await namedWith(tried, isOpen ? open : secret, row));
    }
    expect(found).toHaveLength(EDITS);
    expect(found.filter(({ wanted, named }) => wanted !== named)).toEqual([]);
    const after = await exported(secret);
    expect(after.body).toEqual(before.body);
  });
});

type Named = Awaited<ReturnType<typeof namedWith>>;
