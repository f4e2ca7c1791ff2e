/**
 * Simulated annealing without transcendental functions, whose last digit may differ from machine
 * to machine: the tables below are made by sums and products, which may not.
 */

/** Steps of the cooling, from 0 (hot) to COLDEST. */
export const COLDEST = 1000;

/** COLDEST-th root of 1/100: the last temperature is a hundredth of the first. */
const COOLER = 0.995405417351527;

/** What is left of the first temperature after each step. */
export const cooling: Float64Array = makeCooling();

function makeCooling(): Float64Array {
  const table = new Float64Array(COLDEST + 1);
  let heat = 1;
  for (let step = 0; step <= COLDEST; step++) {
    table[step] = heat;
    heat *= COOLER;
  }
  return table;
}

export const LUCK = 4096;

/** Minus the natural logarithm of (i + 0.5) / LUCK: how much worse luck lets a plan be. */
export const luck: Float64Array = Float64Array.from({ length: LUCK }, (_, index) =>
  minusLog((index + 0.5) / LUCK),
);

/** By log x = 2 atanh((x - 1) / (x + 1)), halving x until the series is short. */
function minusLog(share: number): number {
  let halvings = 0;
  let x = share;
  while (x < 0.7) {
    x *= 2;
    halvings++;
  }
  const t = (x - 1) / (x + 1);
  let power = t;
  let sum = 0;
  for (let odd = 1; odd < 40; odd += 2) {
    sum += power / odd;
    power *= t * t;
  }
  return halvings * Math.LN2 - 2 * sum;
}
