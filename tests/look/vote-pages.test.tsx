import type { VNode } from "preact";
import type { Method } from "#domain/governance/policy/policy.ts";
import type { Lang } from "#frontend/texts/format.ts";
import { type Texts, textsFor } from "#frontend/texts/texts.ts";
import { blindBallot, openBallot, receipt, secretBallot } from "#tests/vote-ballots.ts";
import { candidates, listed, projects } from "#tests/vote-facts.ts";
import { discussed, openProposal } from "#tests/vote-proposals.ts";
import { results } from "#tests/vote-results.ts";
import { Ballot } from "#frontend/member/ballot.tsx";
import { ProposalForm } from "#frontend/member/proposal-form.tsx";
import { ProposalPage } from "#frontend/member/proposal.tsx";
import { ProposalList } from "#frontend/member/proposals.tsx";
import { ResultPage } from "#frontend/member/result.tsx";
import { VerifyPage } from "#frontend/member/verify.tsx";
import type { BallotFacts } from "#frontend/member/vote-facts.ts";
import { VoteReceipt } from "#frontend/member/vote-receipt.tsx";
import { checkWrittenPages, writtenIn } from "./written-pages.ts";

const methods: readonly Method[] = ["consent", "approval", "score", "schulze", "debian"];

const ballots: Readonly<Record<string, BallotFacts>> = {
  "ballot-open": openBallot,
  "ballot-secret": secretBallot,
  "ballot-blind": blindBallot,
  "ballot-budget": {
    ...openBallot,
    method: "equal-shares",
    options: projects,
    isAgain: true,
    typed: { option: ["cargo"], member: ["m2.m1"] },
  },
  "ballot-refused": {
    ...openBallot,
    mayRevote: false,
    errors: [{ field: "choice", message: "Scegli prima che cosa votare" }],
  },
  ...Object.fromEntries(
    methods.map((method) => [
      `ballot-${method}`,
      { ...openBallot, method, options: method === "consent" ? [] : candidates },
    ]),
  ),
};

/** Every page about proposals and votes, in every state that has words of its own. */
const pages = (lang: Lang): Readonly<Record<string, VNode>> => {
  const t = textsFor(lang);
  return {
    ...proposalPages(t),
    ...receipts(t),
    verify: <VerifyPage t={t} facts={{ typed: "", errors: [], worker: "/assets/recount.js" }} />,
    ...entries(ballots, "", (facts) => <Ballot t={t} facts={facts} />),
    ...entries(results, "result-", (facts) => <ResultPage t={t} facts={facts} />),
  };
};

const proposalPages = (t: Texts): Readonly<Record<string, VNode>> => ({
  proposals: <ProposalList t={t} facts={listed} />,
  "proposals-none": (
    <ProposalList t={t} facts={{ ...listed, rows: [], next: null, isMember: false }} />
  ),
  "proposals-voted": <ProposalList t={t} facts={{ ...listed, part: "to-vote", rows: [] }} />,
  proposal: <ProposalPage t={t} facts={openProposal} />,
  "proposal-discussed": <ProposalPage t={t} facts={discussed} />,
  "proposal-read": <ProposalPage t={t} facts={{ ...openProposal, actsFor: [], deeds: [] }} />,
  "proposal-new": (
    <ProposalForm
      t={t}
      facts={{
        actsFor: openProposal.actsFor,
        subjects: ["motion", "rules", "election", "budget"],
        policies: [{ code: "rules", name: "Regole del mercato" }],
        rules: [{ key: "network-fee", name: "Trattenuta della rete", now: "6 %" }],
        typed: {},
        errors: [{ field: "title", message: t.proposals.write.nameMissing }],
        key: "k1",
      }}
    />
  ),
});

const found = { seal: 3, isCounted: true, isSame: true, isReplaced: false };
const changed = { ...found, isSame: false, isReplaced: true };

const receipts = (t: Texts): Readonly<Record<string, VNode>> => ({
  receipt: <VoteReceipt t={t} facts={receipt} />,
  "receipt-found": <VoteReceipt t={t} facts={{ ...receipt, isFresh: false, found }} />,
  "receipt-missing": <VoteReceipt t={t} facts={{ ...receipt, isFresh: false }} />,
  "receipt-changed": <VoteReceipt t={t} facts={{ ...receipt, isFresh: false, found: changed }} />,
});

function entries<Facts>(
  all: Readonly<Record<string, Facts>>,
  prefix: string,
  draw: (facts: Facts) => VNode,
): Readonly<Record<string, VNode>> {
  return Object.fromEntries(
    Object.entries(all).map(([name, facts]) => [prefix + name, draw(facts)]),
  );
}

const write = (lang: Lang, name: string): string =>
  writtenIn(lang, { title: name, path: `/${name}`, side: "vote", children: pages(lang)[name] });

checkWrittenPages(
  Object.keys(pages("it")),
  write,
  /\b(?:scheda|urna|soci[oi]?|voti|si vota|chiusura|proposte)\b/i,
);
