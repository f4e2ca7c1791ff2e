/** A bound that no vote moves: the law's. */
export interface LegalFloor {
  readonly key: string;
  /** Where the law says it. */
  readonly article: string;
  readonly least?: number;
  readonly most?: number;
}

/**
 * What Italian and European law fix for votes and rules, as numbers. Engineering notes, no legal
 * advice: a network's counsel reads them before they bind anybody.
 */
export const LEGAL_FLOORS = {
  /** Members vote once they have been so many days in the book. */
  daysEnrolled: { key: "policy.days-enrolled", article: "art. 2538 c.1 c.c.", least: 90 },
  /** Members that one may stand for, in cooperatives under the rules of the S.p.A. */
  proxies: { key: "policy.proxies", article: "art. 2539 c.1 c.c.", most: 10 },
  legalPersonVotes: { key: "policy.legal-person-votes", article: "art. 2538 c.3 c.c.", most: 5 },
  /** Days of notice where a rule touches who sells here. */
  producersTimelock: {
    key: "policy.timelock",
    article: "reg. (UE) 2019/1150, art. 3 c.2",
    least: 15,
  },
  reserve: { key: "redistribution.reserve", article: "art. 2545-quater c.1 c.c.", least: 3000 },
  mutualFund: {
    key: "redistribution.mutual-fund",
    article: "L. 59/1992, art. 11 c.4",
    least: 300,
  },
  board: { key: "office.board-seats", article: "art. 2542 c.c.", least: 3 },
  boardYears: { key: "office.board-years", article: "art. 2542 c.c.", most: 3 },
} as const satisfies Record<string, LegalFloor>;

/** Whether a number is within what the law leaves open. */
export function isLawful(floor: LegalFloor, value: number): boolean {
  return value >= (floor.least ?? -Infinity) && value <= (floor.most ?? Infinity);
}
