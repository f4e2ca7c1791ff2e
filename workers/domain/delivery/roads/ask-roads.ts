/** A question for a service of roads: how far it is from each of these to each of those. */
export interface RoadQuestion {
  /** Indexes of places. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** What a service takes in one question. */
export interface RoadLimits {
  readonly places: number;
  readonly cells: number;
}

/**
 * The questions that fill what is not known of a table, each within a service's limits. Where a few
 * places are new, only their rows and columns are asked.
 * @param isKnown whether a cell needs no asking; never asked of a place and itself
 */
export function questionsFor(
  size: number,
  isKnown: (from: number, to: number) => boolean,
  limits: RoadLimits,
): readonly RoadQuestion[] {
  const places = Array.from({ length: size }, (_, i) => i);
  const cover = coverOf(places, isKnown);
  // Where all but one are new, the last row costs a cell and spares a question.
  const isNew = cover.length > 0 && cover.length >= size - 1;
  const fresh = new Set(isNew ? places : cover);
  const old = places.filter((place) => !fresh.has(place));
  return [
    ...tiles({ from: [...fresh], to: places }, limits),
    ...tiles({ from: old, to: [...fresh] }, limits),
  ];
}

/** Places whose rows and columns hold every cell that is missing: the emptiest first (greedy). */
function coverOf(places: readonly number[], isKnown: (from: number, to: number) => boolean) {
  const missing = new Map<number, Set<number>>();
  for (const from of places) {
    for (const to of places) {
      if (from === to || isKnown(from, to)) continue;
      (missing.get(from) ?? missing.set(from, new Set()).get(from))?.add(to);
      (missing.get(to) ?? missing.set(to, new Set()).get(to))?.add(from);
    }
  }
  const cover: number[] = [];
  for (;;) {
    let emptiest = -1;
    for (const [place, others] of missing) {
      if (others.size > (missing.get(emptiest)?.size ?? 0)) emptiest = place;
    }
    const others = missing.get(emptiest);
    if (others === undefined) return cover.toSorted((a, b) => a - b);
    for (const other of others) missing.get(other)?.delete(emptiest);
    missing.delete(emptiest);
    cover.push(emptiest);
  }
}

/** Cuts a question into those that a service takes: as square as can be, so that few are asked. */
function tiles({ from, to }: RoadQuestion, { places, cells }: RoadLimits): RoadQuestion[] {
  if (from.length === 0 || to.length === 0) return [];
  const side = Math.max(1, Math.min(Math.floor(places / 2), Math.floor(Math.sqrt(cells))));
  const wide = Math.max(
    1,
    Math.min(places - Math.min(side, from.length), Math.floor(cells / Math.min(side, from.length))),
  );
  const questions: RoadQuestion[] = [];
  for (let row = 0; row < from.length; row += side) {
    for (let column = 0; column < to.length; column += wide) {
      questions.push({ from: from.slice(row, row + side), to: to.slice(column, column + wide) });
    }
  }
  return questions;
}
