import { addDays, fromRome, HOUR, instant, toRome } from "#domain/kernel/instant.ts";
import { yearsLater } from "#domain/governance/assembly/offices.ts";
import {
  demoAssembly,
  demoAttendance,
  demoMinutes,
  demoNextAssembly,
  demoSupervisor,
} from "#schema/demo/assemblies.ts";
import { type DemoPeople, named, type Stage, type Told } from "./stage.ts";

interface Made {
  readonly id: string;
}

const EVENING = 18 * 60;

/** Six in the evening, so many days from now. */
function eveningIn(stage: Stage, days: number): number {
  const { date } = toRome(instant(stage.clock.now()));
  return fromRome({ date: addDays(date, days), minuteOfDay: EVENING });
}

async function convene(
  stage: Stage,
  { client }: Told,
  { call, days }: { readonly call: object; readonly days: number },
): Promise<Made> {
  const calls = { firstCallAt: eveningIn(stage, days), secondCallAt: eveningIn(stage, days + 1) };
  const made = await client.write<Made>("POST", "/assemblies", { ...call, ...calls });
  await client.write("POST", `/assemblies/${made.id}/convocation`, {});
  return made;
}

/** An assembly from its convocation to its sealed minutes; the clock goes on to its evening. */
export async function holdAssembly(stage: Stage, told: Told, people: DemoPeople): Promise<void> {
  const { client } = told;
  const { id } = await convene(stage, told, { call: demoAssembly, days: 9 });
  const path = `/assemblies/${id}`;
  stage.clock.set(eveningIn(stage, 10));
  for (const [member, how, holder] of demoAttendance) {
    const holderId = holder === undefined ? null : named(people.members, holder);
    const body = { memberId: named(people.members, member), how, holderId };
    await client.write("POST", `${path}/presences`, body);
  }
  const presiding = {
    chairId: named(people.members, "caterina"),
    secretaryId: named(people.members, "ornella"),
  };
  await client.write("POST", `${path}/constitution`, presiding);
  stage.clock.set(stage.clock.now() + 3 * HOUR);
  await client.write("PUT", `${path}/minutes`, { words: demoMinutes, follows: 0 });
  await client.write("POST", `${path}/closing`, {});
  await client.write("POST", `${path}/minutes/seal`, { version: 1 });
  await seat(stage, told, people, {
    organ: "supervisors",
    member: demoSupervisor,
    assemblyId: id,
  });
}

/** The next one is convened before the demo is looked at, for some days after. */
export async function conveneNext(stage: Stage, told: Told): Promise<void> {
  await convene(stage, told, { call: demoNextAssembly, days: 21 });
  await stage.tick();
}

/** Whom a vote elected takes the seats of the board. */
export async function seatBoard(
  stage: Stage,
  told: Told,
  people: DemoPeople,
  elected: { readonly proposalId: string; readonly members: readonly string[] },
): Promise<void> {
  const { proposalId } = elected;
  // Who is written in the book last takes their seat later.
  for (const member of elected.members.filter((code) => people.members.has(code))) {
    await seat(stage, told, people, { organ: "board", member, proposalId });
  }
}

interface Seat {
  readonly organ: string;
  readonly member: string;
  readonly assemblyId?: string;
  readonly proposalId?: string;
}

async function seat(
  stage: Stage,
  { client }: Told,
  people: DemoPeople,
  { member, ...given }: Seat,
): Promise<void> {
  const from = addDays(toRome(instant(stage.clock.now())).date, 1);
  const to = addDays(yearsLater(from, 3), -1);
  await client.write("POST", "/offices", {
    ...given,
    memberId: named(people.members, member),
    from,
    to,
  });
}
