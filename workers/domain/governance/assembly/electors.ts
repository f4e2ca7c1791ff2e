import { classHasVote, whyNotEligible } from "#domain/governance/electorate/eligibility.ts";
import { LEGAL_FLOORS } from "#domain/governance/policy/legal-floors.ts";
import type { CivilDate } from "#domain/kernel/instant.ts";
import type { MemberClass } from "#domain/membership/member.ts";
import { officersOn, type OfficeTerm } from "./offices.ts";

/** What an assembly asks of somebody in the members' book. */
export interface AssemblyMember {
  readonly memberId: string;
  readonly class: MemberClass;
  readonly enrolledOn: CivilDate;
  readonly state: "active" | "suspended";
  readonly isInArrears: boolean;
}

/** The members who may take part and vote in an assembly on that day (art. 2538 c.1 c.c.). */
export function electorsOn(book: readonly AssemblyMember[], on: CivilDate): ReadonlySet<string> {
  const may = book.filter((member) => {
    const entry = { ...member, hasVote: classHasVote(member.class), isElector: true };
    return whyNotEligible(entry, on, LEGAL_FLOORS.daysEnrolled.least) === null;
  });
  return new Set(may.map(({ memberId }) => memberId));
}

/** Directors, supervisors and who works for the house stand for nobody (art. 2372 c.5 c.c.). */
export function standForNobody(
  book: readonly Pick<AssemblyMember, "memberId" | "class">[],
  terms: readonly OfficeTerm[],
  on: CivilDate,
): ReadonlySet<string> {
  const employed = book.filter((member) => member.class === "worker");
  return new Set([...officersOn(terms, on), ...employed.map(({ memberId }) => memberId)]);
}
