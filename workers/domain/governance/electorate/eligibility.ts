import { type CivilDate, daysBetween } from "#domain/kernel/instant.ts";
import type { MemberClass } from "#domain/membership/member.ts";

/** What the members' book says of somebody on the day of a notice. */
export interface BookEntry {
  readonly memberId: string;
  /** Since when they are in the book; null for an applicant. */
  readonly enrolledOn: CivilDate | null;
  readonly state: "applicant" | "active" | "suspended" | "exited" | "excluded";
  /** Whether their class votes at all: supporters without a vote do not. */
  readonly hasVote: boolean;
  /** Called-up shares that were due and are not paid. */
  readonly isInArrears: boolean;
  /** Whether the vote is theirs at all: one of the directors is for directors. */
  readonly isElector: boolean;
}

/** Why somebody in the book may not vote; the row stays in the electorate with it. */
export type NotEligible =
  | "not-a-member"
  | "suspended"
  | "left"
  | "class-without-vote"
  | "not-on-the-board"
  | "in-arrears"
  | "enrolled-too-late";

/**
 * Who may vote: members who will have been in the book for so many days when the vote opens
 * (art. 2538 c.1 c.c.), who are not suspended and owe no share that is due (art. 2466 and 2344
 * c.c. by way of art. 2519). The law counts days to the assembly, so the day of the opening
 * decides, though the electorate is frozen at the notice.
 * @returns null for who may vote, else the first reason why not
 */
export function whyNotEligible(
  entry: BookEntry,
  opensOn: CivilDate,
  daysEnrolled: number,
): NotEligible | null {
  if (entry.enrolledOn === null || entry.state === "applicant") return "not-a-member";
  if (entry.state === "exited" || entry.state === "excluded") return "left";
  if (entry.state === "suspended") return "suspended";
  if (!entry.isElector) return "not-on-the-board";
  if (!entry.hasVote) return "class-without-vote";
  if (entry.isInArrears) return "in-arrears";
  return daysBetween(entry.enrolledOn, opensOn) < daysEnrolled ? "enrolled-too-late" : null;
}

/** Whether members of a class vote at all: supporters lend their name and money alone. */
export function classHasVote(memberClass: MemberClass): boolean {
  return memberClass !== "supporter";
}
