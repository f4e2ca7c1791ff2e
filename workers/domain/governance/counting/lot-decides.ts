import type { Draw, Lot } from "./lot.ts";

/** What a count says that depends on its lot: who wins (in any order) and the draws it needed. */
export interface Drawn {
  readonly winners: readonly number[];
  readonly draws: readonly Draw[];
}

/**
 * Whether the lot decided who won: true when another lot gives other winners, false when none
 * does, null when trying them all takes more than `most` counts. A draw among the last may well
 * change nothing; a result that is `true` here was settled by chance and has to say so.
 *
 * Each draw is settled the other way by a lot that settles all earlier ones alike: those of
 * the tied who stand in front of the other candidate step behind. None of them was taken earlier
 * (whoever is taken is not tied again), so no earlier draw notices, and every course is found.
 */
export function lotDecides(count: (lot: Lot) => Drawn, lot: Lot, most = 500): boolean | null {
  const first = winnersText(count(lot));
  const open: Course[] = [{ lot, fixed: 0 }];
  let counts = 0;
  for (let course = open.pop(); course !== undefined; course = open.pop()) {
    counts += 1;
    if (counts > most) return null;
    const drawn = count(course.lot);
    if (winnersText(drawn) !== first) return true;
    open.push(...otherCourses(course, drawn.draws));
  }
  return false;
}

/** A lot, and how many of its first draws are not to be settled in another way. */
interface Course {
  readonly lot: Lot;
  readonly fixed: number;
}

function otherCourses({ lot, fixed }: Course, draws: readonly Draw[]): Course[] {
  return draws.flatMap(({ among, taken }, index) =>
    index < fixed
      ? []
      : among
          .filter((other) => other !== taken)
          .map((other) => ({ lot: lettingFirst(lot, other, among), fixed: index + 1 })),
  );
}

/** The lot in which those of the tied who stand before `other` stand right behind it. */
function lettingFirst(lot: Lot, other: number, tied: readonly number[]): Lot {
  const place = lot.indexOf(other);
  const stepping = lot.filter((one, index) => index < place && tied.includes(one));
  const before = lot.slice(0, place).filter((one) => !stepping.includes(one));
  return [...before, other, ...stepping, ...lot.slice(place + 1)];
}

function winnersText({ winners }: Drawn): string {
  return winners.toSorted((one, another) => one - another).join(" ");
}
