import type { KeptPasskey, SoftwarePasskey } from "#host/passkeys/software-passkey.ts";
import type { CivilDate } from "#domain/kernel/instant.ts";
import { demoCast, demoFounder, type DemoPerson, type DemoRole } from "#schema/demo/people.ts";
import { openBook } from "./members.ts";
import { type DemoNames, eightAtATime, named, type Stage, type Told } from "./stage.ts";

/** What the demo's passkeys are called by their owners. */
export const DEMO_PASSKEY = "Chiave di prova";

/** The key of somebody whom a newcomer can be. */
export interface DemoKey {
  /** Of `schema/demo/people.ts`; null for a passkey that was made at the demo later. */
  readonly code: string | null;
  readonly name: string;
  readonly passkey: KeptPasskey;
}

/**
 * Invites the demo's people as the first officer does, and lets each follow the letter's link and
 * make a passkey. Offices are given while there is no second officer yet, as a network begins.
 */
export async function welcomePeople(
  stage: Stage,
  told: Told,
  today: CivilDate,
): Promise<readonly DemoKey[]> {
  const passkeys = new Map([[demoFounder.code, told.founder]]);
  const invited = demoCast.filter((person) => person !== demoFounder);
  await invite(told, invited);
  // While nobody else can sign beside the founder.
  await openBook(told, today);
  await stage.tick();
  await eightAtATime(invited, async (person) => {
    passkeys.set(person.code, await enrol(stage, told, person));
  });
  return Promise.all(
    demoCast.map(async ({ code, name }) => {
      const passkey = passkeys.get(code);
      if (passkey === undefined) throw new Error(`${name} has no passkey`);
      return { code, name, passkey: await passkey.exported() };
    }),
  );
}

// One after another: each invitation is signed, and a passkey may count its signatures.
async function invite({ client, names }: Told, people: readonly DemoPerson[]): Promise<void> {
  for (const { name, email, roles } of people) {
    const body = { name, email, roles: roles.map((role) => grant(role, names)) };
    await client.write("POST", "/people", body);
  }
}

function grant([role, code]: DemoRole, names: DemoNames) {
  if (role === "hub" || role === "courier") return { role, subject: names[role] };
  if (role === "producer") return { role, subject: named(names.producers, code) };
  if (role === "coordinator") return { role, subject: named(names.groups, code) };
  if (role === "household") return { role, subject: named(names.households, code) };
  return { role, subject: "" };
}

/** Follows the link of the letter, as its reader would. */
async function enrol(
  stage: Stage,
  { client }: Told,
  { name, email }: DemoPerson,
): Promise<SoftwarePasskey> {
  const letter = stage.letters().find(({ to }) => to === email);
  const invitation = /\/invito\/([\w-]+)/.exec(letter?.text ?? "")?.[1];
  if (invitation === undefined) throw new Error(`no invitation has come to ${name}`);
  // The invitation says whose passkey it is; the token only that a program sends this on purpose.
  return stage.keys.enrol(
    (path, body) => client.write("POST", path, body),
    invitation,
    DEMO_PASSKEY,
  );
}
