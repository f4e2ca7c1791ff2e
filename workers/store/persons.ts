import type { Digest } from "#domain/kernel/digest.ts";
import {
  type EmailId,
  id as idFrom,
  type InvitationId,
  type PersonId,
} from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Statement } from "#ports/database.ts";
import { invitation, person, personEmail, personProfile } from "#schema/identity.ts";
import { type Cells, instantOrNull, text, textOrNull } from "./cells.ts";
import { firstOrNull, insertInto, type Loader } from "./statement.ts";

/** Says that a confirmed address is another person's already. */
export const ADDRESS_TAKEN = "person_email.folded";

export type Language = "it" | "en";

/** Somebody new, with what names them in rows that erasure deletes. */
export function insertPerson(made: {
  readonly id: PersonId;
  readonly name: string;
  readonly language: Language;
  readonly at: Instant;
}): Statement[] {
  const { id, name, language, at } = made;
  return [
    insertInto(person, { id, createdAt: at }),
    insertInto(personProfile, { personId: id, name, language }),
  ];
}

/** An address; one that is confirmed signs its person in. */
export function insertAddress(added: {
  readonly id: EmailId;
  readonly personId: PersonId;
  readonly address: string;
  readonly at: Instant;
  readonly isConfirmed: boolean;
}): Statement {
  const { id, personId, address, at, isConfirmed } = added;
  const confirmedAt = isConfirmed ? at : null;
  const folded = foldAddress(address);
  return insertInto(personEmail, { id, personId, address, folded, addedAt: at, confirmedAt });
}

/**
 * How two spellings of one address agree. RFC 5321 lets a host tell capitals apart in the part
 * before the @; none that people use does.
 */
export function foldAddress(address: string): string {
  return address.trim().toLowerCase();
}

export function insertInvitation(made: {
  readonly id: InvitationId;
  readonly digest: Digest;
  readonly personId: PersonId;
  readonly kind: "mail" | "in-person" | "recovery" | "first";
  readonly at: Instant;
  readonly by: string;
  readonly expiresAt: Instant;
}): Statement {
  const { at, by, ...row } = made;
  return insertInto(invitation, { ...row, madeAt: at, madeBy: by });
}

/** What somebody is called, and in which language the network writes to them. */
export interface Profile {
  readonly name: string;
  readonly language: Language;
}

export function updateProfile(personId: PersonId, { name, language }: Profile): Statement {
  return {
    sql: "UPDATE person_profile SET name = ?, language = ? WHERE person_id = ?",
    args: [name, language, personId],
  };
}

/** The language of whoever reads an address, if that is known: SQL, NULL where it is not. */
export function languageSql(address: string): string {
  return `(SELECT reader.language FROM person_email AS mail
    JOIN person_profile AS reader ON reader.person_id = mail.person_id
    WHERE mail.folded = lower(${address}) AND mail.confirmed_at IS NOT NULL
      AND mail.removed_at IS NULL)`;
}

/** Reads such a cell. What nobody chose is Italian. */
export function languageAt(row: Cells, at: number): Language {
  return (textOrNull(row, at) ?? "it") as Language;
}

/** The profile of whoever's session this is. */
export function profileBeside(session: Digest | null): Loader<Profile | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT name, language FROM person_profile
        WHERE person_id = (SELECT person_id FROM session WHERE digest = ?)`,
      args: [session],
    },
    parse: (rows) =>
      rows.map((row) => ({ name: text(row, 0), language: text(row, 1) as Language })),
  });
}

/** An address as its owner sees it. */
export interface AddressView {
  readonly id: EmailId;
  readonly address: string;
  readonly confirmedAt: Instant | null;
}

/** Says that a person would be left without a confirmed address. */
export const LAST_ADDRESS = "refused:last-address";

/** An address that counts no more: it signs nobody in, and gets no letters. */
export function removeAddress(address: EmailId, at: Instant): Statement {
  return { sql: "UPDATE person_email SET removed_at = ? WHERE id = ?", args: [at, address] };
}

/** The addresses of whoever's session this is. */
export function addressesBeside(session: Digest | null): Loader<AddressView[]> {
  return {
    statement: {
      sql: `SELECT id, address, confirmed_at FROM person_email
        WHERE person_id = (SELECT person_id FROM session WHERE digest = ?)
          AND removed_at IS NULL ORDER BY id`,
      args: [session],
    },
    parse: (rows) =>
      rows.map((row) => ({
        id: idFrom<EmailId>(text(row, 0)),
        address: text(row, 1),
        confirmedAt: instantOrNull(row, 2),
      })),
  };
}
