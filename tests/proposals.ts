import type { Policy } from "#domain/governance/policy/policy.ts";
import type { Proposal } from "#domain/governance/proposal/proposal.ts";
import type {
  ProposalFrame,
  ProposalOption,
  ProposalText,
} from "#domain/governance/proposal/proposal-text.ts";
import type { MemberId, ProposalId } from "#domain/kernel/ids.ts";
import { DAY, type Instant, instant } from "#domain/kernel/instant.ts";
import { noticeLoaders, planNotice } from "#market/proposals/notice.ts";
import { type Database, openDatabase, type Statement } from "#ports/database.ts";
import { makeIds } from "#ports/ids.ts";
import { firstPolicies, insertPolicy, policyVersions } from "#store/policies.ts";
import { insertText } from "#store/proposal-texts.ts";
import { insertProposal, nextNumber, proposalBy } from "#store/proposals.ts";
import { readBatch } from "#store/statement.ts";
import type { Market } from "./market.ts";
import { admitMember } from "./members.ts";
import { aPolicy } from "./policies.ts";

type Place = Pick<Market, "database" | "time" | "env">;

/** What is proposed; whatever is not said is as in most votes: a motion, by yes or no. */
export interface Proposed {
  /** Whose idea it is; a member of their own where nobody is named. */
  readonly author?: MemberId;
  /** One of the policies that a network begins with. */
  readonly policy?: string;
  /** Or one of its own: `aPolicy()` with these changes. */
  readonly under?: Partial<Policy>;
  readonly subject?: ProposalFrame["subject"];
  readonly budgetCents?: ProposalFrame["budgetCents"];
  readonly text?: Partial<ProposalText>;
}

/** A candidate, an option, or a project with its cost. */
export function anOption(code: string, costCents: ProposalOption["costCents"] = null) {
  return { code, title: code, detail: "", costCents } satisfies ProposalOption;
}

/** A proposal that was endorsed and may be noticed: written as the market would write it. */
export async function discussedProposal(place: Place, proposed: Proposed = {}): Promise<Proposal> {
  const database = databaseOf(place);
  const { now } = place.time;
  const ids = idsAt(place);
  const author = proposed.author ?? (await admitMember(place, { name: "Rosa Bianchi" })).memberId;
  const policy = await policyUsed(place, proposed);
  const { number } = await readBatch(database, { number: nextNumber() });
  const id = ids.next<ProposalId>();
  const { subject = "motion", budgetCents = null } = proposed;
  const text: ProposalText = {
    title: "Consegna anche il sabato",
    body: "Il giro parte il venerdì e il sabato.",
    actions: [],
    options: [],
    ...proposed.text,
  };
  // Long enough ago for any discussion to be over.
  const at = instant(now - 60 * DAY);
  const frame = { subject, budgetCents };
  await write(database, [
    insertProposal({
      id,
      number,
      authorId: author,
      policyCode: policy.code,
      policyVersion: policy.version,
      ...frame,
      amendmentId: null,
      createdAt: at,
      submittedAt: at,
      endorsedAt: at,
    }),
    insertText({ proposalId: id, version: 1 }, text, frame, { writtenAt: at, writtenBy: "test" }),
  ]);
  return proposalNow(place, id);
}

/** A proposal whose vote is called: everybody in the book by now is in its electorate. */
export async function noticedProposal(place: Place, proposed: Proposed = {}): Promise<Proposal> {
  const { id } = await discussedProposal(place, proposed);
  return noticed(place, id);
}

/** Calls the vote on a proposal, as an officer would. */
export async function noticed(place: Place, id: ProposalId): Promise<Proposal> {
  const database = databaseOf(place);
  const now = instant(place.time.now);
  const ids = idsAt(place);
  const { proposal, ...known } = await readBatch(database, {
    proposal: proposalBy(id),
    ...noticeLoaders(id, now),
  });
  if (proposal === null) throw new Error("no such proposal");
  const planned = planNotice(
    proposal,
    known,
    { opensAt: null, by: "test", key: null },
    { ids, now },
  );
  if (!planned.ok) throw new Error(`not called: ${JSON.stringify(planned.refusal)}`);
  await write(database, planned.value.statements);
  return proposalNow(place, id);
}

/** A proposal on which members vote now: the clock stands at the opening. */
export async function openProposal(place: Place, proposed: Proposed = {}): Promise<Proposal> {
  const proposal = await noticedProposal(place, proposed);
  passTo(place, opensAt(proposal));
  return proposal;
}

/** Moves the clock; who is signed in stays so, as if they had been there all the time. */
export function passTo(place: Pick<Place, "database" | "time">, at: number): void {
  place.time.now = at;
  const sql = "UPDATE session SET started_at = ?1, seen_at = ?1 WHERE ended_at IS NULL";
  place.database.prepare(sql).run([at]);
}

/** The instants of a call, which a test's clock is set to. */
export function opensAt({ call }: Proposal): Instant {
  if (call === null) throw new Error("the vote was not called");
  return call.opensAt;
}

export function closesAt({ call }: Proposal): Instant {
  if (call === null) throw new Error("the vote was not called");
  return call.extendedTo ?? call.closesAt;
}

/** A proposal as the database has it. */
export async function proposalNow(place: Place, id: ProposalId): Promise<Proposal> {
  const { proposal } = await readBatch(databaseOf(place), { proposal: proposalBy(id) });
  if (proposal === null) throw new Error("no such proposal");
  return proposal;
}

export function databaseOf({ env }: Pick<Market, "env">): Database {
  return openDatabase({ url: env.DATABASE_URL, token: env.DATABASE_TOKEN });
}

/** Writes what a test prepares; a guard that says no is a mistake of the test. */
async function write(database: Database, statements: readonly Statement[]): Promise<void> {
  const written = await database.write(statements);
  if (written.kind !== "committed") throw new Error(`not written: ${JSON.stringify(written)}`);
}

let policiesMade = 0;

async function policyUsed(place: Place, { policy = "ordinary", under }: Proposed) {
  const database = databaseOf(place);
  const { versions } = await readBatch(database, { versions: policyVersions() });
  // A network begins with its policies: here long enough ago.
  const at = instant(0);
  if (versions.length === 0) await write(database, firstPolicies(at));
  if (under === undefined) return { code: policy, version: 1 };
  const own = aPolicy({ ...under, code: under.code ?? `test-${++policiesMade}` });
  const decided = { effectiveAt: at, decidedAt: at, decidedBy: "test", reason: "test" };
  await write(database, [insertPolicy({ policy: own, version: 1, ...decided })]);
  return { code: own.code, version: 1 };
}

function idsAt({ env, time }: Pick<Market, "env" | "time">) {
  return makeIds(instant(time.now), env.SECRET_KEY);
}
