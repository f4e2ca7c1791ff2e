import * as v from "valibot";
import { PROPOSAL_SUBJECTS } from "#domain/governance/proposal/proposal-text.ts";
import type { MemberId } from "#domain/kernel/ids.ts";
import { cents } from "#domain/kernel/money.ts";
import { count, identifier, idOf, instantMs, words } from "#market/edge/schemas.ts";

const codeWord = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/, "lower-case letters and figures"));
const at = v.nullable(instantMs);
const digest = v.string();
const costCents = v.nullable(
  v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1e11), v.transform(cents)),
);

/** A member, named by whoever acts for them. */
export const member = idOf<MemberId>();
export const reason = words(4000);

/** What a text says; each of its parts has an end. */
const textBody = {
  title: words(160),
  body: v.optional(words(20_000, 0), ""),
  actions: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          key: words(60),
          subject: v.optional(words(60, 0), ""),
          value: words(20_000, 0),
          follows: count,
        }),
      ),
      v.maxLength(20),
    ),
    [],
  ),
  options: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          code: codeWord,
          title: words(160),
          detail: v.optional(words(4000, 0), ""),
          costCents: v.optional(costCents, null),
        }),
      ),
      v.maxLength(200),
    ),
    [],
  ),
};

export const DraftBody = v.strictObject({
  memberId: member,
  policy: codeWord,
  subject: v.picklist(PROPOSAL_SUBJECTS),
  budgetCents: v.optional(costCents, null),
  ...textBody,
});
export const TextBody = v.strictObject({ follows: count, ...textBody });
export const AmendmentBody = v.strictObject({
  memberId: member,
  follows: count,
  reason,
  ...textBody,
});

const amount = v.nullable(v.number());

/** A text, as it is answered. */
const written = {
  title: v.string(),
  body: v.string(),
  actions: v.array(
    v.object({ key: v.string(), subject: v.string(), value: v.string(), follows: v.number() }),
  ),
  options: v.array(
    v.object({ code: v.string(), title: v.string(), detail: v.string(), costCents: amount }),
  ),
};
export const Text = v.object({
  version: v.number(),
  ...written,
  digest,
  writtenAt: instantMs,
});

const Policy = v.object({ code: v.string(), version: v.number() });

const Call = v.object({
  number: v.number(),
  round: v.number(),
  policy: Policy,
  textVersion: v.number(),
  isVoid: v.boolean(),
  textDigest: digest,
  electorateRoot: digest,
  electorateCount: v.number(),
  eligibleCount: v.number(),
  secrecy: v.picklist(["open", "detached", "blind"]),
  /** Of a blind vote: the modulus of the RSA key that signs its tokens (RFC 9474). */
  tokenKey: v.optional(v.string()),
  mayRevote: v.boolean(),
  noticedAt: instantMs,
  opensAt: instantMs,
  closesAt: instantMs,
  extendedTo: at,
  timelockDays: amount,
  digest,
});

const Tally = v.object({
  hasQuorum: v.boolean(),
  passes: v.boolean(),
  /** Canonical JSON of the whole count. */
  result: v.string(),
  /** Null where few secret ballots of a college keep part of the count untold. */
  resultDigest: v.nullable(digest),
  ballotsRoot: digest,
  ballotsCount: v.number(),
  isDecidedByLot: v.boolean(),
  talliedAt: instantMs,
  challengeUntil: at,
  openChallenges: v.number(),
  annulledAt: at,
});

export const Proposal = v.object({
  id: identifier,
  number: v.number(),
  authorId: identifier,
  subject: v.picklist(PROPOSAL_SUBJECTS),
  budgetCents: amount,
  amendmentId: v.nullable(identifier),
  state: v.string(),
  policy: Policy,
  createdAt: instantMs,
  submittedAt: at,
  endorsedAt: at,
  executedAt: at,
  endorsements: v.number(),
  endorsementsNeeded: v.number(),
  text: Text,
  ended: v.nullable(
    v.object({
      how: v.string(),
      at: instantMs,
      reason: v.string(),
      supersededBy: v.nullable(identifier),
    }),
  ),
  call: v.nullable(Call),
  tally: v.nullable(Tally),
  queue: v.nullable(v.object({ from: instantMs, until: instantMs })),
});

export const Endorser = v.object({ memberId: identifier, name: v.string(), endorsedAt: instantMs });

export const stance = v.picklist(["for", "against", "neither"]);

export const Comment = v.object({
  id: identifier,
  memberId: identifier,
  name: v.string(),
  answersId: v.nullable(identifier),
  stance,
  words: v.nullable(v.string()),
  writtenAt: instantMs,
  hidden: v.nullable(v.object({ at: instantMs, reason: v.string() })),
});

export const Amendment = v.object({
  id: identifier,
  memberId: identifier,
  name: v.string(),
  baseVersion: v.number(),
  ...written,
  reason: v.string(),
  proposedAt: instantMs,
  decision: v.nullable(v.picklist(["accepted", "rejected", "put-to-vote"])),
  decidedAt: at,
  decisionReason: v.nullable(v.string()),
});

export const Elector = v.object({
  memberId: identifier,
  name: v.string(),
  class: v.string(),
  basis: v.string(),
  weight: v.string(),
  reason: v.string(),
  mayHold: v.boolean(),
  digest,
});

export const Proxy = v.object({
  id: identifier,
  giver: identifier,
  giverName: v.string(),
  holder: identifier,
  holderName: v.string(),
  givenAt: instantMs,
  revokedAt: at,
});

export const Challenge = v.object({
  id: identifier,
  memberId: identifier,
  reason: v.string(),
  raisedAt: instantMs,
  decision: v.nullable(v.picklist(["upheld", "dismissed"])),
  decidedAt: at,
  decisionReason: v.nullable(v.string()),
});

export const Noticed = v.object({
  id: identifier,
  call: v.number(),
  opensAt: instantMs,
  closesAt: instantMs,
  textDigest: digest,
  electorateRoot: digest,
  eligible: v.number(),
  digest,
});
