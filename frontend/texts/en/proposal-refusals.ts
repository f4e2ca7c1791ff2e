import { formatFor } from "#frontend/texts/format.ts";
import type { ProposalRefusalTexts } from "#frontend/texts/it/proposal-refusals.ts";

const format = formatFor("en");

export const proposalRefusals: ProposalRefusalTexts = {
  "proposal-misfit": ({ why }) =>
    ({
      method: "These rules of voting do not decide such a thing: choose others.",
      actions: "The changes of rules do not fit the kind of proposal.",
      options: "There are too few choices, or only yes or no is asked here.",
      "option-twice": "Two choices have the same code.",
      costs: "Every project has to have a cost, within the sum to be divided.",
      "policy-unreadable": "The new rules of voting cannot be read.",
    })[why],
  "policy-unknown": ({ policy }) => `There are no rules of voting called “${policy}”.`,
  "proposal-not-now": ({ state }) =>
    ({
      draft: "The proposal is still a draft.",
      endorsing: "The proposal is still looking for supporters.",
      discussion: "The proposal is still being discussed.",
      noticed: "The vote has been called already.",
      open: "The vote is open already.",
      extended: "The vote is open already.",
      closed: "The vote is closed and being counted.",
      challenge: "The result can still be challenged: wait for that first.",
      "no-quorum": "The first call did not have enough votes.",
      rejected: "The proposal was rejected.",
      passed: "The proposal was passed.",
      queued: "The proposal was passed and waits to take effect.",
      executed: "The proposal is in force already.",
      withdrawn: "The proposal was withdrawn.",
      superseded: "The proposal was replaced by another one.",
      vetoed: "The proposal was stopped by the supervisors.",
      expired: "The proposal has expired without taking effect.",
      annulled: "The vote was annulled: there has to be another one.",
    })[state],
  "text-changed": () => "The text has changed meanwhile: read it again, then try again.",
  "not-the-author": () => "Only who wrote the proposal can do that.",
  "member-suspended": () => "While you are suspended you have no voice in proposals.",
  "endorsed-already": () => "You support it already.",
  "endorsement-own": () => "Nobody supports their own proposal: other members do.",
  "comment-hidden": () => "The comment is hidden already.",
  "amendment-decided": () => "This amendment has been answered already.",
  "amendment-outdated": () =>
    "The text has changed since the amendment: write it anew on the text of now.",
  "discussion-not-over": ({ until }) =>
    `It is being discussed until ${format.dayAndHour(until)}: the vote can be called after that.`,
  "notice-too-short": ({ earliest }) =>
    `Members need time to read: the vote opens ${format.dayAndHour(earliest)} at the earliest.`,
  "notice-too-long": ({ latest }) => `The vote has to open by ${format.dayAndHour(latest)}.`,
  "nobody-may-vote": () => "On that day no member could vote.",
  "weights-not-shared": ({ least }) =>
    `In a secret vote every weight has to be that of ${least} members or more, or it shows who ` +
    "voted for what.",
  "weights-not-alike": () =>
    "In a vote with tokens every vote weighs the same, and here some members' votes weigh otherwise.",
  "token-key-needed": () => "The key for the tokens is not ready yet: try again.",
  "challenge-over": ({ until }) =>
    `The result could be challenged until ${format.dayAndHour(until)}.`,
  "challenge-decided": () => "This challenge has been answered already.",
};
