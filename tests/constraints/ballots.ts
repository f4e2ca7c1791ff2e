import { checksOf, fixed, type Trial } from "./attempt.ts";
import { openRefusals, sealRefusals, secretRefusals } from "./ballot-refusals.ts";
import { ballotsSamples, tracker } from "./ballot-rows.ts";

export const ballotsTrial: Trial = {
  samples: ballotsSamples,
  checks: [
    ...checksOf("paper_batch", [
      ["paper_batch_counts_from_one", { number: 0 }],
      ["paper_batch_papers_counted", { papers: 0 }],
      ["paper_batch_of_two", { seconded_by: "anna" }],
    ]),
    ...checksOf("ballot", [
      ["ballot_counts_from_one", { number: 0 }],
      ["ballot_tracker_formed", { tracker: "short" }],
      ["ballot_tracker_formed", { tracker: tracker("l") }],
      ["ballot_nth_counts", { nth: 0 }],
      ["ballot_choice_json", { choice: "{" }],
      ["ballot_digest_hex", { digest: "abc" }],
    ]),
    ...checksOf("voted", [["voted_in_a_call", { call_number: 0 }]]),
    ...checksOf("secret_ballot", [
      ["secret_ballot_mark_formed", { mark: "short" }],
      ["secret_ballot_basis_known", { basis: "capital" }],
      ["secret_ballot_weighs", { weight_num: 0 }],
      ["secret_ballot_weight_divides", { weight_den: 0 }],
      ["secret_ballot_choice_json", { choice: "{" }],
      ["secret_ballot_digest_hex", { digest: "abc" }],
    ]),
    ...checksOf("secret_receipt", [
      ["secret_receipt_tracker_formed", { tracker: tracker("u") }],
      ["secret_receipt_digest_hex", { digest: "abc" }],
    ]),
    ...checksOf("ballot_seal", [
      ["ballot_seal_counts_from_one", { number: 0 }],
      ["ballot_seal_root_hex", { root: "abc" }],
      ["ballot_seal_previous_hex", { previous: "abc" }],
      ["ballot_seal_digest_hex", { digest: "abc" }],
      ["ballot_seal_goes_forward", { to_row: 1 }],
    ]),
    ...checksOf("ballot_box", [
      ["ballot_box_ballots_counted", { ballots: -1 }],
      ["ballot_box_root_hex", { root: "abc" }],
    ]),
  ],
  refusals: [
    ...openRefusals,
    ...secretRefusals,
    ...sealRefusals,
    ...fixed("paper_batch", "papers", "refused:ballot-fixed"),
    ...fixed("ballot", "choice", "refused:ballot-fixed"),
    ...fixed("voted", "member_id", "refused:ballot-fixed"),
    ...fixed("secret_ballot", "choice", "refused:ballot-fixed"),
    ...fixed("secret_receipt", "tracker", "refused:ballot-fixed"),
    ...fixed("ballot_seal", "root", "refused:seal-fixed"),
    ...fixed("ballot_box", "root", "refused:ballot-fixed"),
  ],
  effects: [],
};
