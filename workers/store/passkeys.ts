import type { Grant, Role } from "#domain/access/principal.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import { id, type PasskeyId, type PersonId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Row, Statement } from "#ports/database.ts";
import type { PublicPasskey } from "#ports/passkeys.ts";
import { passkey, usedChallenge } from "#schema/identity.ts";
import { instantAt, instantOrNull, integer, text } from "./cells.ts";
import { firstOrNull, insertInto, type Loader } from "./statement.ts";

/** Names of the guards that say a passkey's answer was used, or its counter went back. */
export const CHALLENGE_USED = "used_challenge.digest";
export const COUNTER_BACK = "refused:passkey-counter";
export const PASSKEY_REVOKED = "refused:passkey-revoked";
export const LAST_PASSKEY = "refused:last-passkey";
export const PASSKEY_KNOWN = "passkey.credential_id";

/** A passkey that answers, with what its person may do. */
export interface Signer extends PublicPasskey {
  readonly passkeyId: PasskeyId;
  readonly personId: PersonId;
  /** Before this instant the person's passkeys open no act. */
  readonly actsFrom: Instant;
  readonly grants: readonly Grant[];
}

/** The passkey of that credential, unless it was revoked or its person suspended. */
export function signerBy(credentialId: string): Loader<Signer | null> {
  return firstOrNull({
    statement: {
      sql: `SELECT k.id, k.person_id, k.credential_id, k.public_key, k.counter, k.transports,
          p.acts_from, (
            SELECT json_group_array(json_object('role', role, 'subject', subject))
            FROM role_grant WHERE holder = p.id AND role_grant.revoked_at IS NULL
          )
        FROM passkey k JOIN person p ON p.id = k.person_id
        WHERE k.credential_id = ? AND k.revoked_at IS NULL AND p.suspended_at IS NULL`,
      args: [credentialId],
    },
    parse: (rows) => rows.map(toSigner),
  });
}

function toSigner(row: Row): Signer {
  return {
    passkeyId: id<PasskeyId>(text(row, 0)),
    personId: id<PersonId>(text(row, 1)),
    credentialId: text(row, 2),
    publicKey: text(row, 3),
    counter: integer(row, 4),
    transports: JSON.parse(text(row, 5)) as string[],
    actsFrom: instantAt(row, 6),
    grants: (JSON.parse(text(row, 7)) as Grant[]).map(({ role, subject }) => ({
      role: role satisfies Role,
      subject,
    })),
  };
}

/** The credentials with which this person can sign. */
export function credentialsOf(personId: PersonId | null): Loader<string[]> {
  return {
    statement: {
      sql: "SELECT credential_id FROM passkey WHERE person_id = ? AND revoked_at IS NULL",
      args: [personId],
    },
    parse: (rows) => rows.map((row) => text(row, 0)),
  };
}

/** A passkey as its owner sees it. */
export interface PasskeyView {
  readonly id: PasskeyId;
  readonly name: string;
  readonly addedAt: Instant;
  readonly lastUsedAt: Instant | null;
}

/** The passkeys of whoever's session this is; with their credentials, which are nobody's secret. */
export function passkeysBeside(
  session: Digest | null,
): Loader<(PasskeyView & { readonly credentialId: string })[]> {
  return {
    statement: {
      sql: `SELECT id, name, added_at, last_used_at, credential_id FROM passkey
        WHERE person_id = (SELECT person_id FROM session WHERE digest = ?)
          AND revoked_at IS NULL ORDER BY id`,
      args: [session],
    },
    parse: (rows) =>
      rows.map((row) => ({
        id: id<PasskeyId>(text(row, 0)),
        name: text(row, 1),
        addedAt: instantAt(row, 2),
        lastUsedAt: instantOrNull(row, 3),
        credentialId: text(row, 4),
      })),
  };
}

export function renamePasskey(passkeyId: PasskeyId, name: string): Statement {
  return { sql: "UPDATE passkey SET name = ? WHERE id = ?", args: [name, passkeyId] };
}

/** Takes a passkey away: it answers no more. Guarded by LAST_PASSKEY and PASSKEY_REVOKED. */
export function revokePasskey(passkeyId: PasskeyId, at: Instant, by: string): Statement {
  return {
    sql: "UPDATE passkey SET revoked_at = ?, revoked_by = ? WHERE id = ?",
    args: [at, by, passkeyId],
  };
}

export function insertPasskey(made: {
  readonly id: PasskeyId;
  readonly personId: PersonId;
  readonly key: PublicPasskey;
  readonly name: string;
  readonly at: Instant;
}): Statement {
  const { id: passkeyId, personId, name, at } = made;
  const { credentialId, publicKey, counter, transports } = made.key;
  return insertInto(passkey, {
    id: passkeyId,
    personId,
    credentialId,
    publicKey,
    counter,
    transports: JSON.stringify(transports),
    name,
    addedAt: at,
  });
}

/** Uses an answer up: the challenge is gone, the counter moves on. Both are guarded. */
export function useAnswer(answer: {
  readonly challenge: Digest;
  readonly passkeyId: PasskeyId;
  readonly counter: number;
  readonly at: Instant;
}): Statement[] {
  return [
    insertInto(usedChallenge, { digest: answer.challenge, usedAt: answer.at }),
    {
      sql: "UPDATE passkey SET counter = ?, last_used_at = ? WHERE id = ?",
      args: [answer.counter, answer.at, answer.passkeyId],
    },
  ];
}
