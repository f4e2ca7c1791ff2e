import { type Digest, digestOf } from "#domain/kernel/digest.ts";
import type { AssemblyId, MemberId, ProposalId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import {
  type AssemblyDeeds,
  type AssemblyKind,
  assemblyState,
  type AssemblyState,
  callAt,
} from "./assembly.ts";
import { neededToConstitute, type Presence } from "./attendance.ts";
import type { AssemblyRefusal } from "./refusals.ts";

/** Something that is to be decided; a text that is voted on is a proposal (art. 2538 c.6 c.c.). */
export interface AgendaItem {
  readonly title: string;
  readonly detail: string;
  readonly proposalId: ProposalId | null;
}

/** What its convocation says. */
export interface Called {
  readonly kind: AssemblyKind;
  /** The general assembly that a separate one sends delegates to. */
  readonly generalId: AssemblyId | null;
  /** How many delegates its separate assemblies send together; null where every member comes. */
  readonly delegates: number | null;
  readonly title: string;
  readonly place: string;
  /** Where to connect from afar; null where nobody can. */
  readonly link: string | null;
  readonly agenda: readonly AgendaItem[];
  readonly firstCallAt: Instant;
  readonly secondCallAt: Instant | null;
}

/** What whoever presides found, so that the assembly could decide. */
export interface Constituted {
  readonly call: 1 | 2;
  readonly at: Instant;
  /** Members present or represented, of how many who may vote. */
  readonly present: number;
  readonly electorate: number;
  readonly chairId: MemberId;
  readonly secretaryId: MemberId;
}

/** The minutes as they were sealed. */
export interface SealedMinutes {
  readonly version: number;
  readonly digest: Digest;
  readonly at: Instant;
}

/** An assembly as it is kept. */
export interface Assembly extends Called, AssemblyDeeds {
  readonly id: AssemblyId;
  readonly number: number;
  readonly constituted: Constituted | null;
  readonly cancelledReason: string | null;
  readonly sealed: SealedMinutes | null;
  /** Counts its deeds. */
  readonly version: number;
}

/** Refuses what is done in other states than this one. */
export function inState(
  assembly: AssemblyDeeds,
  now: Instant,
  states: readonly AssemblyState[],
): Outcome<AssemblyState, AssemblyRefusal> {
  const state = assemblyState(assembly, now);
  return states.includes(state) ? accept(state) : refuse({ code: "assembly-elsewhere", state });
}

/**
 * What the seal of the minutes is over: the convocation, who took part from when to when, what was
 * found, and the words. Whoever holds a printed copy can make it again.
 */
export function minutesDigest(
  assembly: Omit<Assembly, "sealed">,
  presences: readonly Presence[],
  words: string,
): Digest {
  const { kind, number, generalId, delegates, title, place, agenda, firstCallAt, secondCallAt } =
    assembly;
  const taking = presences.map((one) => ({ ...one })).toSorted(byMemberThenArrival);
  return digestOf({
    kind,
    number,
    generalId,
    delegates,
    title,
    place,
    agenda: agenda.map((item) => ({ ...item })),
    firstCallAt,
    secondCallAt,
    constituted: assembly.constituted === null ? null : { ...assembly.constituted },
    closedAt: assembly.closedAt,
    presences: taking,
    words,
  });
}

function byMemberThenArrival(one: Presence, other: Presence): number {
  if (one.memberId !== other.memberId) return one.memberId < other.memberId ? -1 : 1;
  return one.arrivedAt - other.arrivedAt;
}

/** How many take part, of how many who may, and how many are needed. */
export interface Turnout {
  readonly present: number;
  readonly electorate: number;
  readonly needed: number;
}

/**
 * How an assembly stands with so many who take part: against the need of the call that it was
 * constituted at, else of the call that it is at now, else of the first.
 */
export function turnoutOf(
  assembly: Assembly,
  { present, electorate }: Omit<Turnout, "needed">,
  now: Instant,
): Turnout {
  const call = assembly.constituted?.call ?? callAt(assembly, now) ?? 1;
  return { present, electorate, needed: neededToConstitute(assembly.kind, call, electorate) };
}
