import type { EnterpriseId, MemberId, PersonId } from "#domain/kernel/ids.ts";
import { addDays, civilDate, DAY, type Instant, instant, toRome } from "#domain/kernel/instant.ts";
import { cents, timesCents, ZERO } from "#domain/kernel/money.ts";
import { BANK } from "#domain/ledger/accounts.ts";
import { payShares, subscribeShares } from "#domain/ledger/shares.ts";
import { entryDetail, type Identity, identityDigest } from "#domain/membership/book-entry.ts";
import type { MemberClass, MemberKind } from "#domain/membership/member.ts";
import type { Movement } from "#domain/membership/share-movement.ts";
import { openDatabase, type Statement } from "#ports/database.ts";
import { makeIds } from "#ports/ids.ts";
import { insertIdentity, insertMember, writeEntry } from "#store/member-events.ts";
import { openAccounts } from "#store/ledger-accounts.ts";
import { post } from "#store/postings.ts";
import { writeMovement } from "#store/shares.ts";
import { addPasskey } from "./signed-in.ts";
import { addPerson, giveRole } from "./signed-in-person.ts";
import type { Market, Sent } from "./market.ts";

const ids = makeIds(instant(Date.UTC(2026, 5, 1)), "a secret of at least thirty-two characters");
const SHARE = cents(2500);

/** Somebody in the members' book, with the person who acts for them signed in. */
export interface AdmittedMember {
  readonly memberId: MemberId;
  readonly personId: PersonId;
  /** What their browser sends along. */
  readonly sent: Sent;
}

/** Who is to be a member; whatever is not said is as most members are. */
export interface Admission {
  readonly name: string;
  readonly kind?: MemberKind;
  readonly class?: MemberClass;
  /** How many days ago they were entered in the book. */
  readonly days?: number;
  readonly shares?: number;
  /** Whether the shares are paid; else they were due the day after the entry. */
  readonly isPaid?: boolean;
  readonly ownMembers?: number;
  readonly enterpriseId?: EnterpriseId;
  /** Who acts for them, where that is somebody who is known already. */
  readonly person?: { readonly personId: PersonId; readonly sent: Sent };
  readonly isSuspended?: boolean;
}

/** Where a store's statements go: the database of a market in process, or of a running one. */
type Stored = Pick<Market["env"], "DATABASE_URL" | "DATABASE_TOKEN">;
type Admitting = Pick<Market, "database" | "time"> & { readonly env: Stored };

let made = 0;

/**
 * An admitted member with a share and a person who can sign in, written as the market would write
 * them and without its requests.
 */
export async function admitMember(
  market: Admitting,
  admission: Admission,
): Promise<AdmittedMember> {
  const number = ++made;
  const person = admission.person ?? somebody(market, admission.name, number);
  const memberId = ids.next<MemberId>();
  const database = openDatabase({ url: market.env.DATABASE_URL, token: market.env.DATABASE_TOKEN });
  const bookNo = nextBookNo(market);
  const facts = { ...admission, memberId, personId: person.personId, bookNo, number };
  const at = instant(market.time.now - (admission.days ?? 120) * DAY);
  const opened = openAccounts([BANK], at);
  const written = await database.write([opened, ...entered(facts, at), ...subscribed(facts, at)]);
  if (written.kind !== "committed") throw new Error(`not admitted: ${JSON.stringify(written)}`);
  return { memberId, personId: person.personId, sent: person.sent };
}

/** The same with a passkey of theirs on the market's keyring, which signs what asks for one. */
export async function admitVoter(
  market: Admitting & Pick<Market, "call" | "keys">,
  admission: Admission,
): Promise<AdmittedMember> {
  const admitted = await admitMember(market, admission);
  const session = /=(.*)$/.exec(admitted.sent.headers?.["Cookie"] ?? "")?.[1] ?? "";
  const added = await addPasskey(market, session);
  market.keys.keep(added.passkey);
  const Cookie = `${(admitted.sent.headers?.["Cookie"] ?? "").split("=")[0]}=${added.session}`;
  return { ...admitted, sent: { headers: { Cookie } } };
}

function somebody(market: Pick<Market, "database" | "time">, name: string, number: number) {
  const address = `socio-${number}@example.org`;
  const { id, sent } = addPerson(market, { name, address });
  giveRole(market, id, "member");
  return { personId: id, sent };
}

function nextBookNo({ database }: Pick<Market, "database">): number {
  const [last] = database.prepare("SELECT coalesce(max(book_no), 0) FROM member").pluck().all([]);
  return Number(last) + 1;
}

type Facts = Admission & {
  readonly memberId: MemberId;
  readonly personId: PersonId;
  readonly bookNo: number;
  readonly number: number;
};

function entered(facts: Facts, at: Instant): Statement[] {
  const { memberId, personId, bookNo, kind = "natural", isSuspended = false } = facts;
  const enrolledOn = toRome(at).date;
  return [
    insertMember({
      id: memberId,
      kind,
      personId,
      enterpriseId: facts.enterpriseId ?? null,
      class: facts.class ?? "consumer",
      ownMembers: facts.ownMembers ?? null,
      askedShares: facts.shares ?? 1,
      askedInstalments: 1,
      appliedAt: at,
      decision: "admitted",
      decidedAt: at,
      bookNo,
      enrolledOn,
      suspendedAt: isSuspended ? at : null,
      version: isSuspended ? 3 : 2,
    }),
    ...entries(facts, at, entryDetail({ bookNo, enrolledOn, by: "board" })),
  ];
}

function entries(facts: Facts, at: Instant, admitted: string): Statement[] {
  const { memberId, kind = "natural", shares = 1, isSuspended = false } = facts;
  const [identity, salt] = [identityOf(facts), ids.secret()];
  const about = { kind, class: facts.class ?? "consumer", shares, instalments: 1 };
  const applied = entryDetail({ ...about, identity: identityDigest(identity, salt) });
  const entry = { memberId, ground: "", at, actor: "test" };
  const suspended = { ...entry, number: 3, kind: "suspended", detail: "{}" } as const;
  return [
    insertIdentity(memberId, identity, salt),
    ...writeEntry({ ...entry, number: 1, kind: "applied", detail: applied }),
    ...writeEntry({ ...entry, number: 2, kind: "admitted", detail: admitted }),
    ...(isSuspended ? writeEntry({ ...suspended, ground: "statute" }) : []),
  ];
}

function subscribed(facts: Facts, at: Instant): Statement[] {
  const { memberId, shares = 1, isPaid = true } = facts;
  const amount = timesCents(SHARE, shares);
  const occasion = { now: at, actor: "test", rules: {} };
  const refs = [`share:${memberId}:1`, `share:${memberId}:2`] as const;
  const dueOn = addDays(toRome(at).date, 1);
  const plan = [{ dueOn, amount }];
  const step = { memberId, at, actor: "test", owed: ZERO };
  const movement = (txRef: string, number: number, rest: Omit<Movement, "owed">): Statement =>
    writeMovement({ ...step, ...rest, number, txRef });
  const taken = { kind: "subscribed", shares, contributed: amount, paid: ZERO, plan } as const;
  const both: Statement[] = [
    ...post(subscribeShares(memberId, amount, refs[0], occasion)),
    movement(refs[0], 1, { ...taken, subscribed: amount }),
  ];
  if (!isPaid) return both;
  const nothing = { shares: 0, subscribed: ZERO, contributed: ZERO, plan: [] } as const;
  return [
    ...both,
    ...post(payShares(memberId, { amount, into: "bank" }, refs[1], occasion)),
    movement(refs[1], 2, { kind: "paid", paid: amount, ...nothing }),
  ];
}

function identityOf({ name, kind = "natural", number }: Facts): Identity {
  const isNatural = kind === "natural";
  const digits = String(number).padStart(11, "0");
  return {
    name,
    taxCode: isNatural ? `TST${digits}XY` : digits,
    bornOn: isNatural ? civilDate("1980-01-01") : null,
    bornIn: isNatural ? "Verona" : null,
    representedBy: isNatural ? null : "Chi rappresenta",
    street: "via Cantarane 27",
    postcode: "37129",
    town: "Verona",
  };
}
