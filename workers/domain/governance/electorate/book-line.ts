import type { Cents } from "#domain/kernel/money.ts";
import type { BookLine } from "./freeze-electorate.ts";

/** An office that a person holds: a role they were given, or a seat they were elected to. */
export interface HeldOffice {
  readonly personId: string;
  readonly role: "officer" | "treasurer" | "supervisor" | "auditor" | "director";
}

/** Somebody in the book, before their offices are looked at. */
export interface Enrolled extends Omit<
  BookLine,
  "exchangeCents" | "isDirector" | "mayHold" | "salt"
> {
  readonly personId: string;
}

/**
 * A member as an electorate judges them. Until members have elected a board, those who run the
 * network are it. Who holds an office or works for the house stands for nobody (art. 2372 c.5).
 */
export function bookLine(
  member: Enrolled,
  offices: readonly HeldOffice[],
  own: { readonly exchangeCents: Cents | null; readonly salt: string },
): BookLine {
  const held = offices.filter(({ personId }) => personId === member.personId);
  const director = offices.some(({ role }) => role === "director") ? "director" : "officer";
  const { memberId, kind, ownMembers, enrolledOn, state, isInArrears } = member;
  return {
    memberId,
    class: member.class,
    kind,
    ownMembers,
    enrolledOn,
    state,
    isInArrears,
    ...own,
    isDirector: held.some(({ role }) => role === director),
    mayHold: held.length === 0 && member.class !== "worker",
  };
}
