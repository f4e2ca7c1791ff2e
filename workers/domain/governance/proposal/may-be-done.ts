import type { ProposalRefusal } from "#domain/governance/refusals.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { type ProposalRow, type ProposalState, proposalState } from "./proposal-state.ts";

/** What people do to a proposal, from its first words to its end. */
export type ProposalDeed =
  | "write"
  | "submit"
  | "endorse"
  | "comment"
  | "amend"
  | "notice"
  | "give-proxy"
  | "withdraw"
  | "supersede"
  | "veto"
  | "challenge"
  | "decide-challenge";

const BEFORE_THE_VOTE = ["endorsing", "discussion", "noticed"] as const;
const VOTE = ["open", "extended"] as const;

/** In which states each is done. An idea that looks for endorsements keeps the text it has. */
const STATES: Readonly<Record<ProposalDeed, readonly ProposalState[]>> = {
  write: ["draft", "discussion", "noticed"],
  submit: ["draft"],
  endorse: ["endorsing"],
  comment: [...BEFORE_THE_VOTE, ...VOTE],
  amend: ["discussion", "noticed"],
  notice: ["discussion", "no-quorum", "annulled"],
  "give-proxy": ["noticed", ...VOTE],
  withdraw: ["draft", ...BEFORE_THE_VOTE],
  supersede: BEFORE_THE_VOTE,
  veto: [...BEFORE_THE_VOTE, ...VOTE, "closed", "challenge", "queued"],
  challenge: ["challenge"],
  "decide-challenge": ["challenge"],
};

/** Whether something is done to a proposal in the state it is in now. */
export function mayBeDone(
  deed: ProposalDeed,
  row: ProposalRow,
  now: Instant,
): Outcome<ProposalState, ProposalRefusal> {
  const state = proposalState(row, now);
  return STATES[deed].includes(state) ? accept(state) : refuse({ code: "proposal-not-now", state });
}
