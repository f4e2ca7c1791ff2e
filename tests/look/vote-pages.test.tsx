import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { VNode } from "preact";
import { render } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import type { Method } from "#domain/governance/policy/policy.ts";
import { framed } from "#frontend/shop/frame.tsx";
import type { Lang } from "#frontend/texts/format.ts";
import { type Texts, textsFor } from "#frontend/texts/texts.ts";
import { writeDocument } from "#frontend/ui/document.tsx";
import { frame } from "#tests/shop-pages.tsx";
import { openBallot, receipt, secretBallot } from "#tests/vote-ballots.ts";
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

const assets = { styles: "/assets/filiera.css", icon: "/icon.svg" };

const methods: readonly Method[] = ["consent", "approval", "score", "schulze", "debian"];

const ballots: Readonly<Record<string, BallotFacts>> = {
  "ballot-open": openBallot,
  "ballot-secret": secretBallot,
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

const write = (lang: Lang, name: string): string => {
  const t = textsFor(lang);
  const children = pages(lang)[name];
  const page = { title: name, path: `/${name}`, side: "vote" as const, children };
  return writeDocument(framed(t, assets, frame, page), render);
};

const INLINE =
  /<script(?! type="(?:application\/json|speculationrules)">)|<style|\sstyle=|\son[a-z]+=/;

describe.each(Object.keys(pages("it")))("the page %s", (name) => {
  const html = write("it", name);

  test("works without scripts and styles of its own: the policy forbids both", () => {
    const folder = process.env["FILIERA_SAMPLE"];
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${name}.html`), html);
    }
    expect(html).not.toMatch(INLINE);
    expect(html).not.toMatch(/undefined|NaN|\[object|null</);
  });

  test("has one h1, skips no level, names nothing twice", () => {
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test("every control has its stable hook and every box its name", () => {
    const controls = (html.match(/<(?:a|button|input|select|textarea)\s[^>]*>/g) ?? []).filter(
      (tag) => !tag.includes('type="hidden"'),
    );
    expect(controls.filter((tag) => !/data-act="[a-z0-9-]+"/.test(tag))).toEqual([]);
    const boxes = controls.filter((tag) => /^<(?:input|select|textarea)/.test(tag));
    const unnamed = boxes.filter((tag) => {
      const id = /\sid="([^"]+)"/.exec(tag)?.[1];
      const isNamed = tag.includes("aria-label=") || /type="(?:radio|checkbox)"/.test(tag);
      return !isNamed && !html.includes(`for="${id}"`);
    });
    expect(unnamed).toEqual([]);
  });

  test("speaks English too, without a word left behind", () => {
    const spoken = write("en", name).replaceAll(/<[^>]*>/g, " ");
    expect(spoken).not.toMatch(/undefined|NaN|\[object/);
    expect(spoken).not.toMatch(/\b(?:scheda|urna|soci[oi]?|voti|si vota|chiusura|proposte)\b/i);
  });
});
