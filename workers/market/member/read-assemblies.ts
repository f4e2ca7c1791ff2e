import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { assemblyState } from "#domain/governance/assembly/assembly.ts";
import { extentOf, needsSeparateAssemblies } from "#domain/governance/assembly/delegates.ts";
import type { Assembly } from "#domain/governance/assembly/record.ts";
import { toRome } from "#domain/kernel/instant.ts";
import { accept, type Outcome } from "#domain/kernel/outcome.ts";
import {
  assemblyLoaders,
  assemblyView,
  type AssemblyView,
  type ShownAssembly,
} from "#market/assemblies/reads.ts";
import type { Request } from "#market/edge/env.ts";
import { look } from "#market/edge/perform.ts";
import { type Around, aroundLoaders, aroundOf } from "#market/shop/around.ts";
import { assemblyPage, generalNumber, separateOf } from "#store/assemblies.ts";
import { type BookMember, membersBook } from "#store/members.ts";
import { type KeptTerm, officeTerms } from "#store/offices.ts";
import { type NumberedProposal, proposalsOnAgenda } from "#store/proposal-numbers.ts";
import { isOpenTo } from "./reads.ts";

/** As many as one page shows. */
const MOST = 30;

export interface AssembliesView {
  readonly around: Around;
  readonly assemblies: readonly ShownAssembly[];
  readonly next: string | null;
  readonly mayPrepare: boolean;
  /** The law asks for separate assemblies, and who prepares one is told. */
  readonly needsSeparate: boolean;
}

export async function readAssemblies(
  request: Request,
  after: number | null,
): Promise<Outcome<AssembliesView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    page: assemblyPage({ after, limit: MOST }),
    book: membersBook(toRome(request.ports.now).date),
  });
  const allowed = allow(principal, "assemblies.read");
  if (!allowed.ok) return allowed;
  const mayPrepare = isOpenTo(principal, "assemblies.prepare");
  const { now } = request.ports;
  const shown = known.page.items.map((one) => ({ ...one, state: assemblyState(one, now) }));
  return accept({
    around: aroundOf(known, request),
    assemblies: shown.filter(({ state }) => mayPrepare || state !== "draft"),
    next: known.page.next,
    mayPrepare,
    needsSeparate: mayPrepare && needsSeparateAssemblies(extentOf(known.book)),
  });
}

export interface OneAssemblyView extends AssemblyView {
  readonly around: Around;
  readonly book: readonly BookMember[];
  readonly proposals: readonly NumberedProposal[];
  /** What sends delegates to it, and the number of what it sends delegates to. */
  readonly separate: readonly Assembly[];
  readonly general: number | null;
  readonly mayHold: boolean;
}

export async function readAssembly(
  request: Request,
  number: number,
): Promise<Outcome<OneAssemblyView, AccessRefusal>> {
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    ...assemblyLoaders(request, number),
    proposals: proposalsOnAgenda(number),
    separate: separateOf(number),
    general: generalNumber(number),
  });
  const allowed = allow(principal, "assemblies.read");
  if (!allowed.ok) return allowed;
  const view = assemblyView(known, request, {
    mayPrepare: isOpenTo(principal, "assemblies.prepare"),
    mayReadRecord: allow(principal, "assembly-records.read").ok,
  });
  if (!view.ok) return view;
  const { book, proposals, general } = known;
  const mayHold = isOpenTo(principal, "assemblies.hold");
  const separate = known.separate.filter(({ convenedAt }) => mayHold || convenedAt !== null);
  const around = aroundOf(known, request);
  return accept({ ...view.value, around, book, proposals, separate, general, mayHold });
}

export interface OfficesView {
  readonly around: Around;
  readonly terms: readonly KeptTerm[];
  /** Who may be elected, and by which assemblies; null for who seats nobody. */
  readonly seating: {
    readonly book: readonly BookMember[];
    readonly assemblies: readonly ShownAssembly[];
  } | null;
  readonly numbers: ReadonlyMap<string, number>;
}

export async function readOffices(request: Request): Promise<Outcome<OfficesView, AccessRefusal>> {
  const { now } = request.ports;
  const { known, principal } = await look(request, {
    ...aroundLoaders(request),
    terms: officeTerms(),
    page: assemblyPage({ after: null, limit: 200 }),
    book: membersBook(toRome(now).date),
  });
  const allowed = allow(principal, "assemblies.read");
  if (!allowed.ok) return allowed;
  const shown = known.page.items.map((one) => ({ ...one, state: assemblyState(one, now) }));
  const held = shown.filter(({ state }) => state === "sitting" || state === "closed");
  const maySeat = isOpenTo(principal, "offices.seat");
  return accept({
    around: aroundOf(known, request),
    terms: known.terms,
    seating: maySeat ? { book: known.book, assemblies: held } : null,
    numbers: new Map(shown.map(({ id, number }) => [id, number])),
  });
}
