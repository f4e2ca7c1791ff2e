import * as v from "valibot";
import { TRACKER } from "#domain/governance/ballots/ballot.ts";
import { LONGEST_REASON } from "#domain/governance/ballots/choice.ts";
import type { MemberId, ProposalId } from "#domain/kernel/ids.ts";
import { WRITING } from "#market/edge/endpoint.ts";
import { idOf } from "#market/edge/schemas.ts";

export const proposalId = idOf<ProposalId>();
export const memberId = idOf<MemberId>();
export const callNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(1000));
export const tracker = v.pipe(v.string(), v.regex(TRACKER, "no tracker"));
const code = v.pipe(v.string(), v.minLength(1), v.maxLength(60));
const codes = v.pipe(v.array(code), v.maxLength(200));
const points = v.pipe(
  v.record(code, v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1000))),
  v.check((given) => Object.keys(given).length <= 200, "at most 200"),
);

/** A choice in the form of its method; whether it fits the vote the domain says. */
export const ChoiceBody = v.union([
  v.strictObject({ vote: v.picklist(["yes", "no", "abstain", "consent"]) }),
  v.strictObject({
    vote: v.literal("objection"),
    reason: v.pipe(v.string(), v.maxLength(LONGEST_REASON)),
  }),
  v.strictObject({ approved: codes }),
  v.strictObject({ scores: points }),
  v.strictObject({ ranking: codes }),
  v.strictObject({ ranks: points }),
]);

/** What every cast can refuse. */
export const CASTING_REFUSALS = [
  ...WRITING,
  "not-found",
  "choice-unfit",
  "vote-not-open",
  "vote-closed",
  "vote-cast-otherwise",
  "not-in-electorate",
  "proxy-missing",
  "ballot-cast-already",
  "changed-meanwhile",
] as const;
