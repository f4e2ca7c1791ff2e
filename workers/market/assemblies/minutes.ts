import { allow } from "#domain/access/access.ts";
import { actorName } from "#domain/access/principal.ts";
import { inState, minutesDigest } from "#domain/governance/assembly/record.ts";
import type { Digest } from "#domain/kernel/digest.ts";
import type { AssemblyId } from "#domain/kernel/ids.ts";
import { accept, refuse } from "#domain/kernel/outcome.ts";
import type { Request } from "#market/edge/env.ts";
import { perform } from "#market/edge/perform.ts";
import { assemblyBy, type WhichAssembly, writeAssembly } from "#store/assemblies.ts";
import {
  insertMinutes,
  lastMinutes,
  MINUTES_CHANGED,
  MINUTES_SEALED,
  presencesOf,
} from "#store/attendance.ts";
import { type AssemblyAnswer, DEED_GUARDS } from "./prepare.ts";

/** A version of the minutes, on what the one before it said. */
export interface WriteMinutes {
  readonly words: string;
  /** The version that was read; 0 where there was none. */
  readonly follows: number;
}

export interface MinutesAnswer {
  readonly id: AssemblyId;
  readonly version: number;
  /** Null before they are sealed. */
  readonly digest: Digest | null;
}

/** Writes the minutes, or writes them anew while they are not sealed. */
export function writeMinutes(
  request: Request,
  which: WhichAssembly,
  { words, follows }: WriteMinutes,
) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({ assembly: assemblyBy(which), last: lastMinutes(which) }),
    decide: ({ assembly, last }, principal): AssemblyAnswer<MinutesAnswer> => {
      const allowed = allow(principal, "assemblies.hold");
      if (!allowed.ok) return allowed;
      if (assembly === null) return refuse({ code: "not-found", what: "assembly" });
      const held = inState(assembly, now, ["sitting", "closed"]);
      if (!held.ok) return held;
      if (assembly.sealed !== null) return refuse({ code: "minutes-sealed" });
      if ((last?.version ?? 0) !== follows) return refuse({ code: "minutes-changed" });
      const minutes = { version: follows + 1, words, writtenAt: now };
      return accept({
        value: { id: assembly.id, version: minutes.version, digest: null },
        statements: [insertMinutes(assembly.id, minutes, actorName(principal))],
      });
    },
    guards: {
      [MINUTES_CHANGED]: { code: "minutes-changed" },
      [MINUTES_SEALED]: { code: "minutes-sealed" },
    },
  });
}

/** Seals the version that was read, with everything that it speaks of; by two signatures. */
export function sealMinutes(request: Request, which: WhichAssembly, version: number) {
  const { now } = request.ports;
  return perform(request, {
    load: () => ({
      assembly: assemblyBy(which),
      last: lastMinutes(which),
      presences: presencesOf(which),
    }),
    decide: ({ assembly, last, presences }, principal): AssemblyAnswer<MinutesAnswer> => {
      const allowed = allow(principal, "assemblies.seal");
      if (!allowed.ok) return allowed;
      if (assembly === null) return refuse({ code: "not-found", what: "assembly" });
      const closed = inState(assembly, now, ["closed"]);
      if (!closed.ok) return closed;
      if (assembly.sealed !== null) return refuse({ code: "minutes-sealed" });
      if (last === null || last.version !== version) return refuse({ code: "minutes-changed" });
      const digest = minutesDigest(assembly, presences.map(plain), last.words);
      const sealed = { version, digest, at: now, by: actorName(principal) };
      return accept({
        value: { id: assembly.id, version, digest },
        statements: [writeAssembly(assembly, { sealed })],
      });
    },
    guards: DEED_GUARDS,
  });
}

type Plain = Parameters<typeof minutesDigest>[1][number];

/** Without what changes later: what somebody is called. */
export function plain({ memberId, how, holderId, arrivedAt, leftAt }: Plain): Plain {
  return { memberId, how, holderId, arrivedAt, leftAt };
}
