import { DAY, type Instant } from "#domain/kernel/instant.ts";
import { type ProposalRow, type ProposalState, proposalState } from "./proposal-state.ts";
import type { Challenged } from "./standing.ts";

/** Letters about a call that go out by themselves, each once to each who may vote in it. */
export const CALL_NOTICES = [
  "vote-noticed",
  "vote-opens",
  "vote-extended",
  "vote-result",
  "vote-challenged",
  "vote-annulled",
] as const;
export type CallNotice = (typeof CALL_NOTICES)[number];

/** So long after a count its result is still news. */
const NEWS_DAYS = 7;

/**
 * Which letters about a call are due now. The notice goes out as long as somebody can act on it;
 * what was missed otherwise goes out only while it still is so.
 */
export function callNoticesDue(
  row: ProposalRow,
  tally: { readonly talliedAt: Instant } | null,
  challenged: Challenged,
  now: Instant,
): readonly CallNotice[] {
  if (row.notice === null) return [];
  const state = proposalState(row, now);
  return WHILE[state] ?? sinceCount(tally, challenged, now);
}

/** What is told in these states; in others it depends on the count. */
const WHILE: Readonly<Partial<Record<ProposalState, readonly CallNotice[]>>> = {
  noticed: ["vote-noticed"],
  open: ["vote-noticed", "vote-opens"],
  extended: ["vote-noticed", "vote-extended"],
  annulled: ["vote-annulled"],
  withdrawn: [],
  superseded: [],
  vetoed: [],
};

function sinceCount(
  tally: { readonly talliedAt: Instant } | null,
  { open }: Challenged,
  now: Instant,
): readonly CallNotice[] {
  if (tally === null) return [];
  const isNews = now < tally.talliedAt + NEWS_DAYS * DAY;
  return [
    ...(isNews ? (["vote-result"] as const) : []),
    ...(open > 0 ? (["vote-challenged"] as const) : []),
  ];
}
