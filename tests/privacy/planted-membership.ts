import { instant } from "#domain/kernel/instant.ts";
import { makeIds } from "#ports/ids.ts";
import type { Run, Say } from "./planted.ts";

const ids = makeIds(instant(Date.UTC(2026, 5, 1)), "a secret of at least thirty-two characters");

/** Somebody who was a member twice, and left: the book goes on naming them. */
export function plantMembership(id: string, mark: string, say: Say, run: Run): void {
  const [member, another] = [ids.next(), ids.next()];
  for (const one of [member, another]) {
    run(
      `INSERT INTO member (id, kind, person_id, class, asked_shares, asked_instalments,
          applied_at, decision, decided_at, book_no, enrolled_on, ending, ended_at, version)
        SELECT ?, 'natural', ?, 'consumer', 1, 1, 1, 'admitted', 2, coalesce(max(book_no), 0) + 1,
          '2020-01-01', 'exited', 3, 1 FROM member`,
      one,
      id,
    );
  }
  plantIdentity(member, mark, say, run);
  run(
    `INSERT INTO member_event (member_id, number, kind, ground, detail, at, actor, digest)
      VALUES (?, 1, 'applied', '', '{}', 1, 'test', ?)`,
    member,
    "e".repeat(64),
  );
  run(
    "INSERT INTO member_event_words SELECT id, ?2 FROM member_event WHERE member_id = ?1",
    member,
    say("member_event_words.words"),
  );
  run(
    "INSERT INTO share_transfer VALUES (?, ?, ?, 1, 1, 'test', 'denied', 2, 'test', ?, 1)",
    ids.next(),
    member,
    another,
    say("share_transfer.reason"),
  );
  plantVoice(member, say, run);
}

/** What they said of a proposal of their own. */
function plantVoice(member: string, say: Say, run: Run): void {
  run(
    `INSERT INTO policy_version SELECT 'planted', 1, '{"endorsements":1}', 0, 0, 'test', '', ?
      WHERE NOT EXISTS (SELECT 1 FROM policy_version WHERE code = 'planted')`,
    "f".repeat(64),
  );
  const proposal = ids.next();
  run(
    `INSERT INTO proposal (id, number, author_id, policy_code, policy_version, subject, created_at)
      SELECT ?, coalesce(max(number), 0) + 1, ?, 'planted', 1, 'motion', 1 FROM proposal`,
    proposal,
    member,
  );
  run(
    `INSERT INTO proposal_comment (id, proposal_id, member_id, stance, words, written_at)
      VALUES (?, ?, ?, 'for', ?, 1)`,
    ids.next(),
    proposal,
    member,
    say("proposal_comment.words"),
  );
}

function plantIdentity(member: string, mark: string, say: Say, run: Run): void {
  const of = (column: string) => say(`member_identity.${column}`);
  run(
    "INSERT INTO member_identity VALUES (?, ?, ?, '1980-01-01', ?, ?, ?, ?, ?, ?)",
    member,
    of("name"),
    say("member_identity.tax_code", `${mark}tax`.padEnd(16, "x")),
    of("born_in"),
    of("represented_by"),
    of("street"),
    of("postcode"),
    of("town"),
    ids.secret(),
  );
}
