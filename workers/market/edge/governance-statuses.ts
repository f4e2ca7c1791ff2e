import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { AssemblyRefusal, OfficeRefusal } from "#domain/governance/assembly/refusals.ts";
import type { BallotRefusal } from "#domain/governance/ballots/refusals.ts";
import type {
  CallRefusal,
  ChallengeRefusal,
  PolicyRefusal,
  ProposalRefusal,
  ProxyRefusal,
} from "#domain/governance/refusals.ts";

type VoteRefusal = CallRefusal | ChallengeRefusal | PolicyRefusal | ProposalRefusal | ProxyRefusal;

/** With which status each "no" about assemblies and offices is said. */
export const ASSEMBLY_STATUSES = {
  "agenda-empty": 422,
  "general-without-delegates": 422,
  "assembly-too-soon": 422,
  "second-call-misplaced": 422,
  "assembly-elsewhere": 409,
  "not-of-the-assembly": 422,
  "present-already": 409,
  "holder-not-there": 422,
  "too-few-present": 409,
  "assembly-changed": 409,
  "minutes-changed": 409,
  "minutes-sealed": 409,
  "not-electable": 422,
  "term-too-long": 422,
  "office-held": 409,
  "term-ended": 409,
} as const satisfies Record<(AssemblyRefusal | OfficeRefusal)["code"], ContentfulStatusCode>;

/** The same about the tokens of blind votes. */
export const BLIND_STATUSES = {
  "token-misfit": 422,
  "token-given-already": 409,
  "token-not-signed": 403,
  "token-used": 409,
} as const satisfies Partial<Record<BallotRefusal["code"], ContentfulStatusCode>>;

/** The same about proposals, calls, policies and proxies. */
export const VOTE_STATUSES = {
  "proxy-given-already": 409,
  "proxy-revoked-already": 409,
  "proxy-used": 409,
  "proposal-misfit": 422,
  "policy-unknown": 422,
  "proposal-not-now": 409,
  "text-changed": 409,
  "not-the-author": 403,
  "member-suspended": 403,
  "endorsed-already": 409,
  "endorsement-own": 409,
  "comment-hidden": 409,
  "amendment-decided": 409,
  "amendment-outdated": 409,
  "discussion-not-over": 409,
  "notice-too-short": 422,
  "notice-too-long": 422,
  "nobody-may-vote": 409,
  "weights-not-shared": 409,
  "weights-not-alike": 409,
  "token-key-needed": 409,
  "challenge-over": 409,
  "challenge-decided": 409,
  "proxy-chained": 409,
  "proxy-too-many": 409,
  "policy-impossible": 422,
  "below-legal-floor": 422,
  "proxy-not-foreseen": 422,
  "proxy-not-eligible": 422,
  "proxy-excluded": 422,
} as const satisfies Record<VoteRefusal["code"], ContentfulStatusCode>;
