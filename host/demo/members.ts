import { addDays, type CivilDate } from "#domain/kernel/instant.ts";
import { demoMembers, type DemoMember } from "#schema/demo/members.ts";
import { demoCast } from "#schema/demo/people.ts";
import { demoProducers } from "#schema/demo/producers.ts";
import { named, type Told } from "./stage.ts";

/** What is written in the book, and by which day. */
interface Writing {
  /** From where the days are counted that members have been in the book. */
  readonly today: CivilDate;
  readonly members: readonly DemoMember[];
}

/**
 * Takes a part of the members' book over from paper, as two officers do: who is in it since when,
 * what they paid, and applications that wait. Members who are nobody of the cast get a person of
 * their own, who may come in by the letter that invites them.
 * @returns the memberships by the members' codes
 */
export async function openBook(
  { client, names }: Pick<Told, "client" | "names">,
  { today, members }: Writing,
): Promise<ReadonlyMap<string, string>> {
  const invited = await client.list<{ readonly id: string; readonly name: string }>("/people");
  const people = new Map(byCast(invited));
  const written: object[] = [];
  for (const member of members) {
    const actor = actorOf(member);
    const personId = people.get(actor) ?? (await invite({ client, names }, member));
    people.set(actor, personId);
    written.push({ personId, ...bodyOf(member, names, today) });
  }
  const body = { members: written };
  const { items } = await client.write<Book>("POST", "/members/transcriptions", body);
  return new Map(members.map(({ code }, at) => [code, items[at]?.id ?? ""]));
}

interface Book {
  readonly items: readonly { readonly id: string }[];
}

/** Those who were in the book by a day, and those who came later or still wait. */
export function enteredBy(day: CivilDate, today: CivilDate) {
  const isIn = ({ days }: DemoMember) => days !== null && addDays(today, -days) <= day;
  return { before: demoMembers.filter(isIn), after: demoMembers.filter((one) => !isIn(one)) };
}

/** The address that a member who is nobody of the cast is invited at. */
export function mailboxOf({ code }: DemoMember): string {
  return `${code}.socio@example.org`;
}

/** Somebody of the cast by their code: the founder came before everybody. */
function byCast(people: readonly { readonly id: string; readonly name: string }[]) {
  const codes = new Map(demoCast.map(({ name, code }) => [name, code]));
  return people.flatMap(({ id, name }): [string, string][] => {
    const code = codes.get(name);
    return code === undefined ? [] : [[code, id]];
  });
}

/** Whose hands act for a member: a firm's are those of who stands for it. */
export function actorOf({ code, representedBy }: DemoMember): string {
  return demoCast.find(({ name }) => name === representedBy)?.code ?? code;
}

async function invite(
  { client, names }: Pick<Told, "client" | "names">,
  member: DemoMember,
): Promise<string> {
  const { code, name, representedBy } = member;
  const role =
    representedBy === undefined
      ? { role: "household", subject: named(names.households, code) }
      : { role: "producer", subject: named(names.producers, code) };
  const email = mailboxOf(member);
  const body = { name: representedBy ?? name, email, roles: [role] };
  return (await client.write<{ readonly id: string }>("POST", "/people", body)).id;
}

function bodyOf(member: DemoMember, names: Told["names"], today: CivilDate): object {
  const { name, taxCode, bornOn, representedBy, days, shares, paidShares, code } = member;
  const isFirm = representedBy !== undefined;
  const firm = {
    kind: "legal",
    representedBy,
    enterpriseId: code === "courier" ? names.courier : names.producers.get(code),
    ownMembers: code === "cantina" ? 24 : null,
  };
  const town = demoProducers.find((producer) => producer.code === code)?.town ?? "Verona";
  const born = { bornOn, bornIn: "Verona" };
  return {
    name,
    taxCode,
    class: member.class,
    ...(isFirm ? firm : born),
    street: "via Cantarane 27",
    postcode: "37129",
    town,
    shares,
    paidShares,
    enrolledOn: days === null ? null : addDays(today, -days),
  };
}
