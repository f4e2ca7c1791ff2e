/** A run of a text that was changed: it stayed, was added, or was taken out. */
export interface DiffPart {
  readonly kind: "kept" | "added" | "taken";
  readonly text: string;
}

/** Beyond so many changed words a comparison helps nobody: the whole is taken and added. */
const MOST_CHANGES = 600;

/**
 * What changed between two texts, word by word, with the fewest words changed. The kept and taken
 * parts join to `before`, the kept and added ones to `after`.
 *
 * After E. W. Myers, "An O(ND) difference algorithm and its variations" (1986); where two ways are
 * equally short, words are taken before others are added.
 */
export function textDiff(before: string, after: string): readonly DiffPart[] {
  const [old, young] = [wordsOf(before), wordsOf(after)];
  const start = sameAtStart(old, young);
  const end = sameAtEnd(old, young, start);
  const taken = old.slice(start, old.length - end);
  const added = young.slice(start, young.length - end);
  const middle = shortest(taken, added) ?? [...all("taken", taken), ...all("added", added)];
  const kept = all("kept", old.slice(old.length - end));
  return joined([...all("kept", old.slice(0, start)), ...middle, ...kept]);
}

/** Words, spaces and marks, each a piece of its own. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu) ?? [];
}

function sameAtStart(old: readonly string[], young: readonly string[]): number {
  let same = 0;
  while (same < old.length && same < young.length && old[same] === young[same]) same++;
  return same;
}

function sameAtEnd(old: readonly string[], young: readonly string[], start: number): number {
  const most = Math.min(old.length, young.length) - start;
  let same = 0;
  while (same < most && old.at(-1 - same) === young.at(-1 - same)) same++;
  return same;
}

/** How far each diagonal was followed, by its number: x less y. */
type Reach = ReadonlyMap<number, number>;

/** The shortest way from one to the other; null where it is too long to be of use. */
function shortest(old: readonly string[], young: readonly string[]): readonly DiffPart[] | null {
  const rounds: Reach[] = [];
  let last: Reach = new Map([[1, 0]]);
  for (let changes = 0; changes <= MOST_CHANGES; changes++) {
    const reach = new Map<number, number>();
    rounds.push(last);
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      let x = entered(last, diagonal, changes);
      while (x < old.length && old[x] === young[x - diagonal] && x - diagonal < young.length) x++;
      reach.set(diagonal, x);
      const isThere = x >= old.length && x - diagonal >= young.length;
      if (isThere) return followedBack(rounds, old, young);
    }
    last = reach;
  }
  return null;
}

/** Where a diagonal is entered: by adding a word (from the one above it) or by taking one. */
function entered(last: Reach, diagonal: number, changes: number): number {
  const byAdding = last.get(diagonal + 1) ?? -1;
  const byTaking = (last.get(diagonal - 1) ?? -2) + 1;
  return isAdding(last, diagonal, changes) ? byAdding : byTaking;
}

function isAdding(last: Reach, diagonal: number, changes: number): boolean {
  if (diagonal === -changes) return true;
  const byTaking = (last.get(diagonal - 1) ?? -2) + 1;
  return diagonal !== changes && byTaking <= (last.get(diagonal + 1) ?? -1);
}

function followedBack(
  rounds: readonly Reach[],
  old: readonly string[],
  young: readonly string[],
): readonly DiffPart[] {
  const parts: DiffPart[] = [];
  let [x, y] = [old.length, young.length];
  for (let changes = rounds.length - 1; changes > 0; changes--) {
    const last = rounds[changes] ?? new Map<number, number>();
    const diagonal = x - y;
    const from = entered(last, diagonal, changes);
    for (; x > from; x--, y--) parts.push({ kind: "kept", text: old[x - 1] ?? "" });
    const isAdded = isAdding(last, diagonal, changes);
    if (isAdded) parts.push({ kind: "added", text: young[--y] ?? "" });
    else parts.push({ kind: "taken", text: old[--x] ?? "" });
  }
  for (; x > 0; x--) parts.push({ kind: "kept", text: old[x - 1] ?? "" });
  return parts.toReversed();
}

function all(kind: DiffPart["kind"], words: readonly string[]): readonly DiffPart[] {
  return words.map((text) => ({ kind, text }));
}

/** One part for each run of the same kind. */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const runs: DiffPart[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.kind !== part.kind) runs.push(part);
    else runs[runs.length - 1] = { kind: part.kind, text: last.text + part.text };
  }
  return runs;
}
