import type { ProposalState } from "#domain/governance/proposal/proposal-state.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { ProposalHead } from "./proposal-facts.ts";

/** Where a proposal stands and what comes next, in one or two sentences. */
export function standingOf(t: Texts, head: ProposalHead): string {
  return STANDING[head.state](t, head);
}

type Say = (t: Texts, head: ProposalHead) => string;

/** By the state: a new one does not compile until it has its words here. */
const STANDING: Readonly<Record<ProposalState, Say>> = {
  draft: (t) => t.proposals.standing.draft,
  endorsing: (t, { endorsements: { given, needed } }) =>
    t.proposals.standing.endorsing(t.format.count(given), t.format.count(needed)),
  discussion: (t, { times: { discussedUntil } }) =>
    discussedUntil === null
      ? t.proposals.standing.discussionOpen
      : t.proposals.standing.discussion(t.format.dayAndHour(discussedUntil)),
  noticed: (t, { times }) =>
    t.proposals.standing.noticed(hour(t, times.opensAt), hour(t, times.closesAt)),
  open: (t, { times }) => t.proposals.standing.open(hour(t, times.closesAt)),
  extended: (t, { times }) => t.proposals.standing.extended(hour(t, times.closesAt)),
  closed: (t, { times }) => t.proposals.standing.closed(hour(t, times.closesAt)),
  challenge: (t, { times, passes, subject }) => {
    const { passed, rejected, challenge, challenged } = t.proposals.standing;
    const outcome = passes === null || isChoice(subject) ? "" : `${passes ? passed : rejected} `;
    const { challengeUntil: until } = times;
    return outcome + (until === null ? challenged : challenge(hour(t, until)));
  },
  "no-quorum": (t) => t.proposals.standing.noQuorum,
  rejected: (t) => t.proposals.standing.rejected,
  passed: (t, { subject }) => {
    const { passed, decided } = t.proposals.standing;
    return isChoice(subject) ? decided : passed;
  },
  queued: (t, { times }) => t.proposals.standing.queued(hour(t, times.effectiveAt)),
  executed: (t, { times }) => t.proposals.standing.executed(date(t, times.effectiveAt)),
  withdrawn: (t, { times }) => t.proposals.standing.withdrawn(date(t, times.endedAt)),
  superseded: (t, { times }) => t.proposals.standing.superseded(date(t, times.endedAt)),
  vetoed: (t, { times }) => t.proposals.standing.vetoed(date(t, times.endedAt)),
  expired: (t) => t.proposals.standing.expired,
  annulled: (t, { times }) => t.proposals.standing.annulled(date(t, times.endedAt)),
};

type Moment = ProposalHead["times"]["opensAt"];

function hour(t: Texts, at: Moment): string {
  return at === null ? "" : t.format.dayAndHour(at);
}

function date(t: Texts, at: Moment): string {
  return at === null ? "" : t.format.date(at);
}

/** What is chosen among several is not passed or rejected. */
function isChoice(subject: ProposalHead["subject"]): boolean {
  return subject === "election" || subject === "budget";
}

/** Its state in a word or two. */
export function stateWords(t: Texts, { state, subject }: ProposalHead): string {
  return state === "passed" && isChoice(subject) ? t.proposals.decided : t.proposals.states[state];
}

/** Votes can be taken. */
export function isVoting(state: ProposalState): boolean {
  return state === "open" || state === "extended";
}

/** The vote has a count. */
export function isCounted(head: Pick<ProposalHead, "passes">): boolean {
  return head.passes !== null;
}

/** Its number, and whether it is voted on for the second time. */
export function numberWords(t: Texts, { number, call }: Pick<ProposalHead, "number" | "call">) {
  const words = t.proposals.number(number);
  return call > 1 ? `${words}, ${t.proposals.secondCall}` : words;
}
