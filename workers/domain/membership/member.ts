import type { EnterpriseId, MemberId, PersonId } from "#domain/kernel/ids.ts";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";

/** What somebody is a member as; each has one class at a time. */
export const MEMBER_CLASSES = [
  "producer",
  "worker",
  "consumer",
  "courier",
  "supporter",
  "financing",
] as const;
export type MemberClass = (typeof MEMBER_CLASSES)[number];

export type MemberKind = "natural" | "legal";

/** Where a membership stands. Who was refused may still ask for the assembly's word. */
export type MemberState =
  | "applicant"
  | "refused"
  | "withdrawn"
  | "active"
  | "suspended"
  | "exited"
  | "excluded"
  | "died";

/** A membership as it is kept, from the application on. */
export interface Membership {
  readonly id: MemberId;
  readonly kind: MemberKind;
  /** Who acts for it: the person itself, or who represents the legal person. */
  readonly personId: PersonId;
  readonly enterpriseId: EnterpriseId | null;
  readonly class: MemberClass;
  /** How many members a legal person has itself. */
  readonly ownMembers: number | null;
  /** What the application offers to subscribe, and in how many monthly instalments. */
  readonly askedShares: number;
  readonly askedInstalments: number;
  readonly appliedAt: Instant;
  readonly decision: "admitted" | "refused" | "withdrawn" | null;
  readonly decidedAt: Instant | null;
  readonly appealedAt: Instant | null;
  readonly bookNo: number | null;
  readonly enrolledOn: CivilDate | null;
  readonly suspendedAt: Instant | null;
  readonly exitAskedAt: Instant | null;
  readonly ending: "exited" | "excluded" | "died" | null;
  readonly endedAt: Instant | null;
  readonly opposedAt: Instant | null;
  /** The number of the last entry in the book about it. */
  readonly version: number;
}

/** What it stands at, from its deeds alone. */
export function memberStateOf(
  membership: Pick<Membership, "decision" | "ending" | "suspendedAt">,
): MemberState {
  const { decision, ending, suspendedAt } = membership;
  if (decision === null) return "applicant";
  if (decision !== "admitted") return decision;
  if (ending !== null) return ending;
  return suspendedAt === null ? "active" : "suspended";
}

/** Whether somebody is in the book today: active, or suspended. */
export function isInBook(membership: Pick<Membership, "decision" | "ending">): boolean {
  return membership.decision === "admitted" && membership.ending === null;
}
