import { type CallNotice, callNoticesDue } from "#domain/governance/proposal/call-notices.ts";
import type { CallRecord, Proposal } from "#domain/governance/proposal/proposal.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import { voteMail, type VoteTold } from "#domain/notices/vote-mail.ts";
import type { Database } from "#ports/database.ts";
import {
  callNoticeReached,
  callsToTell,
  type CallTold,
  toldOfCalls,
  type VoteReader,
  voteReaders,
} from "#store/call-notices.ts";
import type { Box } from "#store/calls.ts";
import { NOTICE_TOLD } from "#store/cycle-notices.ts";
import { queueLetter } from "#store/letters.ts";
import { readBatch } from "#store/statement.ts";

/** How many people are told in one batch, and how many batches a run takes: the rest waits. */
const AT_ONCE = 100;
const BATCHES = 50;

/** Guards that say: another run was here first. It tells the rest. */
const RACES: ReadonlySet<string> = new Set([NOTICE_TOLD, "outbox.key"]);

interface Run {
  readonly database: Database;
  readonly now: Instant;
  readonly atOnce: number;
}

/**
 * Tells those who may vote of each step of a vote: its notice, with the whole text; its opening, an
 * extension, the result, a challenge and what came of it. Each letter goes to each person once: how
 * far it went is written down with the letters themselves.
 */
export async function tellVotes(
  { database, now }: { readonly database: Database; readonly now: Instant },
  atOnce = AT_ONCE,
): Promise<void> {
  const { proposals, told } = await readBatch(database, {
    proposals: callsToTell(now),
    told: toldOfCalls(now),
  });
  for (const proposal of proposals) {
    const { call, row, tally, challenged } = proposal;
    if (call === null) continue;
    for (const notice of callNoticesDue(row, tally, challenged, now)) {
      await tell({ database, now, atOnce }, { ...proposal, call }, notice, told);
    }
  }
}

type Called = Proposal & { readonly call: CallRecord };

async function tell(
  run: Run,
  proposal: Called,
  notice: CallNotice,
  told: readonly CallTold[],
): Promise<void> {
  const box = { proposalId: proposal.id, callNumber: proposal.call.number };
  const before = told.find(
    (one) =>
      one.notice === notice &&
      one.proposalId === box.proposalId &&
      one.callNumber === box.callNumber,
  );
  if (before?.isDone === true) return;
  let from = before?.reached ?? null;
  for (let batch = 0; batch < BATCHES; batch++) {
    const reached = await tellSome(run, proposal, box, { notice, from });
    if (reached === null) return;
    from = reached;
  }
}

/** Tells the next people; gives the last of them, or null where nobody is left to tell. */
async function tellSome(
  { database, now, atOnce }: Run,
  proposal: Called,
  box: Box,
  { notice, from }: { readonly notice: CallNotice; readonly from: string | null },
): Promise<string | null> {
  const asked = { after: from ?? "", limit: atOnce };
  const { readers } = await readBatch(database, { readers: voteReaders(box, asked) });
  const isDone = readers.length < atOnce;
  const reached = readers.at(-1)?.id ?? from ?? "";
  const letters = readers.flatMap((reader) =>
    queueLetter({
      key: `${notice}:${box.proposalId}:${box.callNumber}:${reader.id}`,
      to: reader.address,
      letter: voteMail(reader.lang, notice, toldOf(proposal)),
      link: { path: pathFor(notice, proposal, reader), words: [] },
      at: now,
    }),
  );
  const note = callNoticeReached(box, notice, { from, reached, at: now, isDone });
  const written = await database.write([note, ...letters]);
  if (written.kind === "guarded") {
    if (!RACES.has(written.guard)) throw new Error(`guard not expected: ${written.guard}`);
    return null;
  }
  return isDone ? null : reached;
}

function toldOf({ number, text, call, tally }: Called): VoteTold {
  const { title, body } = text;
  const outcome = tally === null ? null : tally.passes ? "passed" : "rejected";
  return {
    number,
    title,
    body,
    isSecond: call.round === 2,
    opensAt: call.opensAt,
    closesAt: call.extendedTo ?? call.closesAt,
    digest: call.digest,
    outcome: tally?.hasQuorum === false ? "no-quorum" : outcome,
  };
}

const PAGES: Readonly<Record<CallNotice, string>> = {
  "vote-noticed": "",
  "vote-opens": "/voto",
  "vote-extended": "/voto",
  "vote-result": "/risultato",
  "vote-challenged": "/risultato",
  "vote-annulled": "",
};

/** The page that the letter's one link opens, in its reader's language. */
function pathFor(notice: CallNotice, { number }: Proposal, { lang }: VoteReader): string {
  const path = `/proposte/${number}${PAGES[notice]}`;
  return lang === "it" ? path : `/${lang}${path}`;
}
