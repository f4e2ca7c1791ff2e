import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { secretBallotDigest, receiptDigest } from "#domain/governance/ballots/ballot.ts";
import { fraction } from "#domain/governance/counting/fraction.ts";
import { electorateRowDigest } from "#domain/governance/electorate/freeze-electorate.ts";
import { digestOfText } from "#domain/kernel/digest.ts";
import type { MemberId } from "#domain/kernel/ids.ts";
import { exportCall } from "#market/ballots/export-call.ts";
import type { Request } from "#market/edge/env.ts";
import { openDatabase } from "#ports/database.ts";
import { countedVote } from "#tests/counted-calls.ts";
import { admitMember } from "#tests/members.ts";
import type { Market } from "#tests/market.ts";
import { openMigratedServer } from "#tests/migrated-database.ts";
import { SECRETLY } from "#tests/secret-votes.ts";

const MEGABYTE = 1024 * 1024;
/** Growth after which it is looked what of it is held. */
const SLACK = 8 * MEGABYTE;

/**
 * Exports a secret vote of so many ballots piece by piece and throws it away. The memory is what
 * is held at most between two pieces, in the heap and in buffers; the rows of the database, in this
 * process too, lie outside of both.
 */
export async function exportMany(ballots: number) {
  const server = await openMigratedServer();
  const { url, token, database } = server;
  database.exec(
    "INSERT INTO network (id, name, currency, created_at) VALUES (1, 'Rete', 'EUR', 0)",
  );
  const market = { database, time: { now: Date.UTC(2026, 5, 2) }, env: envOf(url, token) };
  const member = await admitMember(market, { name: "Ada" });
  const call = await countedVote(market, { members: [member], policy: SECRETLY, choices: [null] });
  fill(database, call.proposalId, ballots);
  collect();
  const idle = used();
  const start = performance.now();
  const request = { ports: { database: openDatabase({ url, token }) }, credentials: NOBODY };
  const asked = { proposalId: call.proposalId, callNumber: null };
  const pieces = await exportCall(request as unknown as Request, asked);
  let most = 0;
  let characters = 0;
  for await (const piece of pieces.ok ? pieces.value : []) {
    characters += piece.length;
    if (used() - idle > most + SLACK) {
      collect();
      most = Math.max(most, used() - idle);
    }
  }
  const ms = Math.round(performance.now() - start);
  await server.close();
  if (characters < ballots * 200) throw new Error(`only ${characters} characters were exported`);
  return { ms, megabytes: Math.round(most / MEGABYTE) };
}

const NOBODY = { bearer: null, isSetup: false, session: null, orderLink: null, basket: null };

function envOf(url: string, token: string): Market["env"] {
  return { DATABASE_URL: url, DATABASE_TOKEN: token } as Market["env"];
}

function used(): number {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Throws away what nobody holds any more, so that only what is held is measured. */
const collect = ((): (() => void) => {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
})();

/** Rows as they would be there, written past their guards: a real vote of this size takes hours. */
function fill(database: Market["database"], proposalId: string, ballots: number): void {
  const names = database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").pluck();
  for (const name of names.all([]) as string[]) database.exec(`DROP TRIGGER ${name}`);
  database.exec("PRAGMA foreign_keys = OFF; BEGIN");
  const box = { proposalId, callNumber: 1 };
  const row = database.prepare(`INSERT INTO electorate_row (proposal_id, call_number, member_id,
      class, basis, weight_num, weight_den, reason, may_hold, salt, digest)
    VALUES (?, 1, ?, 'consumer', 'head', 1, 1, '', 1, ?, ?)`);
  const ballot = database.prepare(`INSERT INTO secret_ballot (proposal_id, call_number, mark, class,
      basis, weight_num, weight_den, choice, digest)
    VALUES (?, 1, ?, '', 'head', 1, 1, '{"vote":"yes"}', ?)`);
  const receipt = database.prepare(
    "INSERT INTO secret_receipt (proposal_id, call_number, tracker, digest) VALUES (?, 1, ?, ?)",
  );
  const alike = { class: "consumer", basis: "head", weight: fraction(1), reason: "" } as const;
  for (let at = 0; at < ballots; at++) {
    const memberId = String(at).padStart(26, "0") as MemberId;
    const salt = digestOfText(`salt ${at}`).slice(0, 26);
    const digest = electorateRowDigest({ ...alike, memberId, salt, mayHold: true });
    row.run([proposalId, memberId, salt, digest]);
    const mark = digestOfText(`mark ${at}`).slice(0, 26);
    const cast = { mark, ...alike, class: "", choice: { vote: "yes" } as const };
    ballot.run([proposalId, mark, secretBallotDigest(box, cast)]);
    receipt.run([proposalId, mark, receiptDigest(box, { tracker: mark })]);
  }
  database.exec("COMMIT");
}
