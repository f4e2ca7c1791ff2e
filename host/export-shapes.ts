import * as v from "valibot";

/** What every export is made of: whole numbers, digests, and the seals over its rows. */
export const whole = v.pipe(v.number(), v.safeInteger());
export const hex = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

export const Seal = v.object({
  chain: v.picklist(["ledger", "rules", "members", "shares"]),
  number: whole,
  from: whole,
  to: whole,
  root: hex,
  previous: hex,
  sealedAt: whole,
  digest: hex,
});
