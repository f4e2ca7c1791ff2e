import { type Instant, toRome } from "#domain/kernel/instant.ts";

/** What it decides: accounts and offices, the statute, or for a part of the members. */
export const ASSEMBLY_KINDS = ["ordinary", "extraordinary", "separate"] as const;
export type AssemblyKind = (typeof ASSEMBLY_KINDS)[number];

/** Where an assembly is on its way. */
export const ASSEMBLY_STATES = [
  "draft",
  "convened",
  "gathering",
  "sitting",
  "closed",
  "deserted",
  "cancelled",
] as const;
export type AssemblyState = (typeof ASSEMBLY_STATES)[number];

/** What was written down of an assembly: deeds and their instants; null where not done. */
export interface AssemblyDeeds {
  /** When the convocation went out: from then on call and agenda are fixed. */
  readonly convenedAt: Instant | null;
  readonly firstCallAt: Instant;
  readonly secondCallAt: Instant | null;
  /** When whoever presides found that enough members were there. */
  readonly constitutedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly cancelledAt: Instant | null;
}

/**
 * The state of an assembly at an instant, from its deeds and the clock. One that was not found
 * valid on the day of its last call is deserted when that day ends (in Rome).
 */
export function assemblyState(deeds: AssemblyDeeds, now: Instant): AssemblyState {
  if (deeds.cancelledAt !== null) return "cancelled";
  if (deeds.closedAt !== null) return "closed";
  if (deeds.constitutedAt !== null) return "sitting";
  if (deeds.convenedAt === null) return "draft";
  if (now < deeds.firstCallAt) return "convened";
  const lastDay = toRome(deeds.secondCallAt ?? deeds.firstCallAt).date;
  return toRome(now).date <= lastDay ? "gathering" : "deserted";
}

/**
 * The call at which members meet now: the second one from its hour on. Between the two there is
 * none: who came to the first on another day went home.
 */
export function callAt(deeds: AssemblyDeeds, now: Instant): 1 | 2 | null {
  if (assemblyState(deeds, now) !== "gathering") return null;
  if (deeds.secondCallAt !== null && now >= deeds.secondCallAt) return 2;
  return toRome(now).date === toRome(deeds.firstCallAt).date ? 1 : null;
}
