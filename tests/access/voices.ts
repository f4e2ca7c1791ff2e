import type { PersonId } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { makeIds } from "#ports/ids.ts";
import type { Market } from "#tests/market.ts";
import { type AdmittedMember, admitMember } from "#tests/members.ts";
import { noticedProposal } from "#tests/proposals.ts";
import { counted } from "#tests/vote-results.ts";

const ids = makeIds(instant(Date.UTC(2026, 5, 1)), "a secret of at least thirty-two characters");

/** A proposal of somebody's that is noticed, with an amendment that waits for their answer. */
async function proposed(market: Market, person?: PersonId) {
  const own = person === undefined ? {} : { person: { personId: person, sent: {} } };
  const admitted = await admitMember(market, { name: "Gianni Poli", ...own });
  const { memberId } = admitted;
  const { id: proposal, number } = await noticedProposal(market, { author: memberId });
  const motion = String(number);
  const [amendment, comment, challenge] = [ids.next(), ids.next(), ids.next()];
  const run = (sql: string, ...values: string[]) => market.database.prepare(sql).run(values);
  run(
    `INSERT INTO amendment (id, proposal_id, member_id, base_version, title, body, actions,
        options, reason, proposed_at) VALUES (?, ?, ?, 1, 'Altro', '', '[]', '[]', 'Meglio', 0)`,
    amendment,
    proposal,
    memberId,
  );
  run(
    `INSERT INTO proposal_comment (id, proposal_id, member_id, stance, words, written_at)
      VALUES (?, ?, ?, 'for', 'Sì.', 0)`,
    comment,
    proposal,
    memberId,
  );
  // As it will be: counted at its close, and challenged.
  run(
    `INSERT INTO tally SELECT proposal_id, number, 1, 1, ?, digest, digest, 0, 0, closes_at,
      closes_at + 1 FROM vote_call WHERE proposal_id = ?`,
    JSON.stringify(counted),
    proposal,
  );
  run(
    `INSERT INTO challenge (id, proposal_id, call_number, member_id, reason, raised_at)
      VALUES (?, ?, 1, ?, 'Tardi.', 0)`,
    challenge,
    proposal,
    memberId,
  );
  const transfer = await givenOn(market, admitted);
  return { proposal, motion, amendment, comment, challenge, member: memberId, transfer };
}

/** Shares of theirs that wait to go to a firm that they act for too. */
async function givenOn(market: Market, giver: AdmittedMember): Promise<string> {
  const transfer = ids.next();
  const firm = { name: "Latteria Poli", kind: "legal", person: giver } as const;
  const { memberId } = await admitMember(market, firm);
  market.database
    .prepare(
      `INSERT INTO share_transfer (id, from_id, to_id, shares, asked_at, asked_by)
        VALUES (?, ?, ?, 1, 0, 'test')`,
    )
    .run([transfer, giver.memberId, memberId]);
  return transfer;
}

/** What the member of a trial proposed, and what somebody else did: either way they speak. */
export async function voices(market: Market, person: PersonId) {
  const ours = await proposed(market, person);
  const theirs = await proposed(market);
  const voice = ours.member;
  return { ours: { ...ours, voice }, theirs: { ...theirs, voice } };
}
