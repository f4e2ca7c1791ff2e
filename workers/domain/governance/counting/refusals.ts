/** Why a file of ballots cannot be counted. */
export type BallotFileRefusal =
  /** A BLT file that breaks its form in this line, counted from 1. */
  | { readonly code: "blt-unreadable"; readonly line: number }
  /** A JSON profile that lacks or misstates this field, such as "ballots[3]". */
  | { readonly code: "profile-unreadable"; readonly field: string };
