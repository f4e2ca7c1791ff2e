import * as v from "valibot";
import type { EnterpriseId } from "#domain/kernel/ids.ts";
import { civilDate } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import type { Application } from "#domain/membership/application.ts";
import { GROUNDS } from "#domain/membership/book-deeds.ts";
import { MEMBER_CLASSES } from "#domain/membership/member.ts";
import { foldTaxCode } from "#domain/membership/tax-code.ts";
import { civilDay, count, identifier, idOf, priceCents, words } from "#market/edge/schemas.ts";

const kind = v.picklist(["natural", "legal"]);
const memberClass = v.picklist(MEMBER_CLASSES);
const day = v.pipe(civilDay, v.transform(civilDate));
const optional = <S extends v.GenericSchema>(schema: S) => v.optional(v.nullable(schema), null);
const few = (most: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(most));

/** What an application says; the shares' worth comes from the rule in force. */
const applicationFields = {
  kind: v.optional(kind, "natural"),
  class: memberClass,
  enterpriseId: optional(idOf<EnterpriseId>()),
  ownMembers: optional(few(1_000_000)),
  name: words(120),
  taxCode: v.pipe(words(30), v.transform(foldTaxCode)),
  bornOn: optional(day),
  bornIn: optional(words(80)),
  representedBy: optional(words(120)),
  street: words(120),
  postcode: words(10, 4),
  town: words(80),
  shares: v.optional(few(4000), 1),
  instalments: v.optional(few(60), 1),
};
export const ApplicationBody = v.strictObject({
  ...applicationFields,
  motive: optional(words(1000)),
});

type Fields = Omit<v.InferOutput<typeof ApplicationBody>, "motive">;

/** The application that its fields say. */
export function toApplication(fields: Fields): Application {
  const { kind: as, enterpriseId, ownMembers, shares, instalments } = fields;
  const { name, taxCode, bornOn, bornIn, representedBy, street, postcode, town } = fields;
  const identity = { name, taxCode, bornOn, bornIn, representedBy, street, postcode, town };
  const asked = { shares, instalments };
  return { kind: as, class: fields.class, enterpriseId, ownMembers, identity, ...asked };
}

const wordsOrNone = optional(words(2000));
const by = v.optional(v.picklist(["board", "assembly"]), "board");

/** What the board enters in the book; a no is told why. */
export const EntryBody = v.variant("kind", [
  v.strictObject({ kind: v.literal("admitted"), by, words: wordsOrNone }),
  v.strictObject({
    kind: v.literal("refused"),
    by,
    ground: v.picklist(GROUNDS.refused),
    words: words(2000),
  }),
  v.strictObject({
    kind: v.literal("suspended"),
    ground: v.picklist(GROUNDS.suspended),
    words: words(2000),
  }),
  v.strictObject({
    kind: v.literal("excluded"),
    ground: v.picklist(GROUNDS.excluded),
    words: words(2000),
  }),
  v.strictObject({ kind: v.literal("exit-refused"), words: words(2000) }),
  v.strictObject({
    kind: v.picklist([
      "reinstated",
      "upheld",
      "exited",
      "payment-demanded",
      "exclusion-annulled",
      "died",
    ]),
    words: wordsOrNone,
  }),
  v.strictObject({ kind: v.literal("class-changed"), class: memberClass, words: wordsOrNone }),
]);

/** What somebody asks for of their own membership. */
export const RequestBody = v.variant("kind", [
  v.strictObject({
    kind: v.picklist(["withdrawn", "appealed", "exit-asked", "opposed"]),
    words: wordsOrNone,
  }),
  v.strictObject({ kind: v.literal("replied"), words: words(2000) }),
]);

const amount = v.pipe(priceCents, v.minValue(1), v.transform(cents));
const money = v.picklist(["cash", "bank"]);

export const SubscriptionBody = v.strictObject({
  shares: few(4000),
  instalments: v.optional(few(60), 1),
});
export const MovementBody = v.variant("kind", [
  v.strictObject({ kind: v.literal("paid"), amountCents: amount, into: money }),
  v.strictObject({ kind: v.literal("revalued"), amountCents: amount }),
  v.strictObject({
    kind: v.literal("redeemed"),
    lossCents: v.optional(v.pipe(priceCents, v.transform(cents)), 0),
  }),
  v.strictObject({ kind: v.literal("reimbursed"), amountCents: amount, outOf: money }),
]);
export const TransferBody = v.strictObject({ toBookNo: few(1_000_000), shares: few(4000) });
export const TransferAnswerBody = v.variant("verdict", [
  v.strictObject({ verdict: v.literal("consented") }),
  v.strictObject({ verdict: v.literal("denied"), words: words(2000) }),
]);
export const OwnTransferBody = v.strictObject({
  verdict: v.picklist(["completed", "withdrawn", "declined"]),
});

export const TranscriptionBody = v.strictObject({
  members: v.pipe(
    v.array(
      v.strictObject({
        personId: identifier,
        enrolledOn: optional(day),
        paidShares: v.pipe(count, v.maxValue(4000)),
        ...applicationFields,
      }),
    ),
    v.minLength(1),
    v.maxLength(50),
  ),
});
