import type { CivilDate, Instant } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { MemberState } from "./member.ts";

/** Why somebody does not become a member, or why an entry cannot be made in the book. */
export type MembershipRefusal =
  /** In the book, or waiting for an answer, already. */
  | { readonly code: "member-already" }
  | { readonly code: "tax-code-wrong" }
  /** Another member has this tax code. */
  | { readonly code: "tax-code-taken" }
  /** What the book must say of such a member is missing, or does not go with it. */
  | { readonly code: "identity-misfit"; readonly field: string }
  | { readonly code: "too-young"; readonly years: number }
  /** The enterprise is not one that this person acts for. */
  | { readonly code: "enterprise-not-own" }
  /** As the membership stands, this cannot be done with it. */
  | { readonly code: "membership-misfit"; readonly state: MemberState }
  /** The board may refuse no more; the application stands open to an admission. */
  | { readonly code: "refusal-late"; readonly until: Instant }
  | { readonly code: "appeal-late"; readonly until: Instant }
  | { readonly code: "opposition-late"; readonly until: Instant }
  /** Nobody is excluded for shares that were not demanded, or whose time has not run out. */
  | { readonly code: "payment-not-demanded"; readonly until: Instant | null }
  | { readonly code: "not-in-arrears" };

/** Why shares cannot move. */
export type ShareRefusal =
  | { readonly code: "share-limit"; readonly most: Cents }
  | { readonly code: "instalments-too-many"; readonly most: number }
  /** More would be paid than is open. */
  | { readonly code: "share-overpaid"; readonly most: Cents }
  /** Only what is paid up changes hands, or grows. */
  | { readonly code: "shares-unpaid"; readonly unpaid: Cents }
  | { readonly code: "too-few-shares"; readonly held: number }
  /** Who is in the book keeps their shares until they leave it. */
  | { readonly code: "still-a-member" }
  | { readonly code: "loss-too-large"; readonly most: Cents }
  | { readonly code: "nothing-owed"; readonly most: Cents }
  /** The reserves do not hold so much. */
  | { readonly code: "reserves-short" }
  | { readonly code: "transfer-waiting"; readonly freeOn: CivilDate }
  | { readonly code: "transfer-free"; readonly freeOn: CivilDate }
  | { readonly code: "transfer-open" }
  | { readonly code: "transfer-ended" }
  /** Whoever is to have them has not said that they want them; or has, and says so once. */
  | { readonly code: "transfer-not-accepted" }
  | { readonly code: "transfer-accepted" }
  /** Whoever is to have them is not in the book. */
  | { readonly code: "receiver-not-a-member" };
