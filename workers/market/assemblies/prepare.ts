import { allow } from "#domain/access/access.ts";
import type { AccessRefusal } from "#domain/access/refusals.ts";
import { assemblyState } from "#domain/governance/assembly/assembly.ts";
import { checkConvocation, checkSecondCall } from "#domain/governance/assembly/convocation.ts";
import { type Assembly, type Called, inState } from "#domain/governance/assembly/record.ts";
import type { AssemblyRefusal } from "#domain/governance/assembly/refusals.ts";
import type { AssemblyId } from "#domain/kernel/ids.ts";
import { accept, type Outcome, refuse } from "#domain/kernel/outcome.ts";
import {
  assemblyOffMail,
  type AssemblyTold,
  convocationMail,
} from "#domain/notices/assembly-mail.ts";
import type { Letter, LetterLang } from "#domain/notices/letter.ts";
import type { Request } from "#market/edge/env.ts";
import { perform, type Plan } from "#market/edge/perform.ts";
import type { Statement } from "#ports/database.ts";
import {
  ASSEMBLY_CHANGED,
  ASSEMBLY_EXISTS,
  assemblyBy,
  insertAssembly,
  nextAssembly,
  type WhichAssembly,
  writeAssembly,
} from "#store/assemblies.ts";
import { queueLetter } from "#store/letters.ts";
import { type MemberAddress, memberAddresses } from "#store/member-addresses.ts";
import { withoutReading } from "#store/statement.ts";

export type AssemblyAnswer<T> = Outcome<Plan<T>, AccessRefusal | AssemblyRefusal>;

/** An assembly that is named in an answer. */
export interface AssemblyNamed {
  readonly id: AssemblyId;
  readonly number: number;
}

/** What a deed on an older version is told. */
export const DEED_GUARDS = { [ASSEMBLY_CHANGED]: { code: "assembly-changed" } } as const;

/** Prepares an assembly: a draft, until it is convened. */
export function prepareAssembly(request: Request, called: Called) {
  const id = request.ports.ids.next<AssemblyId>();
  const { generalId } = called;
  return perform(request, {
    load: () => ({
      number: nextAssembly(),
      general: generalId === null ? withoutReading(null) : assemblyBy(generalId),
    }),
    decide: ({ number, general }, principal): AssemblyAnswer<AssemblyNamed> => {
      const allowed = allow(principal, "assemblies.prepare");
      if (!allowed.ok) return allowed;
      const isOfOne = generalId === null || (general?.delegates ?? null) !== null;
      if (!isOfOne) return refuse({ code: "general-without-delegates" });
      const calls = checkSecondCall(called);
      if (!calls.ok) return calls;
      const statements = [insertAssembly({ ...called, id, number, at: request.ports.now })];
      return accept({ status: 201, value: { id, number }, statements });
    },
    guards: Object.fromEntries(ASSEMBLY_EXISTS.map((guard) => [guard, "decide-again"])),
  });
}

/** Changes a draft; what was convened is not changed but cancelled. */
export function editAssembly(request: Request, which: WhichAssembly, called: Called) {
  return perform(request, {
    load: () => ({ assembly: assemblyBy(which) }),
    decide: ({ assembly }, principal): AssemblyAnswer<AssemblyNamed> => {
      const allowed = allow(principal, "assemblies.prepare");
      if (!allowed.ok) return allowed;
      if (assembly === null) return refuse({ code: "not-found", what: "assembly" });
      const draft = inState(assembly, request.ports.now, ["draft"]);
      if (!draft.ok) return draft;
      const calls = checkSecondCall(called);
      if (!calls.ok) return calls;
      return accept({ value: named(assembly), statements: [writeAssembly(assembly, called)] });
    },
    guards: DEED_GUARDS,
  });
}

/** Calls everybody in the book to the assembly, by letter. */
export function conveneAssembly(request: Request, which: WhichAssembly) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({ assembly: assemblyBy(which), members: memberAddresses() }),
    decide: ({ assembly, members }, principal): AssemblyAnswer<AssemblyNamed> => {
      const allowed = allow(principal, "assemblies.convene");
      if (!allowed.ok) return allowed;
      if (assembly === null) return refuse({ code: "not-found", what: "assembly" });
      const draft = inState(assembly, now, ["draft"]);
      if (!draft.ok) return draft;
      const { firstCallAt, secondCallAt, agenda } = assembly;
      const convocation = { firstCallAt, secondCallAt, items: agenda.length };
      const checked = checkConvocation(convocation, now);
      if (!checked.ok) return checked;
      const write = (lang: LetterLang) => convocationMail(lang, toldOf(assembly));
      return accept({
        value: named(assembly),
        statements: [
          writeAssembly(assembly, { convenedAt: now }),
          ...letters(request, {
            key: `assembly-convened:${assembly.id}`,
            assembly,
            members,
            write,
          }),
        ],
      });
    },
    guards: DEED_GUARDS,
  });
}

/** Calls an assembly off before it is held; who was called to it hears why. */
export function cancelAssembly(request: Request, which: WhichAssembly, reason: string) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({ assembly: assemblyBy(which), members: memberAddresses() }),
    decide: ({ assembly, members }, principal): AssemblyAnswer<AssemblyNamed> => {
      const allowed = allow(principal, "assemblies.convene");
      if (!allowed.ok) return allowed;
      if (assembly === null) return refuse({ code: "not-found", what: "assembly" });
      const before = inState(assembly, now, ["draft", "convened", "gathering"]);
      if (!before.ok) return before;
      const reached = assemblyState(assembly, now) === "draft" ? [] : members;
      const write = (lang: LetterLang) => assemblyOffMail(lang, toldOf(assembly), reason);
      const key = `assembly-cancelled:${assembly.id}`;
      return accept({
        value: named(assembly),
        statements: [
          writeAssembly(assembly, { cancelled: { at: now, reason } }),
          ...letters(request, { key, assembly, members: reached, write }),
        ],
      });
    },
    guards: DEED_GUARDS,
  });
}

export function named({ id, number }: Assembly): AssemblyNamed {
  return { id, number };
}

function toldOf(assembly: Assembly): AssemblyTold {
  return { ...assembly, agenda: assembly.agenda.map(({ title }) => title) };
}

interface Told {
  readonly key: string;
  readonly assembly: Assembly;
  readonly members: readonly MemberAddress[];
  readonly write: (lang: LetterLang) => Letter;
}

function letters({ ports }: Request, { key, assembly, members, write }: Told): Statement[] {
  return members.flatMap(({ memberId, address, language }) =>
    queueLetter({
      key: `${key}:${memberId}`,
      to: address,
      letter: write(language),
      at: ports.now,
      link: { path: `/assemblee/${assembly.number}`, words: [] },
    }),
  );
}
