import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { assemblyState } from "#domain/governance/assembly/assembly.ts";
import { electorsOn } from "#domain/governance/assembly/electors.ts";
import { checkTerm, type Organ } from "#domain/governance/assembly/offices.ts";
import type { OfficeRefusal } from "#domain/governance/assembly/refusals.ts";
import { proposalState } from "#domain/governance/proposal/proposal-state.ts";
import type { AssemblyId, MemberId, OfficeTermId, ProposalId } from "#domain/kernel/ids.ts";
import { type CivilDate, toRome } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { look, perform, type Plan } from "#market/edge/perform.ts";
import { assemblyBy } from "#store/assemblies.ts";
import { membersBook } from "#store/members.ts";
import {
  endTerm,
  insertTerm,
  type KeptTerm,
  OFFICE_HELD,
  officeTerms,
  TERM_ENDED,
  type TermEnding,
} from "#store/offices.ts";
import { proposalBy } from "#store/proposals.ts";
import { withoutReading } from "#store/statement.ts";

/** Who takes an office, for how long, and who gave it to them. */
export interface Seat {
  readonly organ: Organ;
  readonly memberId: MemberId;
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly assemblyId: AssemblyId | null;
  readonly proposalId: ProposalId | null;
}

export interface Seated {
  readonly id: OfficeTermId;
}

type OfficeAnswer<T> = Outcome<Plan<T>, AccessRefusal | OfficeRefusal>;

/** Writes down whom the members elected: in an assembly that was held, or by a vote that passed. */
export function seatMember(request: Request, seat: Seat) {
  const { now, ids } = request.ports;
  const id = ids.next<OfficeTermId>();
  const { assemblyId, proposalId, from: fromDay, to: toDay, organ, memberId } = seat;
  return perform(request, {
    load: () => ({
      terms: officeTerms(),
      book: membersBook(toRome(now).date),
      assembly: assemblyId === null ? withoutReading(null) : assemblyBy(assemblyId),
      proposal: proposalId === null ? withoutReading(null) : proposalBy(proposalId),
    }),
    decide: (known, principal): OfficeAnswer<Seated> => {
      const allowed = allow(principal, "offices.seat");
      if (!allowed.ok) return allowed;
      const { assembly, proposal } = known;
      const isHeld =
        assembly !== null && ["sitting", "closed"].includes(assemblyState(assembly, now));
      const isPassed = proposal !== null && proposalState(proposal.row, now) === "passed";
      if ((assemblyId !== null && !isHeld) || (proposalId !== null && !isPassed)) {
        return refuse({ code: "not-found", what: "election" });
      }
      const eligible = electorsOn(known.book, toRome(now).date);
      const checked = checkTerm(seat, eligible, known.terms);
      if (!checked.ok) return checked;
      const row = { organ, memberId, assemblyId, proposalId, fromDay, toDay };
      const seated = { seatedAt: now, seatedBy: actorName(principal) };
      const statements = [insertTerm({ id, ...row, ...seated })];
      return accept({ status: 201, value: { id }, statements });
    },
    guards: { [OFFICE_HELD]: { code: "office-held" } },
  });
}

/** Writes down that a term ends before its time. */
export function endOffice(
  request: Request,
  id: OfficeTermId,
  { on, how }: { readonly on: CivilDate; readonly how: TermEnding },
) {
  return perform(request, {
    load: () => ({ terms: officeTerms() }),
    decide: ({ terms }, principal): OfficeAnswer<Seated> => {
      const allowed = allow(principal, "offices.seat");
      if (!allowed.ok) return allowed;
      const term = terms.find((one) => one.id === id);
      if (term === undefined) return refuse({ code: "not-found", what: "term" });
      if (term.endedOn !== null || on < term.from) return refuse({ code: "term-ended" });
      const statements = [endTerm(id, { on, how, by: actorName(principal) })];
      return accept({ value: { id }, statements });
    },
    guards: { [TERM_ENDED]: { code: "term-ended" } },
  });
}

/** Every term there was: who holds an office is for everybody to know. */
export async function listOffices(
  request: Request,
): Promise<Outcome<{ readonly items: readonly KeptTerm[] }, AccessRefusal>> {
  const { known, principal } = await look(request, { terms: officeTerms() });
  const allowed = allow(principal, "assemblies.read");
  return allowed.ok ? accept({ items: known.terms }) : allowed;
}
