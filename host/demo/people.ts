import type { KeptPasskey, SoftwarePasskey } from "#host/passkeys/software-passkey.ts";
import { type CivilDate, instant, toRome } from "#domain/kernel/instant.ts";
import { demoMembers, type DemoMember } from "#schema/demo/members.ts";
import { demoCast, demoFounder, type DemoPerson, type DemoRole } from "#schema/demo/people.ts";
import { actorOf, enteredBy, mailboxOf, openBook } from "./members.ts";
import {
  type DemoNames,
  type DemoPeople,
  eightAtATime,
  named,
  type Stage,
  type Told,
} from "./stage.ts";

/** What the demo's passkeys are called by their owners. */
export const DEMO_PASSKEY = "Chiave di prova";

/** The key of somebody whom a newcomer can be. */
export interface DemoKey {
  /** Of `schema/demo/people.ts`; null for a passkey that was made at the demo later. */
  readonly code: string | null;
  readonly name: string;
  readonly passkey: KeptPasskey;
}

/** Another officer would have to sign beside the founder: he comes once the book is whole. */
const LAST = "ruggero";

/**
 * Founds the circle: the first officer invites the demo's people and takes over the members' book,
 * and everybody follows their letter's link and makes a passkey, members who are nobody of the cast
 * too. Offices are given while there is no second officer yet, as a network begins.
 */
export async function welcomePeople(
  stage: Stage,
  told: Told,
  today: CivilDate,
): Promise<DemoPeople> {
  const passkeys = new Map([[demoFounder.code, told.founder]]);
  const cast = demoCast.filter(({ code }) => code !== demoFounder.code && code !== LAST);
  await invite(told, cast);
  const day = toRome(instant(stage.clock.now())).date;
  const { before } = enteredBy(day, today);
  const members = await openBook(told, { today, members: before.filter(isNotLast) });
  await stage.tick();
  const others = before.filter((member) => isNotLast(member) && !isOfCast(member));
  const invited = [...cast, ...others.map((one) => ({ ...one, email: mailboxOf(one) }))];
  await eightAtATime(invited, async (person) => {
    passkeys.set(person.code, await enrol(stage, told, person));
  });
  return { passkeys, members };
}

/** Those who came lately: who applied, who is new in the book, and then the second officer. */
export async function welcomeLast(
  stage: Stage,
  told: Told,
  { people, today }: { readonly people: DemoPeople; readonly today: CivilDate },
): Promise<readonly DemoKey[]> {
  const last = demoCast.filter(({ code }) => code === LAST);
  await invite(told, last);
  const missing = demoMembers.filter(({ code }) => !people.members.has(code));
  await openBook(told, { today, members: missing });
  await stage.tick();
  for (const person of last) people.passkeys.set(person.code, await enrol(stage, told, person));
  return Promise.all(
    demoCast.map(async ({ code, name }) => {
      const passkey = people.passkeys.get(code);
      if (passkey === undefined) throw new Error(`${name} has no passkey`);
      return { code, name, passkey: await passkey.exported() };
    }),
  );
}

function isNotLast({ code }: DemoMember): boolean {
  return code !== LAST;
}

function isOfCast(member: DemoMember): boolean {
  return demoCast.some(({ code }) => code === actorOf(member));
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
  { name, email }: Pick<DemoPerson, "name" | "email">,
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
