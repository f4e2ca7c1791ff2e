import * as v from "valibot";
import type { ExportedVote } from "#domain/governance/recount/exported-vote.ts";
import { recountVote } from "#domain/governance/recount/recount-vote.ts";
import type { Verdict } from "#domain/ledger/verify-journal.ts";
import { Vote } from "#market/ballots/http-vote-schema.ts";

/** What the entries of each list are called. */
const ENTRIES: Readonly<Record<string, string>> = {
  electorate: "electorate row",
  proxies: "proxy",
  receipts: "receipt",
  ballots: "ballot",
  seals: "seal",
};

/** Recounts an exported vote that a stranger wrote; what has another form is named by its place. */
export function verifyVote(value: unknown): Verdict {
  const read = v.safeParse(Vote, value);
  if (!read.success) return misshapen(read.issues[0]);
  const recount = recountVote(value as ExportedVote);
  return recount.ok ? { ok: true, checked: recount.checked } : recount;
}

function misshapen(issue: v.BaseIssue<unknown>): Verdict {
  const [list = "document", place, ...rest] = (issue.path ?? []).map(({ key }) => String(key));
  const name = ENTRIES[list];
  if (name === undefined || place === undefined) {
    return { ok: false, entry: list, fault: `${[place, ...rest].join(".")}: ${issue.message}` };
  }
  const entry = `${name} ${Number(place) + 1}`;
  return { ok: false, entry, fault: `${rest.join(".")}: ${issue.message}` };
}
