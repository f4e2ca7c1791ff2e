import { insert, type Row, statement, type Trial } from "./attempt.ts";
import {
  back,
  ballot,
  box,
  nextSeal,
  papers,
  receipt,
  seal,
  secret,
  tracker,
  used,
} from "./ballot-rows.ts";

/** A ballot of somebody who has none yet. */
const own: Row = { ...back, member_id: "member-2", by_member: "member-2", nth: 1 };
const closed = { ...box, proposal_id: "refounded" };
const sealed = insert("ballot_seal", nextSeal);

const TOO_EARLY_OR_LATE: readonly (readonly [string, Row])[] = [
  ["before the opening", { cast_at: 3999 }],
  ["at the closing", { cast_at: 5000 }],
  ["openly into a secret vote", { proposal_id: "elected", number: 1 }],
];

const trigger = "ballot_goes_in";

export const openRefusals: Trial["refusals"] = [
  {
    trigger: "paper_batch_follows",
    says: "refused:papers-changed",
    title: "of two batches at once the second is numbered again",
    by: [insert("paper_batch", { ...papers, number: 3 })],
  },
  ...TOO_EARLY_OR_LATE.map(([title, change]) => ({
    trigger,
    says: "refused:vote-not-open",
    title,
    by: [insert("ballot", { ...own, ...change })],
  })),
  {
    trigger,
    says: "refused:vote-not-open",
    title: "into a box that is closed",
    by: [sealed, insert("ballot_box", box), insert("ballot", own)],
  },
  {
    trigger,
    says: "refused:not-in-electorate",
    title: "of who may not vote",
    by: [insert("ballot", { ...own, member_id: "member-3", by_member: "member-3" })],
  },
  {
    trigger,
    says: "refused:proxy-missing",
    title: "for somebody who gave no proxy",
    by: [insert("ballot", { ...own, by_member: "member-1" })],
  },
  ...[{ nth: 2 }, { number: 4 }, { tracker: tracker("1") }].map((change) => ({
    trigger,
    says: "refused:ballots-changed",
    title: `out of its turn: ${JSON.stringify(change)}`,
    by: [insert("ballot", { ...own, member_id: "member-1", by_member: "member-1", ...change })],
  })),
  {
    trigger,
    says: "refused:ballot-cast-already",
    title: "a second one of the same hand, where votes are not changed",
    by: [insert("ballot", { ...ballot, number: 3, nth: 2, tracker: tracker("4") })],
  },
  {
    trigger,
    says: "refused:ballot-cast-by-other",
    title: "by the holder of a proxy, when the member has cast their own",
    by: [
      statement("DROP TRIGGER ballot_remains"),
      statement("DELETE FROM ballot WHERE number = 1"),
      insert("ballot", { ...own, member_id: "member-1", by_member: "member-1" }),
      insert("ballot", { ...ballot, number: 4, tracker: tracker("4") }),
    ],
  },
  {
    trigger: "proxy_is_used",
    says: "refused:proxy-used",
    title: "a proxy is not taken back once its ballot is in the box",
    by: [statement("UPDATE proxy SET revoked_at = 4500 WHERE id = 'proxy-1'")],
  },
];

const open = { proposal_id: "voted" };

export const secretRefusals: Trial["refusals"] = [
  {
    trigger: "voted_once",
    says: "refused:vote-not-open",
    title: "nobody votes secretly in an open vote",
    by: [insert("voted", { ...used, ...open })],
  },
  {
    trigger: "voted_once",
    says: "refused:not-in-electorate",
    title: "nobody votes who may not",
    by: [insert("voted", { ...used, member_id: "member-3" })],
  },
  {
    trigger: "voted_once",
    says: "refused:ballot-cast-already",
    title: "nobody votes twice",
    by: [insert("voted", used)],
  },
  {
    trigger: "secret_ballot_goes_in",
    says: "refused:vote-not-open",
    title: "no secret ballot goes into a box that is closed",
    by: [insert("secret_ballot", { ...secret, proposal_id: "refounded" })],
  },
  {
    trigger: "secret_ballot_goes_in",
    says: "refused:ballot-fixed",
    title: "no ballot is replaced by one of the same mark",
    by: [insert("secret_ballot", secret)],
  },
  {
    trigger: "secret_receipt_given",
    says: "refused:vote-not-open",
    title: "no secret receipt is given in an open vote",
    by: [insert("secret_receipt", { ...receipt, ...open })],
  },
  {
    trigger: "secret_receipt_given",
    says: "refused:tracker-taken",
    title: "two voters never share a tracker",
    by: [insert("secret_receipt", receipt)],
  },
];

export const sealRefusals: Trial["refusals"] = [
  {
    trigger: "ballot_seal_follows",
    says: "refused:seal-exists",
    title: "the same rows are sealed once",
    by: [insert("ballot_seal", seal)],
  },
  ...[{ from_row: 3, to_row: 3 }, { previous: seal["root"] ?? null }, { number: 3 }].map(
    (change) => ({
      trigger: "ballot_seal_follows",
      says: "refused:seal-does-not-follow",
      title: `a seal follows the one before: ${JSON.stringify(change)}`,
      by: [insert("ballot_seal", { ...nextSeal, ...change })],
    }),
  ),
  {
    trigger: "ballot_seal_follows",
    says: "refused:vote-runs",
    title: "nothing of a secret vote is sealed while it runs",
    by: [insert("ballot_seal", { ...seal, proposal_id: "elected", sealed_at: 4999 })],
  },
  {
    trigger: "ballot_box_closes",
    says: "refused:box-closed",
    title: "a box is closed once",
    by: [insert("ballot_box", { ...closed, ballots: 0 })],
  },
  {
    trigger: "ballot_box_closes",
    says: "refused:vote-runs",
    title: "a box is not closed while the vote runs",
    by: [sealed, insert("ballot_box", { ...box, closed_at: 4999 })],
  },
  {
    trigger: "ballot_box_closes",
    says: "refused:ballots-changed",
    title: "a box is closed when all in it is sealed",
    by: [insert("ballot_box", box)],
  },
  {
    trigger: "ballot_box_closes",
    says: "refused:ballots-changed",
    title: "a box says how many ballots are in it",
    by: [sealed, insert("ballot_box", { ...box, ballots: 3 })],
  },
  {
    trigger: "ballot_box_closes",
    says: "refused:ballots-changed",
    title: "of a secret vote there are as many ballots as voters",
    by: [
      insert("voted", { ...used, member_id: "member-2" }),
      insert("ballot_seal", { ...seal, proposal_id: "elected", to_row: 2, sealed_at: 5000 }),
      insert("ballot_box", { ...box, proposal_id: "elected", ballots: 1 }),
    ],
  },
];
