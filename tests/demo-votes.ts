/** A proposal of the demo, as anyone reads it. */
export interface Decided {
  readonly state: string;
  readonly subject: string;
  readonly call: { readonly round: number } | null;
  readonly tally: { readonly hasQuorum: boolean; readonly ballotsCount: number } | null;
}

/** What came of a vote, in a few words. */
export function toldVote({ state, subject, call, tally }: Decided): string {
  const count = tally === null ? "not counted" : `${tally.ballotsCount} ballots`;
  const quorum = tally?.hasQuorum === false ? "without quorum" : "";
  return [subject, state, `call ${call?.round}`, count, quorum].filter(Boolean).join(", ");
}

/** What the demo's members have decided, the newest first. */
export const demoVoteResults: readonly string[] = [
  "rules, open, call 1, not counted",
  "election, open, call 1, not counted",
  "election, passed, call 1, 18 ballots",
  "rules, rejected, call 2, 2 ballots, without quorum",
  "rules, executed, call 1, 13 ballots",
];
