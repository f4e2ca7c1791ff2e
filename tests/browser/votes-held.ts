import { DAY } from "#domain/kernel/instant.ts";
import type { PersonId } from "#domain/kernel/ids.ts";
import { openCall } from "#tests/calls.ts";
import { countedVote } from "#tests/counted-calls.ts";
import { type AdmittedMember, admitMember } from "#tests/members.ts";
import type { OpenWeek } from "./open-week.ts";

/** Numbers of votes, and the code of a ballot. */
export interface HeldVotes {
  /** One that the reader may take part in now. */
  readonly openVote: string;
  /** An election by transferable vote, counted, with its stages. */
  readonly countedVote: string;
  /** The receipt of one of its ballots. */
  readonly tracker: string;
}

const ELECTION = {
  method: "scottish",
  seats: 2,
  secrecy: "detached",
  mayRevote: false,
  ownBeatsProxy: false,
} as const;
const OPTIONS = ["lucia", "marta", "yusuf", "ida"] as const;

/** Members of a week's network, one of them the reader, who voted once and vote now. */
export async function holdVotes({ host }: OpenWeek, reader: PersonId): Promise<HeldVotes> {
  const env = { DATABASE_URL: host.databaseUrl, DATABASE_TOKEN: host.databaseToken };
  const market = { database: host.database, time: { now: host.clock.now() }, env } as Parameters<
    typeof countedVote
  >[0];
  const members: AdmittedMember[] = [];
  for (let at = 0; at < 12; at++) {
    const person = at === 0 ? { person: { personId: reader, sent: {} } } : {};
    members.push(await admitMember(market, { name: `Socia ${at}`, days: 200, ...person }));
  }
  market.time.now -= 40 * DAY;
  const ranking = (at: number) => OPTIONS.map((_, place) => OPTIONS[(at + place) % 4] ?? "lucia");
  const counted = await countedVote(market, {
    members,
    policy: ELECTION,
    subject: "election",
    options: OPTIONS,
    choices: members.map((_, at) => ({ ranking: ranking(at) })),
  });
  market.time.now = host.clock.now();
  const open = await openCall(market, { members });
  const numberOf = (id: string) => valueOf(host, "SELECT number FROM proposal WHERE id = ?", id);
  return {
    openVote: numberOf(open.proposalId),
    countedVote: numberOf(counted.proposalId),
    tracker: valueOf(
      host,
      "SELECT tracker FROM secret_receipt WHERE proposal_id = ? LIMIT 1",
      counted.proposalId,
    ),
  };
}

function valueOf({ database }: OpenWeek["host"], sql: string, value: string): string {
  return String(database.prepare(sql).pluck().all([value])[0]);
}
