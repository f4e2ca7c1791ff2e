/**
 * Why a size that a hub lists, or offered in the cycle that is repeated, is not offered: its
 * producer or the hub took it away, its producer has not opened it to the hub, a certificate that
 * its producer had then is in force no more, or the pool it drew from is gone for this hub.
 */
export const LEFT_OUT_REASONS = [
  "withdrawn",
  "not-listed",
  "not-granted",
  "certificate-lapsed",
  "pool-gone",
] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];
