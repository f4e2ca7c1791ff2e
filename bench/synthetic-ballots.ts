import type { RankedBallot } from "#domain/governance/counting/papers.ts";

/** How many ballots for how many candidates; the same seed gives the same ballots. */
export interface Synthetic {
  readonly ballots: number;
  readonly candidates: number;
  readonly seed: number;
}

const BLOCS = 4;

/**
 * Ballots of four blocs of voters, each with its own liking for every candidate: the next
 * preference is drawn by liking among those left (Plackett and Luce's model), and a ballot stops
 * early at random. Equal ballots are bundled.
 */
export function syntheticBallots({ ballots, candidates, seed }: Synthetic): RankedBallot[] {
  const random = xorshift(seed);
  const blocs = Array.from({ length: BLOCS }, () =>
    Array.from({ length: candidates }, () => Math.exp(3 * random())),
  );
  const bundles = new Map<string, RankedBallot>();
  for (let drawn = 0; drawn < ballots; drawn++) {
    const liking = blocs[Math.floor(random() * BLOCS)] ?? [];
    const ranking = drawRanking(liking, 1 + Math.floor(random() * candidates), random);
    const key = ranking.join(" ");
    bundles.set(key, { count: (bundles.get(key)?.count ?? 0) + 1, ranking });
  }
  return [...bundles.values()];
}

function drawRanking(liking: readonly number[], length: number, random: () => number): number[] {
  const left = [...liking.keys()];
  const ranking: number[] = [];
  while (ranking.length < length) {
    const total = left.reduce((sum, candidate) => sum + (liking[candidate] ?? 0), 0);
    let mark = random() * total;
    let place = 0;
    while (place < left.length - 1 && mark >= (liking[left[place] ?? 0] ?? 0)) {
      mark -= liking[left[place] ?? 0] ?? 0;
      place += 1;
    }
    ranking.push(...left.splice(place, 1));
  }
  return ranking;
}

/** Marsaglia's xorshift with 32 bits, from 0 to below 1. */
function xorshift(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4_294_967_296;
  };
}
