import { DAY, type Instant } from "#domain/kernel/instant.ts";
import type { ProposalRow } from "./proposal-state.ts";
import { proposalState } from "./proposal-state.ts";
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
  switch (proposalState(row, now)) {
    case "noticed":
      return ["vote-noticed"];
    case "open":
      return ["vote-noticed", "vote-opens"];
    case "extended":
      return ["vote-noticed", "vote-extended"];
    case "annulled":
      return ["vote-annulled"];
    case "withdrawn":
    case "superseded":
    case "vetoed":
      return [];
    default:
      return sinceCount(tally, challenged, now);
  }
}

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
