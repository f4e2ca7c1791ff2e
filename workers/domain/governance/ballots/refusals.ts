/** What is wrong with a choice: it is not one that this vote takes. */
export type Unfit =
  /** Of another method: a ranking where yes or no is asked. */
  | "of-another-method"
  | "option-unknown"
  | "option-twice"
  | "score-off-scale"
  | "rank-off-scale"
  | "objection-without-reason";

/** Why a ballot does not go into the box. */
export type BallotRefusal = { readonly code: "choice-unfit"; readonly why: Unfit };
