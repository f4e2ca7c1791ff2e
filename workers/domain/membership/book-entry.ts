import { type Canonical, canonicalText, digestOf, type Digest } from "#domain/kernel/digest.ts";
import type { MemberId } from "#domain/kernel/ids.ts";
import type { CivilDate, Instant } from "#domain/kernel/instant.ts";

/** What the members' book can say of a membership. */
export type EntryKind =
  | "applied"
  | "withdrawn"
  | "admitted"
  | "refused"
  | "appealed"
  | "suspended"
  | "reinstated"
  | "exit-asked"
  | "exit-refused"
  | "exited"
  | "payment-demanded"
  | "excluded"
  | "opposed"
  | "exclusion-annulled"
  | "died"
  | "class-changed"
  | "represented"
  | "identity-changed"
  /** What a suspended member says to it, and that the board lets it stand all the same. */
  | "replied"
  | "upheld";

/** An entry of the members' book: ids and words of the house, nobody's name. */
export interface BookEntry {
  readonly memberId: MemberId;
  /** Counted from 1 for each membership. */
  readonly number: number;
  readonly kind: EntryKind;
  /** Why, in a word of the house; "" where there is nothing to say. */
  readonly ground: string;
  /** What it says besides, as canonical JSON. */
  readonly detail: string;
  readonly at: Instant;
  readonly actor: string;
}

/** The text of what an entry says besides. */
export function entryDetail(detail: { readonly [key: string]: Canonical }): string {
  return canonicalText(detail);
}

/** SHA-256 of everything an entry says, made before it is written (DESIGN fact 13). */
export function entryDigest(entry: BookEntry): Digest {
  const { memberId, number, kind, ground, detail, at, actor } = entry;
  return digestOf({ memberId, number, kind, ground, detail, at, actor });
}

/** What names a member, as the book must say it (art. 2421 c.c. by way of art. 2519). */
export interface Identity {
  readonly name: string;
  readonly taxCode: string;
  readonly bornOn: CivilDate | null;
  readonly bornIn: string | null;
  readonly representedBy: string | null;
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
}

/**
 * What an entry holds of a name: it shows that nobody rewrote it, and says nothing once the name
 * and its salt are forgotten.
 */
export function identityDigest(identity: Identity, salt: string): Digest {
  const { name, taxCode, bornOn, bornIn, representedBy, street, postcode, town } = identity;
  const said = { name, taxCode, bornOn, bornIn, representedBy, street, postcode, town };
  return digestOf({ ...said, salt });
}
