import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { callAt } from "#domain/governance/assembly/assembly.ts";
import { type Arrival, checkArrival, presentAt } from "#domain/governance/assembly/attendance.ts";
import { electorsOn, standForNobody } from "#domain/governance/assembly/electors.ts";
import { inState, type Turnout, turnoutOf } from "#domain/governance/assembly/record.ts";
import type { AssemblyRefusal } from "#domain/governance/assembly/refusals.ts";
import { LEGAL_FLOORS } from "#domain/governance/policy/legal-floors.ts";
import type { ProxyRefusal } from "#domain/governance/refusals.ts";
import type { MemberId } from "#domain/kernel/ids.ts";
import { toRome } from "#domain/kernel/instant.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import { assemblyBy, type WhichAssembly, writeAssembly } from "#store/assemblies.ts";
import {
  ASSEMBLY_HELD,
  insertPresence,
  PRESENT_ALREADY,
  presencesOf,
  writeDeparture,
} from "#store/attendance.ts";
import { membersBook } from "#store/members.ts";
import { officeTerms } from "#store/offices.ts";
import { type AssemblyAnswer, type AssemblyNamed, DEED_GUARDS, named } from "./prepare.ts";

export interface ArrivalAnswer extends Turnout {
  readonly memberId: MemberId;
}

type ArrivalOutcome = Outcome<Plan<ArrivalAnswer>, AccessRefusal | AssemblyRefusal | ProxyRefusal>;

/** Writes down that somebody takes part from now on: there, from afar, or represented. */
export function recordArrival(
  request: Request,
  which: WhichAssembly,
  arrival: Arrival & { readonly memberId: MemberId; readonly holderId: MemberId | null },
) {
  const { now } = request.ports;
  const { memberId, how, holderId } = arrival;
  return perform(request, {
    load: () => loaders(request, which),
    decide: (known, principal): ArrivalOutcome => {
      const allowed = allow(principal, "assemblies.hold");
      if (!allowed.ok) return allowed;
      const { assembly, presences } = known;
      if (assembly === null) return refuse({ code: "not-found", what: "assembly" });
      const open = inState(assembly, now, ["gathering", "sitting"]);
      if (!open.ok) return open;
      const eligible = electorsOn(known.book, toRome(assembly.firstCallAt).date);
      const present = presentAt(presences, now);
      const excluded = standForNobody(known.book, known.terms, toRome(now).date);
      const ground = { eligible, excluded, mostProxies: LEGAL_FLOORS.proxies.most, present };
      const checked = checkArrival(arrival, ground);
      if (!checked.ok) return checked;
      const nth = 1 + presences.filter((one) => one.memberId === memberId).length;
      const counted = { present: present.length + 1, electorate: eligible.size };
      const turnout = turnoutOf(assembly, counted, now);
      const row = { assemblyId: assembly.id, memberId, nth, how, holderId, arrivedAt: now };
      return accept({
        status: 201,
        value: { memberId, ...turnout },
        statements: [insertPresence(row)],
      });
    },
    guards: {
      [PRESENT_ALREADY]: { code: "present-already" },
      [ASSEMBLY_HELD]: "decide-again",
    },
  });
}

/** Writes down that somebody leaves, and with them everybody for whom they stood. */
export function recordDeparture(request: Request, which: WhichAssembly, memberId: MemberId) {
  const { now } = request.ports;
  return perform(request, {
    load: () => loaders(request, which),
    decide: ({ assembly, presences, book }, principal): AssemblyAnswer<ArrivalAnswer> => {
      const allowed = allow(principal, "assemblies.hold");
      if (!allowed.ok) return allowed;
      if (assembly === null) return refuse({ code: "not-found", what: "assembly" });
      const open = inState(assembly, now, ["gathering", "sitting"]);
      if (!open.ok) return open;
      const present = presentAt(presences, now);
      if (present.every((one) => one.memberId !== memberId)) {
        return refuse({ code: "not-of-the-assembly" });
      }
      const staying = present.filter(
        (one) => one.memberId !== memberId && one.holderId !== memberId,
      ).length;
      const electorate = electorsOn(book, toRome(assembly.firstCallAt).date).size;
      const turnout = turnoutOf(assembly, { present: staying, electorate }, now);
      const statements = [writeDeparture(assembly.id, memberId, now)];
      return accept({ value: { memberId, ...turnout }, statements });
    },
  });
}

/** Who presides and who writes the minutes: chosen by those who are there (art. 2371 c.c.). */
export interface Presiding {
  readonly chairId: MemberId;
  readonly secretaryId: MemberId;
}

/** Finds the assembly valid at the call that it is at now, with those who take part. */
export function constituteAssembly(request: Request, which: WhichAssembly, presiding: Presiding) {
  const { now } = request.ports;
  return perform(request, {
    load: () => loaders(request, which),
    decide: (known, principal): AssemblyAnswer<Turnout> => {
      const allowed = allow(principal, "assemblies.hold");
      if (!allowed.ok) return allowed;
      const { assembly, presences } = known;
      if (assembly === null) return refuse({ code: "not-found", what: "assembly" });
      const gathering = inState(assembly, now, ["gathering"]);
      if (!gathering.ok) return gathering;
      const call = callAt(assembly, now);
      if (call === null) return refuse({ code: "assembly-elsewhere", state: gathering.value });
      const present = presentAt(presences, now);
      const inside = new Set(
        present.flatMap((one) => (one.how === "by-proxy" ? [] : one.memberId)),
      );
      const isLed = inside.has(presiding.chairId) && inside.has(presiding.secretaryId);
      if (!isLed) return refuse({ code: "not-of-the-assembly" });
      const electorate = electorsOn(known.book, toRome(assembly.firstCallAt).date).size;
      const turnout = turnoutOf(assembly, { present: present.length, electorate }, now);
      if (turnout.present < turnout.needed) {
        return refuse({
          code: "too-few-present",
          present: turnout.present,
          needed: turnout.needed,
        });
      }
      const constituted = { call, at: now, present: present.length, electorate, ...presiding };
      return accept({ value: turnout, statements: [writeAssembly(assembly, { constituted })] });
    },
    guards: DEED_GUARDS,
  });
}

/** Ends an assembly that was held. */
export function closeAssembly(request: Request, which: WhichAssembly) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({ assembly: assemblyBy(which) }),
    decide: ({ assembly }, principal): AssemblyAnswer<AssemblyNamed> => {
      const allowed = allow(principal, "assemblies.hold");
      if (!allowed.ok) return allowed;
      if (assembly === null) return refuse({ code: "not-found", what: "assembly" });
      const sitting = inState(assembly, now, ["sitting"]);
      if (!sitting.ok) return sitting;
      const statements = [writeAssembly(assembly, { closedAt: now })];
      return accept({ value: named(assembly), statements });
    },
    guards: DEED_GUARDS,
  });
}

function loaders(request: Request, which: WhichAssembly) {
  return {
    assembly: assemblyBy(which),
    presences: presencesOf(which),
    book: membersBook(toRome(request.ports.now).date),
    terms: officeTerms(),
  };
}
