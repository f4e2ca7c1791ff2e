import { formatFor } from "#frontend/texts/format.ts";
import type { PoliciesTexts } from "#frontend/texts/it/policies.ts";

const { plural } = formatFor("en");

/** The words of the rules of voting in English. */
export const policies: PoliciesTexts = {
  title: "How we decide",
  description: "The rules of voting of this network: who votes, with what quorum, what passes.",
  lead: "Every vote follows a policy, the one of the day on which it is called. Policies too are changed by a vote, as the statute is.",
  named: (name) => `Voting policy: ${name}`,
  whole: (name) => `Read the policy “${name}” and its history`,
  all: "All voting policies",
  now: "Today",
  propose: "Propose a change",
  proposeArticle: "Propose another text",
  proposeNew: "Propose a new article",
  lines: {
    ownBeats: "Who gave a proxy may vote all the same: their own vote counts.",
    firstCounts: "Of who gave a proxy and who holds it, the one who votes first counts.",
    endorsements: (n) =>
      n === 0
        ? "An idea is discussed without endorsements."
        : plural(n, {
            one: "An idea is discussed once it has # endorsement.",
            other: "An idea is discussed once it has # endorsements.",
          }),
    discussion: (days) =>
      days === 0
        ? "There is no least time for discussion."
        : plural(days, {
            one: "It is discussed for # day at least.",
            other: "It is discussed for # days at least.",
          }),
    notice: (days) =>
      plural(days, {
        one: "The notice comes # day before the vote.",
        other: "The notice comes # days before the vote.",
      }),
    open: (days) =>
      plural(days, { one: "The vote is open for # day.", other: "The vote is open for # days." }),
    extension: (hours) =>
      plural(hours, {
        one: "If the quorum comes in the last hour, the vote is open for another hour.",
        other: "If the quorum comes in the last # hours, the vote is open for as many more.",
      }),
    secondCall: (days) =>
      days === 0
        ? "Without a quorum there is a second call at once."
        : plural(days, {
            one: "Without a quorum there is a second call after # day.",
            other: "Without a quorum there is a second call after # days.",
          }),
    challenge: (days) =>
      days === 0
        ? "The result cannot be challenged."
        : plural(days, {
            one: "The result can be challenged for # day.",
            other: "The result can be challenged for # days.",
          }),
    grace: (days) =>
      plural(days, {
        one: "What passes is put into effect within # day from when it may be.",
        other: "What passes is put into effect within # days from when it may be.",
      }),
  },
  write: {
    article: "Propose an article of the statute",
    articleLead:
      "Write the text as it should be: who votes reads it beside today’s. The statute is changed by the extraordinary assembly.",
    number: "Number of the article",
    numberHint: "The one that changes, or a new one: “12”, “12-bis”.",
    show: "Show today’s text",
    text: "The new text",
    textHint: "The first line is the article’s title. Leave it empty to propose its repeal.",
    policy: (name) => `Propose a change: ${name}`,
    policyLead:
      "Change only what you want changed. Voting policies are decided as the statute is, by the extraordinary assembly.",
    title: "Title of the proposal",
    body: "Why",
    bodyHint: "Who votes reads this together with what changes.",
    preview: "See what changes",
    go: "Save the draft",
    diff: "What would change",
    same: "Nothing changes so far.",
    law: "What the law leaves to no vote",
    numberMissing: "Write the number of an article, such as 12 or 12-bis",
    textMissing: "The text is today’s: write what has to change",
    policySame: "The policy is today’s: change one thing at least",
    notWhole: "Write a whole number, without decimals",
    method: "How ballots are filled in",
    seats: "Places to fill",
    votes: "How many votes a member has",
    mostVotes: "Votes of a member enterprise, at most",
    daysEnrolled: "Days in the members’ book before one votes",
    mostProxies: "Proxies that one person holds, at most",
    secrecy: "Secrecy",
    mayRevote: "Until the close a vote may be changed",
    ownBeatsProxy: "Who gave a proxy may vote all the same",
    endorsements: "Endorsements for an idea to be discussed",
    first: "First call",
    second: "Second call",
    hasSecond: "Without a quorum there is a second call",
    quorum: "Quorum: how many votes it takes",
    quorumOf: "Counting",
    threshold: "Passes with",
    base: "Of the votes",
    times: "Times",
    time: {
      discussion: "Days of discussion",
      notice: "Days from the notice to the vote",
      open: "Days to vote",
      extensionHours: "Hours more if the quorum comes late",
      beforeSecondCall: "Days before the second call",
      challenge: "Days to challenge the result",
      timelock: "Days of notice before it takes effect",
      grace: "Days to put into effect what passed",
    },
    noQuorum: "no quorum",
    quorums: { present: "who takes part", cast: "who says yes or no" },
    bases: {
      electorate: "of who may vote",
      present: "of who takes part",
      cast: "of who says yes or no",
    },
    methods: {
      majority: "yes, no or abstention",
      consent: "consent, with objections",
      approval: "mark all that will do",
      score: "a score for each choice",
      irv: "in order, up to more than half",
      scottish: "in order, transferable vote (Scottish rules)",
      wigm: "in order, transferable vote (exact fractions)",
      meek: "in order, Meek’s method",
      schulze: "in order, Schulze’s method",
      debian: "in order, with “leave it as it is” (Debian)",
      "equal-shares": "projects for a sum (Equal Shares)",
    },
    kinds: {
      heads: "one each",
      "legal-persons": "one each; enterprises more",
      exchange: "enterprises by what they exchange",
      colleges: "by colleges, as today",
    },
    secrecies: { open: "open", detached: "secret", blind: "secret, with a token" },
  },
};
