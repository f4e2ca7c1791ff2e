import { checksOf, fixed, insert, type Row, statement, type Trial } from "./attempt.ts";
import { hexOf, receipt, tracker } from "./ballot-rows.ts";

const inBlind = { proposal_id: "blinded", call_number: 1 };

const lock: Row = { ...inBlind, locked_key: hexOf("5", 600) };
const given: Row = { ...inBlind, member_id: "member-1", blinded: hexOf("6", 512) };
const token = { prefix: hexOf("a", 64), signature: hexOf("b", 512) };
const shown: Row = { ...receipt, ...inBlind, ...token };
const another: Row = { ...shown, tracker: tracker("e") };

/** Tokens of blind votes: the key that signs them, who was given one, and ballots that show one. */
export const blindTokensTrial: Trial = {
  samples: [
    {
      table: "token_lock",
      seeds: [lock],
      fresh: { ...lock, proposal_id: "unseen" },
      afterwards: `INSERT INTO voted
        VALUES ('blinded', 1, 'member-1'), ('blinded', 1, 'member-2')`,
    },
    { table: "given_token", seeds: [given], fresh: { ...given, member_id: "member-2" } },
  ],
  checks: [
    ...checksOf("vote_call", [
      ["vote_call_blind_by_key", { secrecy: "blind" }],
      ["vote_call_blind_by_key", { token_key: hexOf("7", 512) }],
      ["vote_call_token_key_hex", { secrecy: "blind", token_key: hexOf("7", 511) }],
    ]),
    ...checksOf("token_lock", [["token_lock_hex", { locked_key: hexOf("z", 600) }]]),
    ...checksOf("given_token", [["given_token_blinded_hex", { blinded: hexOf("6", 511) }]]),
    ...checksOf("secret_receipt", [
      ["secret_receipt_prefix_hex", { ...inBlind, ...token, prefix: "short" }],
      ["secret_receipt_signature_hex", { ...inBlind, ...token, signature: "short" }],
      ["secret_receipt_token_whole", { ...inBlind, signature: token.signature }],
    ]),
  ],
  refusals: [
    {
      trigger: "vote_call_key_stays",
      says: "refused:call-fixed",
      title: "the key of a vote is not exchanged, not even together with its late quorum",
      by: [
        statement(`UPDATE vote_call SET token_key = '${hexOf("8", 512)}', quorum_at = 4500
          WHERE proposal_id = 'blinded'`),
      ],
    },
    {
      trigger: "token_lock_of_blind",
      says: "refused:call-fixed",
      title: "a vote without tokens has no key",
      by: [insert("token_lock", { ...lock, proposal_id: "elected" })],
    },
    {
      trigger: "token_lock_of_blind",
      says: "refused:call-fixed",
      title: "a vote has one key",
      by: [insert("token_lock", lock)],
    },
    {
      trigger: "given_token_once",
      says: "refused:vote-not-open",
      title: "no token is given in a vote without tokens",
      by: [insert("given_token", { ...given, proposal_id: "elected" })],
    },
    {
      trigger: "given_token_once",
      says: "refused:ballot-cast-already",
      title: "nobody is given two tokens",
      by: [insert("given_token", given)],
    },
    {
      trigger: "secret_receipt_by_token",
      says: "refused:token-missing",
      title: "no blind ballot comes without a token",
      by: [insert("secret_receipt", { ...receipt, ...inBlind })],
    },
    {
      trigger: "secret_receipt_by_token",
      says: "refused:token-missing",
      title: "no other ballot comes with one",
      by: [insert("secret_receipt", { ...receipt, ...token, tracker: tracker("d") })],
    },
    {
      trigger: "secret_receipt_by_token",
      says: "refused:tokens-exceeded",
      title: "there is never one blind ballot more than members who have voted",
      by: [
        insert("secret_receipt", shown),
        insert("secret_receipt", another),
        insert("secret_receipt", { ...shown, tracker: tracker("f") }),
      ],
    },
    ...fixed("token_lock", "locked_key", "refused:call-fixed"),
    ...fixed("given_token", "blinded", "refused:ballot-fixed"),
  ],
  effects: [],
};
