import type { Papers } from "#domain/governance/counting/papers.ts";

/**
 * The yardstick: a Scottish count with nothing around it. Typed arrays and doubles, papers chained
 * per candidate; no stages kept, no ties settled, no exact arithmetic, no checks.
 */
export function bareCount({ counts, starts, ranked, candidates }: Papers, seats: number): number[] {
  const votes = new Float64Array(candidates);
  const top = new Int32Array(candidates).fill(-1);
  const next = new Int32Array(counts.length);
  const at = new Uint32Array(counts.length);
  const value = new Float64Array(counts.length).fill(1e5);
  const open = new Uint8Array(candidates).fill(1);
  const lay = (paper: number, start: number): void => {
    const end = starts[paper + 1] ?? 0;
    for (let place = start; place < end; place++) {
      const to = ranked[place] ?? 0;
      if (open[to] === 0) continue;
      at[paper] = place;
      next[paper] = top[to] ?? -1;
      top[to] = paper;
      votes[to] = (votes[to] ?? 0) + (counts[paper] ?? 0) * (value[paper] ?? 0);
      return;
    }
  };
  for (let paper = 0; paper < counts.length; paper++) lay(paper, starts[paper] ?? 0);
  const valid = votes.reduce((sum, one) => sum + one, 0) / 1e5;
  const quota = (Math.floor(valid / (seats + 1)) + 1) * 1e5;
  const pass = (from: number, surplus: number): void => {
    const had = votes[from] ?? 0;
    let paper = top[from] ?? -1;
    while (paper >= 0) {
      const following = next[paper] ?? -1;
      if (surplus > 0) value[paper] = Math.floor(((value[paper] ?? 0) * surplus) / had);
      lay(paper, (at[paper] ?? 0) + 1);
      paper = following;
    }
    votes[from] = surplus > 0 ? quota : 0;
  };
  return race({ votes, open, quota, seats, pass });
}

interface Race {
  readonly votes: Float64Array;
  readonly open: Uint8Array;
  readonly quota: number;
  readonly seats: number;
  readonly pass: (from: number, surplus: number) => void;
}

function race({ votes, open, quota, seats, pass }: Race): number[] {
  const elected: number[] = [];
  const pending = new Set<number>();
  for (;;) {
    const left = [...open.keys()].filter((one) => open[one] === 1);
    left.sort((one, other) => (votes[other] ?? 0) - (votes[one] ?? 0));
    for (const one of left.filter((candidate) => (votes[candidate] ?? 0) >= quota)) {
      open[one] = 0;
      elected.push(one);
      pending.add(one);
    }
    const still = left.filter((one) => open[one] === 1);
    const vacancies = seats - elected.length;
    if (still.length <= vacancies || vacancies === 0) {
      return [...elected, ...still.slice(0, vacancies)];
    }
    const [most] = [...pending].toSorted((one, other) => (votes[other] ?? 0) - (votes[one] ?? 0));
    if (most === undefined) {
      const last = still.at(-1) ?? 0;
      open[last] = 0;
      pass(last, 0);
    } else {
      pending.delete(most);
      pass(most, (votes[most] ?? 0) - quota);
    }
  }
}
