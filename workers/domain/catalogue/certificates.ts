import type { CivilDate } from "#domain/kernel/instant.ts";

/** What a body outside the network can attest of an enterprise or its goods. */
export const SCHEMES = ["bio-eu", "pgs", "integrata", "coop-sociale", "dop", "igp"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** How long a certificate is good for; both days included. */
export interface Validity {
  readonly issuedOn: CivilDate;
  readonly expiresOn: CivilDate;
  /** Withdrawn certificates are never shown, whatever their dates say. */
  readonly isWithdrawn: boolean;
}

/** Whether a certificate may be shown on a day: an expired one disappears by itself. */
export function isInForce(certificate: Validity, on: CivilDate): boolean {
  const { issuedOn, expiresOn, isWithdrawn } = certificate;
  return !isWithdrawn && issuedOn <= on && on <= expiresOn;
}
