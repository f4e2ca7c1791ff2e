import * as v from "valibot";
import { identifier, instantMs } from "#market/edge/schemas.ts";

const said = v.nullable(v.string());
const at = v.nullable(instantMs);

/** One's own memberships within the copy of one's own data, with names, entries and shares. */
export const copiedMemberships = v.array(
  v.object({
    id: identifier,
    kind: v.picklist(["natural", "legal"]),
    class: v.string(),
    appliedAt: instantMs,
    decision: said,
    bookNo: v.nullable(v.number()),
    enrolledOn: said,
    ending: said,
    endedAt: at,
    name: said,
    taxCode: said,
    bornOn: said,
    bornIn: said,
    representedBy: said,
    street: said,
    postcode: said,
    town: said,
    entries: v.array(
      v.object({
        number: v.number(),
        kind: v.string(),
        ground: v.string(),
        at: instantMs,
        words: said,
      }),
    ),
    shares: v.array(
      v.object({
        kind: v.string(),
        at: instantMs,
        shares: v.number(),
        subscribedCents: v.number(),
        paidCents: v.number(),
      }),
    ),
    transfers: v.array(
      v.object({ askedAt: instantMs, shares: v.number(), ending: said, reason: said }),
    ),
  }),
);
