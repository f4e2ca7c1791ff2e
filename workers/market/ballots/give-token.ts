import type { AccessRefusal } from "#domain/access/refusals.ts";
import { admitVoter, type CalledProposal } from "#domain/governance/ballots/casting.ts";
import type { BallotRefusal } from "#domain/governance/ballots/refusals.ts";
import { isBlindedFor } from "#domain/governance/ballots/token.ts";
import type { MemberId, ProposalId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import type { MadeBlindKey } from "#ports/blind-keys.ts";
import type { Database } from "#ports/database.ts";
import { insertGiven, signedFor, tokenKeyOf } from "#store/blind-tokens.ts";
import { CAST_ALREADY, hasVoted, useVote } from "#store/casting.ts";
import { type Loaded, readBatch } from "#store/statement.ts";
import { callToVote, castingLoaders, LOOK_AGAIN } from "./call-to-vote.ts";
import { asRightToVote } from "./right-to-vote.ts";

/** Whose vote it is, as whom, and what is to be signed unseen. */
export interface AskToken {
  readonly proposalId: ProposalId;
  readonly callNumber: number;
  readonly memberId: MemberId;
  readonly byMemberId: MemberId;
  /** The tracker, blinded in the browser (RFC 9474), in hexadecimal. */
  readonly blinded: string;
}

/** What is remembered: that the token was given. */
interface Given {
  readonly given: true;
}

/** What whoever asked hears; with it their browser finishes the token. */
export interface SignedUnseen extends Given {
  readonly signature: string;
}

type Refusal = AccessRefusal | BallotRefusal;

/**
 * Gives a member the token of their vote, once: that they have voted and what was signed are
 * written together, then it is signed. Whoever lost the answer asks again, with the same blinded
 * message, and is given the same; of any other there is none.
 */
export async function giveToken(request: Request, command: AskToken) {
  const { database, blindKeys } = request.ports;
  const held: { key?: MadeBlindKey } = {};
  const reply = await give(asRightToVote(request, command), command, held);
  if (!reply.ok) return reply;
  // A repeat of the request may bring another blinded message along: that one is not signed.
  const key = reply.isRepeat ? await keyOfRepeat(database, command) : (held.key ?? null);
  if (key === null) return refuse({ code: "token-given-already" } as const);
  const signature = await blindKeys.signBlinded(key, command.blinded);
  return { ...reply, value: { ...reply.value, signature } satisfies SignedUnseen };
}

/** The key once more, for who asks again; null where they ask for something else. */
async function keyOfRepeat(
  database: Database,
  { proposalId, callNumber, memberId, blinded }: AskToken,
): Promise<MadeBlindKey | null> {
  const box = { proposalId, callNumber };
  const { key, signed } = await readBatch(database, {
    key: tokenKeyOf(box),
    signed: signedFor(box, memberId),
  });
  return signed === blinded ? key : null;
}

/** @param held is given the key that it was decided with */
function give(request: Request, command: AskToken, held: { key?: MadeBlindKey }) {
  return perform(request, {
    load: () => loadersOf(command),
    decide: (known, principal): Outcome<Plan<Given>, Refusal> => {
      const called = callToVote(principal, known, command.callNumber);
      if (!called.ok) return called;
      if (known.key !== null) held.key = known.key;
      return planOf(command, { called: called.value, known }, request.ports.now);
    },
    guards: { ...LOOK_AGAIN, [CAST_ALREADY]: "decide-again" },
  });
}

function loadersOf({ proposalId, callNumber, memberId, byMemberId }: AskToken) {
  const box = { proposalId, callNumber };
  return {
    ...castingLoaders(box, memberId, byMemberId),
    isUsed: hasVoted(box, memberId),
    signed: signedFor(box, memberId),
    key: tokenKeyOf(box),
  };
}

type Known = Loaded<ReturnType<typeof loadersOf>>;

function planOf(
  { proposalId, callNumber, memberId, byMemberId, blinded }: AskToken,
  { called, known }: { readonly called: CalledProposal; readonly known: Known },
  now: Instant,
): Outcome<Plan<Given>, BallotRefusal> {
  const { electors, holdsProxy, isUsed, signed } = known;
  const voter = { member: memberId, by: byMemberId, elector: electors[0] ?? null, holdsProxy };
  const admitted = admitVoter(called, { voter, way: "blind" }, now);
  if (!admitted.ok) return admitted;
  if (!isBlindedFor(called.call.tokenKey ?? "", blinded)) return refuse({ code: "token-misfit" });
  const answer = { status: 201, value: { given: true } } as const;
  if (signed === blinded) return accept({ ...answer, statements: [] });
  if (signed !== null) return refuse({ code: "token-given-already" });
  if (isUsed) return refuse({ code: "ballot-cast-already" });
  const box = { proposalId, callNumber };
  const statements = [useVote(box, memberId), insertGiven(box, memberId, blinded)];
  return accept({ ...answer, statements });
}
