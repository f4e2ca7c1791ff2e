import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { type AssemblyState, assemblyState } from "#domain/governance/assembly/assembly.ts";
import { presentAt } from "#domain/governance/assembly/attendance.ts";
import { electorsOn } from "#domain/governance/assembly/electors.ts";
import {
  type Assembly,
  minutesDigest,
  type Turnout,
  turnoutOf,
} from "#domain/governance/assembly/record.ts";
import type { AssemblyId } from "#domain/kernel/ids.ts";
import { toRome } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import type { RowPage } from "#market/edge/row-paging.ts";
import { assemblyBy, assemblyPage } from "#store/assemblies.ts";
import { type KeptPresence, lastMinutes, type Minutes, presencesOf } from "#store/attendance.ts";
import { membersBook } from "#store/members.ts";
import type { Page } from "#store/page.ts";
import { type NumberedProposal, proposalsNumbered } from "#store/proposal-numbers.ts";
import { plain } from "./minutes.ts";

/** An assembly with where it stands. */
export interface ShownAssembly extends Assembly {
  readonly state: AssemblyState;
}

/** The assemblies that were convened; drafts too for who prepares them. */
export async function listAssemblies(
  request: Request,
  page: RowPage,
): Promise<Outcome<Page<ShownAssembly>, AccessRefusal>> {
  const { known, principal } = await look(request, { page: assemblyPage(page) });
  const allowed = allow(principal, "assemblies.read");
  if (!allowed.ok) return allowed;
  const mayPrepare = allow(principal, "assemblies.prepare").ok;
  const items = known.page.items.map((one) => shown(one, request));
  const seen = items.filter(({ state }) => mayPrepare || state !== "draft");
  return accept({ items: seen, next: known.page.next });
}

/** What members know besides what everybody does: who was there, and what was said. */
export interface AssemblyRecord {
  readonly presences: readonly (KeptPresence & { readonly takesPart: boolean })[];
  readonly turnout: Turnout;
  readonly minutes: (Minutes & { readonly isSealed: boolean; readonly sealHolds: boolean }) | null;
}

export interface AssemblyView {
  readonly assembly: ShownAssembly;
  /** Null for who is no member. */
  readonly record: AssemblyRecord | null;
}

export async function showAssembly(
  request: Request,
  which: AssemblyId | number,
): Promise<Outcome<AssemblyView, AccessRefusal>> {
  const { known, principal } = await look(request, assemblyLoaders(request, which));
  const allowed = allow(principal, "assemblies.read");
  if (!allowed.ok) return allowed;
  return assemblyView(known, request, {
    mayPrepare: allow(principal, "assemblies.prepare").ok,
    mayReadRecord: allow(principal, "assembly-records.read").ok,
  });
}

/** Read with a page of an assembly, in the page's own round trip. */
export function assemblyLoaders({ ports }: Request, which: AssemblyId | number) {
  return {
    assembly: assemblyBy(which),
    presences: presencesOf(which),
    minutes: lastMinutes(which),
    book: membersBook(toRome(ports.now).date),
  };
}

interface ReadAssembly {
  readonly assembly: Assembly | null;
  readonly presences: readonly KeptPresence[];
  readonly minutes: Minutes | null;
  readonly book: Parameters<typeof electorsOn>[0];
}

/** What a reader of an assembly sees; a draft is not there for who does not prepare it. */
export function assemblyView(
  { assembly, presences, minutes, book }: ReadAssembly,
  request: Request,
  may: { readonly mayPrepare: boolean; readonly mayReadRecord: boolean },
): Outcome<AssemblyView, AccessRefusal> {
  const isThere = assembly !== null && (assembly.convenedAt !== null || may.mayPrepare);
  if (!isThere) return refuse({ code: "not-found", what: "assembly" });
  const seen = shown(assembly, request);
  if (!may.mayReadRecord) return accept({ assembly: seen, record: null });
  const present = new Set<string>(
    presentAt(presences, request.ports.now).map(({ memberId }) => memberId),
  );
  const electorate = electorsOn(book, toRome(assembly.firstCallAt).date).size;
  return accept({
    assembly: seen,
    record: {
      presences: presences.map((one) => ({
        ...one,
        takesPart: one.leftAt === null && present.has(one.memberId),
      })),
      turnout: turnoutOf(assembly, { present: present.size, electorate }, request.ports.now),
      minutes: minutes === null ? null : { ...minutes, ...sealOf(assembly, presences, minutes) },
    },
  });
}

function sealOf(assembly: Assembly, presences: readonly KeptPresence[], { words }: Minutes) {
  const { sealed } = assembly;
  if (sealed === null) return { isSealed: false, sealHolds: false };
  const sealHolds = minutesDigest(assembly, presences.map(plain), words) === sealed.digest;
  return { isSealed: true, sealHolds };
}

function shown(assembly: Assembly, { ports }: Request): ShownAssembly {
  return { ...assembly, state: assemblyState(assembly, ports.now) };
}

export type { NumberedProposal };

/** What a form names by number: the proposals of its agenda, and the general assembly. */
export interface NamedByNumber {
  readonly proposals: readonly NumberedProposal[];
  readonly general: { readonly id: AssemblyId; readonly number: number } | null;
}

/** For who prepares an assembly: a number must not tell anybody else what is in preparation. */
export async function findNamed(
  request: Request,
  { proposals, general }: { readonly proposals: readonly number[]; readonly general: number },
): Promise<Outcome<NamedByNumber, AccessRefusal>> {
  const loaders = { proposals: proposalsNumbered(proposals), general: assemblyBy(general) };
  const { known, principal } = await look(request, loaders);
  const allowed = allow(principal, "assemblies.prepare");
  return allowed.ok ? accept(known) : allowed;
}
