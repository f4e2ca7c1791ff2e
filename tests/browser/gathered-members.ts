import type { OpenWeek } from "./open-week.ts";

const DAY = 86_400_000;

/** An assembly whose members are arriving, in a week's database. @returns its number */
export function gatherMembers({ host }: OpenWeek): string {
  const now = host.clock.now();
  const people = host.database
    .prepare(
      `SELECT person_id FROM person_profile
        WHERE person_id NOT IN (SELECT person_id FROM member) ORDER BY person_id LIMIT 2`,
    )
    .pluck()
    .all([])
    .map(String);
  for (const [index, person] of people.entries()) {
    host.database.exec(`INSERT INTO member (id, kind, person_id, class, asked_shares,
        asked_instalments, applied_at, decision, decided_at, book_no, enrolled_on, version)
      VALUES ('gathered-${index}', 'natural', '${person}', 'worker', 1, 1, 0, 'admitted', 0,
        ${9001 + index}, '2020-01-01', 1)`);
  }
  const called = (number: number, first: number, convened: string) =>
    host.database.exec(`INSERT INTO assembly (id, number, kind, title, place, agenda,
        first_call_at, prepared_at, convened_at, version)
      VALUES ('assembly-${number}', ${number}, 'ordinary', 'Assemblea di bilancio',
        'Casa Comune, via Cristofoli',
        '[{"title":"Bilancio 2025","detail":"","proposalId":null}]', ${first}, 0, ${convened}, 1)`);
  called(9001, now - DAY / 24, "0");
  called(9002, now + 20 * DAY, "NULL");
  host.database.exec(`INSERT INTO assembly_presence (assembly_id, member_id, nth, how, arrived_at)
    VALUES ('assembly-9001', 'gathered-0', 1, 'in-person', ${now - 1000})`);
  return "9001";
}
