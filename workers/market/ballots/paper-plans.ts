import { ballotDigest, type Receipt } from "#domain/governance/ballots/ballot.ts";
import {
  type CalledProposal,
  classCarried,
  lateQuorumOf,
} from "#domain/governance/ballots/casting.ts";
import type { Choice } from "#domain/governance/ballots/choice.ts";
import type { ElectorateRow } from "#domain/governance/electorate/freeze-electorate.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { MemberId, PersonId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Request } from "#market/edge/env.ts";
import type { Plan } from "#market/edge/perform.ts";
import type { Statement } from "#ports/database.ts";
import { extendIfQuorate, putOpen, putSecret, useVote } from "#store/casting.ts";
import type { Box } from "#store/calls.ts";
import { insertBatch } from "#store/papers.ts";

/** A batch that is in the box, with receipts where papers are open. */
export interface EnteredPapers {
  readonly number: number;
  readonly papers: number;
  readonly receipts: readonly {
    readonly memberId: MemberId;
    readonly tracker: string;
    readonly digest: Digest;
  }[];
}

/** Characters of a tracker or a mark. */
const RANDOM_LENGTH = 26;

/** The two who enter papers together. */
export interface Scrutineers {
  readonly enteredBy: PersonId;
  readonly secondedBy: PersonId;
}

/** What goes into the box together. */
export interface Papers {
  readonly box: Box;
  readonly batch: Scrutineers & { readonly number: number; readonly papers: number };
  readonly memberIds: readonly MemberId[];
  readonly choices: readonly Choice[];
}

/** Open papers, each with its member and a receipt. */
export function openPlan(
  { actor, key, ports: { ids, now } }: Request,
  { box: { proposalId, callNumber }, batch, memberIds, choices }: Papers,
  { call }: CalledProposal,
): Plan<EnteredPapers> {
  const box = { proposalId, callNumber };
  const casting = { castAt: now, paper: batch.number };
  const ballots = choices.map((choice, at) => {
    const memberId = memberIds[at] ?? ("" as MemberId);
    const tracker = ids.derived("paper", actor, key, memberId).slice(0, RANDOM_LENGTH);
    return { tracker, member: memberId, by: memberId, nth: 1, choice };
  });
  return {
    status: 201,
    value: {
      number: batch.number,
      papers: batch.papers,
      receipts: ballots.map((ballot) => ({
        memberId: ballot.member,
        tracker: ballot.tracker,
        digest: ballotDigest(box, ballot, casting),
      })),
    },
    statements: [
      insertBatch(box, { ...batch, enteredAt: now }),
      ...ballots.flatMap((ballot) => [
        putOpen(box, ballot, casting),
        ...extension({ box, call, now }, ballot.member, ballot.choice),
      ]),
    ],
  };
}

/** Secret papers: who wrote one and what they say go in apart. */
export function secretPlan(
  { ports: { ids, now } }: Request,
  {
    box: { proposalId, callNumber },
    batch,
    memberIds,
    choices,
    like,
    tokens,
  }: Papers & {
    readonly like: Pick<ElectorateRow, "basis" | "weight" | "class">;
    /** Of a blind vote, as many as papers. */
    readonly tokens: readonly Receipt[] | null;
  },
  { call }: CalledProposal,
): Plan<EnteredPapers> {
  const box = { proposalId, callNumber };
  const of = classCarried(call.policy.policy, like);
  const { basis, weight } = like;
  const random = () => ids.secret().slice(0, RANDOM_LENGTH);
  return {
    status: 201,
    value: { number: batch.number, papers: batch.papers, receipts: [] },
    statements: [
      insertBatch(box, { ...batch, enteredAt: now }),
      ...memberIds.map((memberId) => useVote(box, memberId)),
      ...choices.flatMap((choice, at) => [
        ...putSecret(
          box,
          { mark: random(), class: of, basis, weight, choice },
          tokens?.[at] ?? { tracker: random() },
        ),
        ...extension({ box, call, now }, memberIds[at] ?? ("" as MemberId), choice),
      ]),
    ],
  };
}

function extension(
  {
    box,
    call,
    now,
  }: { readonly box: Box; readonly call: CalledProposal["call"]; readonly now: Instant },
  memberId: MemberId,
  choice: Choice,
): readonly Statement[] {
  const late = lateQuorumOf(call, choice, now);
  return late === null ? [] : [extendIfQuorate(box, memberId, late, now)];
}
