import { type CivilDate, DAY, type Instant, later, toRome } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import { entryDetail, type EntryKind } from "./book-entry.ts";
import { APPEAL_DAYS, DECISION_DAYS, DEMAND_DAYS, OPPOSITION_DAYS } from "./legal-limits.ts";
import { isInBook, type MemberClass, type Membership, memberStateOf } from "./member.ts";
import type { MembershipRefusal } from "./refusals.ts";

/** Why an applicant is refused, a member suspended or excluded, in a word of the house. */
export const GROUNDS = {
  refused: ["requirements-missing", "competing-business", "statute", "other"],
  suspended: ["statute", "unpaid-share", "inquiry"],
  // Art. 2533 c.1 c.c.: 1) unpaid shares are art. 2531's, 2) and 3) grave breaches and lost
  // requirements, 4) art. 2286, 5) art. 2288; and the cases of the statute.
  excluded: [
    "unpaid-share",
    "grave-breach",
    "requirements-lost",
    "incapacity",
    "insolvency",
    "statute",
  ],
} as const;

/** What the board, or the assembly, enters in the book about a membership. */
export type BoardDeed =
  | { readonly kind: "admitted"; readonly by: "board" | "assembly" }
  | {
      readonly kind: "refused";
      readonly by: "board" | "assembly";
      readonly ground: (typeof GROUNDS)["refused"][number];
    }
  | { readonly kind: "suspended"; readonly ground: (typeof GROUNDS)["suspended"][number] }
  | { readonly kind: "excluded"; readonly ground: (typeof GROUNDS)["excluded"][number] }
  | { readonly kind: "reinstated" | "exited" | "exit-refused" | "payment-demanded" | "upheld" }
  | { readonly kind: "exclusion-annulled" | "died" }
  | { readonly kind: "class-changed"; readonly class: MemberClass };

/** What whoever it is about enters about themselves. */
export type OwnDeed = {
  readonly kind: "withdrawn" | "appealed" | "exit-asked" | "opposed" | "replied";
};

/** What is known besides the membership itself. */
export interface DeedFacts {
  readonly now: Instant;
  /** The number in the book that comes next. */
  readonly nextBookNo: number;
  readonly isInArrears: boolean;
  /** When they were last asked to pay what was due; null where they never were. */
  readonly demandedAt: Instant | null;
}

/** What a deed changes in a membership, and what the book says of it. */
export interface Decided {
  readonly changes: Partial<Membership>;
  readonly kind: EntryKind;
  readonly ground: string;
  readonly detail: string;
}

/**
 * Decides an entry in the book as the law lets it be made: who may be refused and until when, who
 * may still object, and what an exclusion for unpaid shares asks for first.
 */
export function decideDeed(
  membership: Membership,
  deed: BoardDeed | OwnDeed,
  facts: DeedFacts,
): Outcome<Decided, MembershipRefusal> {
  const state = memberStateOf(membership);
  if (!fits(membership, deed)) return refuse({ code: "membership-misfit", state });
  const late = latenessOf(membership, deed, facts);
  if (late !== null) return refuse(late);
  return accept(entered(membership, deed, facts));
}

/** Whether a membership stands where the deed can reach it. */
function fits(membership: Membership, deed: BoardDeed | OwnDeed): boolean {
  const { appealedAt, exitAskedAt, opposedAt, class: as } = membership;
  const state = memberStateOf(membership);
  const isIn = isInBook(membership);
  const isByAssembly = "by" in deed && deed.by === "assembly";
  const isToDecide = isByAssembly
    ? state === "refused" && waitsForAssembly(membership)
    : state === "applicant";
  const reached: Readonly<Record<typeof deed.kind, boolean>> = {
    admitted: isToDecide,
    refused: isToDecide,
    withdrawn: state === "applicant",
    appealed: state === "refused" && appealedAt === null,
    suspended: state === "active",
    reinstated: state === "suspended",
    replied: state === "suspended",
    upheld: state === "suspended",
    "exit-asked": isIn && exitAskedAt === null,
    exited: isIn && exitAskedAt !== null,
    "exit-refused": isIn && exitAskedAt !== null,
    "payment-demanded": isIn,
    excluded: isIn,
    opposed: state === "excluded" && opposedAt === null,
    "exclusion-annulled": state === "excluded",
    died: isIn,
    "class-changed": isIn && "class" in deed && deed.class !== as,
  };
  return reached[deed.kind];
}

/** An appeal that the assembly has not answered; its answer comes after it. */
function waitsForAssembly({ appealedAt, decidedAt }: Membership): boolean {
  return appealedAt !== null && decidedAt !== null && decidedAt <= appealedAt;
}

function latenessOf(
  membership: Membership,
  deed: BoardDeed | OwnDeed,
  facts: DeedFacts,
): MembershipRefusal | null {
  const { now } = facts;
  if (deed.kind === "payment-demanded" && !facts.isInArrears) return { code: "not-in-arrears" };
  if (deed.kind === "excluded" && deed.ground === "unpaid-share") return unpaidYet(facts);
  const until = lastMoment(membership, deed, now);
  if (until === null || now < until.at) return null;
  return { code: until.code, until: until.at };
}

/** Until when a deed can be done that the law gives so many days for. */
function lastMoment(membership: Membership, deed: BoardDeed | OwnDeed, now: Instant) {
  const after = (from: Instant | null, days: number) => later(from ?? now, days * DAY);
  const { appliedAt, decidedAt, endedAt } = membership;
  if (deed.kind === "refused" && deed.by === "board") {
    return { code: "refusal-late", at: after(appliedAt, DECISION_DAYS) } as const;
  }
  if (deed.kind === "appealed") {
    return { code: "appeal-late", at: after(decidedAt, APPEAL_DAYS) } as const;
  }
  if (deed.kind === "opposed") {
    return { code: "opposition-late", at: after(endedAt, OPPOSITION_DAYS) } as const;
  }
  return null;
}

/** For shares nobody is excluded who owes none, was not asked, or still has time to pay. */
function unpaidYet({ isInArrears, demandedAt, now }: DeedFacts): MembershipRefusal | null {
  if (!isInArrears) return { code: "not-in-arrears" };
  if (demandedAt === null) return { code: "payment-not-demanded", until: null };
  const until = later(demandedAt, DEMAND_DAYS * DAY);
  return now < until ? { code: "payment-not-demanded", until } : null;
}

function entered(membership: Membership, deed: BoardDeed | OwnDeed, facts: DeedFacts): Decided {
  const ground = "ground" in deed ? deed.ground : "";
  const plain = { kind: deed.kind, ground };
  if (deed.kind === "admitted") return { ...plain, ...admission(facts, deed.by) };
  if (deed.kind === "class-changed") {
    const detail = entryDetail({ from: membership.class, to: deed.class });
    return { ...plain, detail, changes: { class: deed.class } };
  }
  const detail = entryDetail("by" in deed ? { by: deed.by } : {});
  return { ...plain, detail, changes: changesBy(deed.kind, facts.now) };
}

type PlainDeed = Exclude<BoardDeed | OwnDeed, { readonly kind: "admitted" | "class-changed" }>;

function changesBy(kind: PlainDeed["kind"], now: Instant): Partial<Membership> {
  const changes: Readonly<Record<PlainDeed["kind"], Partial<Membership>>> = {
    refused: { decision: "refused", decidedAt: now },
    withdrawn: { decision: "withdrawn", decidedAt: now },
    appealed: { appealedAt: now },
    suspended: { suspendedAt: now },
    reinstated: { suspendedAt: null },
    "exit-asked": { exitAskedAt: now },
    "exit-refused": { exitAskedAt: null },
    "payment-demanded": {},
    replied: {},
    upheld: {},
    opposed: { opposedAt: now },
    "exclusion-annulled": { ending: null, endedAt: null, opposedAt: null },
    exited: { ending: "exited", endedAt: now },
    excluded: { ending: "excluded", endedAt: now },
    died: { ending: "died", endedAt: now },
  };
  return changes[kind];
}

function admission({ now, nextBookNo: bookNo }: DeedFacts, by: string) {
  const enrolledOn: CivilDate = toRome(now).date;
  const changes = { decision: "admitted", decidedAt: now, bookNo, enrolledOn } as const;
  return { changes, detail: entryDetail({ bookNo, enrolledOn, by }) };
}
