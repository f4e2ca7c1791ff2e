import * as v from "valibot";
import { MEMBER_CLASSES } from "#domain/membership/member.ts";
import { count, identifier, instantMs, sumCents } from "#market/edge/schemas.ts";

const kind = v.picklist(["natural", "legal"]);
const memberClass = v.picklist(MEMBER_CLASSES);
const said = v.nullable(v.string());

const state = v.picklist([
  "applicant",
  "refused",
  "withdrawn",
  "active",
  "suspended",
  "exited",
  "excluded",
  "died",
]);
const at = v.nullable(instantMs);
const number = v.nullable(count);

export const Applied = v.object({ id: identifier, appliedAt: instantMs });
export const Entered = v.object({
  id: identifier,
  entry: v.string(),
  state,
  bookNo: number,
  enrolledOn: said,
});
export const Holding = v.object({
  id: identifier,
  shares: count,
  subscribedCents: count,
  paidCents: count,
  owedCents: count,
});
export const Transfer = v.object({
  id: identifier,
  shares: count,
  ending: v.nullable(v.picklist(["done", "denied", "withdrawn", "declined"])),
  acceptedAt: at,
  freeOn: v.string(),
});
export const BookLine = v.object({
  bookNo: count,
  name: v.string(),
  kind,
  class: memberClass,
  enrolledOn: v.string(),
  isSuspended: v.boolean(),
});
const line = {
  id: identifier,
  personId: identifier,
  bookNo: number,
  enrolledOn: said,
  state,
  kind,
  class: memberClass,
  enterpriseId: v.nullable(identifier),
  ownMembers: number,
  askedShares: count,
  askedInstalments: count,
  appliedAt: instantMs,
  decidedAt: at,
  appealedAt: at,
  exitAskedAt: at,
  endedAt: at,
  opposedAt: at,
  name: said,
  taxCode: said,
  bornOn: said,
  bornIn: said,
  representedBy: said,
  street: said,
  postcode: said,
  town: said,
  shares: count,
  subscribedCents: count,
  paidCents: count,
  unpaidCents: count,
  owedCents: count,
  isInArrears: v.boolean(),
};
export const RegisterLine = v.object(line);
export const WaitingLine = v.object({ ...line, words: said, repliedAt: at });
const history = {
  entries: v.array(
    v.object({ number: count, kind: v.string(), ground: v.string(), at: instantMs, words: said }),
  ),
  movements: v.array(
    v.object({
      kind: v.string(),
      at: instantMs,
      shares: v.number(),
      subscribedCents: sumCents,
      paidCents: sumCents,
      owedCents: sumCents,
    }),
  ),
  dues: v.array(v.object({ dueOn: v.string(), amount: count })),
};
export const MemberWhole = v.object({ ...line, ...history });
export const OwnMembership = v.object({ ...line, ...history, overdueCents: count });
export const BookDocument = v.object({
  kind: v.literal("members-book"),
  madeAt: instantMs,
  members: v.array(v.object({ ...line, digest: v.string() })),
  digest: v.string(),
  documentDigest: v.string(),
});
export const Transcribed = v.object({
  items: v.array(v.object({ id: identifier, bookNo: number })),
});
