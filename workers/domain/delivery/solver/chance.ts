/** A seeded source of chance (xorshift32, Marsaglia 2003): same seed, same draws, everywhere. */
export class Chance {
  #state: number;

  /** @param seed any integer; 0 is as good as another. */
  constructor(seed: number) {
    this.#state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ 0x27d4eb2f) | 0 || 1;
    for (let draw = 0; draw < 8; draw++) this.next();
  }

  /** 0 to 2^32 - 1. */
  next(): number {
    let x = this.#state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.#state = x;
    return x >>> 0;
  }

  /** 0 to `bound` - 1. */
  below(bound: number): number {
    return Math.floor((this.next() * bound) / 4294967296);
  }

  /** True once in `times`, on average. */
  once(times: number): boolean {
    return this.next() < 4294967296 / times;
  }
}
