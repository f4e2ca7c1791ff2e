import { LEGAL_FLOORS } from "#domain/governance/policy/legal-floors.ts";
import type { OfficeRefusal } from "./refusals.ts";
import { type CivilDate, civilDate, isCivilDate } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";

/** Whom members elect: who runs the house, presides, supervises, or speaks for them. */
export const ORGANS = ["board", "chair", "supervisors", "delegates"] as const;
export type Organ = (typeof ORGANS)[number];

/** Somebody in an office for a while. Days are both included. */
export interface OfficeTerm {
  readonly organ: Organ;
  readonly memberId: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
  /** The last day, where it ended before its time. */
  readonly endedOn: CivilDate | null;
}

/** Where a term stands on a day. An office is held until somebody else takes it (art. 2385 c.2). */
export type TermState = "coming" | "in-office" | "over-time" | "ended";

export function termState({ from, to, endedOn }: OfficeTerm, on: CivilDate): TermState {
  if (endedOn !== null && on > endedOn) return "ended";
  if (on < from) return "coming";
  return on <= to ? "in-office" : "over-time";
}

/** Whether the office is somebody's on a day, also past its end while nobody else took it. */
function isInOffice(term: OfficeTerm, on: CivilDate): boolean {
  return ["in-office", "over-time"].includes(termState(term, on));
}

/** Directors and supervisors on a day: they stand for nobody (art. 2372 c.5 c.c.). */
export function officersOn(terms: readonly OfficeTerm[], on: CivilDate): ReadonlySet<string> {
  const held = terms.filter((term) => term.organ !== "delegates" && isInOffice(term, on));
  return new Set(held.map(({ memberId }) => memberId));
}

/**
 * A term as it may begin: at most three years (art. 2542 c.3 c.c.), by a member whose vote counts,
 * who does not hold the same office then.
 * @param eligible ids of the members who may be elected
 */
export function checkTerm(
  term: Omit<OfficeTerm, "endedOn">,
  eligible: ReadonlySet<string>,
  terms: readonly OfficeTerm[],
): Outcome<null, OfficeRefusal> {
  const { memberId, organ, from, to } = term;
  const most = LEGAL_FLOORS.boardYears.most;
  if (!eligible.has(memberId)) return refuse({ code: "not-electable" });
  if (to < from || to >= yearsLater(from, most)) return refuse({ code: "term-too-long", most });
  const isHeld = terms.some(
    (other) =>
      other.organ === organ &&
      other.memberId === memberId &&
      from <= (other.endedOn ?? other.to) &&
      to >= other.from,
  );
  return isHeld ? refuse({ code: "office-held" }) : accept(null);
}

/** The same day so many years on; from the 29th of February to the 28th. */
export function yearsLater(day: CivilDate, years: number): CivilDate {
  const text = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  return isCivilDate(text) ? civilDate(text) : civilDate(`${text.slice(0, 8)}28`);
}

/** What a board lacks: three seats that are filled (art. 2542 c.2 c.c.); null where it is whole. */
export function boardLacks(terms: readonly OfficeTerm[], on: CivilDate): number | null {
  const least = LEGAL_FLOORS.board.least;
  const seated = terms.filter((term) => term.organ === "board" && isInOffice(term, on));
  return seated.length >= least ? null : least - seated.length;
}
