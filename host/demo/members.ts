import { addDays, type CivilDate } from "#domain/kernel/instant.ts";
import { demoMembers, type DemoMember } from "#schema/demo/members.ts";
import { demoCast } from "#schema/demo/people.ts";
import { demoProducers } from "#schema/demo/producers.ts";
import { named, type Told } from "./stage.ts";

/**
 * Takes the members' book over from paper, as two officers do: who is in it since when, what they
 * paid, and two applications that wait. Members who are nobody of the cast get a person of their
 * own, who may come in by the letter that invites them.
 */
export async function openBook(
  { client, names }: Pick<Told, "client" | "names">,
  today: CivilDate,
): Promise<void> {
  const invited = await client.list<{ readonly id: string; readonly name: string }>("/people");
  const people = new Map(byCast(invited));
  const members: object[] = [];
  for (const member of demoMembers) {
    const actor = actorOf(member);
    const personId = people.get(actor) ?? (await invite({ client, names }, member));
    people.set(actor, personId);
    members.push({ personId, ...bodyOf(member, names, today) });
  }
  await client.write("POST", "/members/transcriptions", { members });
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
function actorOf({ code, representedBy }: DemoMember): string {
  return demoCast.find(({ name }) => name === representedBy)?.code ?? code;
}

async function invite(
  { client, names }: Pick<Told, "client" | "names">,
  { code, name, representedBy }: DemoMember,
): Promise<string> {
  const role =
    representedBy === undefined
      ? { role: "household", subject: named(names.households, code) }
      : { role: "producer", subject: named(names.producers, code) };
  const email = `${code}.socio@example.org`;
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
