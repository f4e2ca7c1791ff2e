import type { Instant } from "#domain/kernel/instant.ts";
import type { Letter, LetterLang } from "./letter.ts";
import { momentWords } from "./when-words.ts";

/** The vote that a letter is about. */
export interface VoteTold {
  readonly number: number;
  readonly title: string;
  /** The whole text that is put to the vote (art. 2538 c.6 c.c.). */
  readonly body: string;
  readonly isSecond: boolean;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** Over all that the notice publishes. */
  readonly digest: string;
  /** What came of it; null before the count. */
  readonly outcome: "passed" | "rejected" | "no-quorum" | null;
}

export type VoteStep =
  | "vote-noticed"
  | "vote-opens"
  | "vote-extended"
  | "vote-result"
  | "vote-challenged"
  | "vote-annulled";

const WORDS = {
  it: {
    subjects: {
      "vote-noticed": "Avviso di votazione",
      "vote-opens": "Si vota",
      "vote-extended": "Si vota ancora",
      "vote-result": "Risultato",
      "vote-challenged": "Risultato contestato",
      "vote-annulled": "Votazione annullata",
    },
    second: "È la seconda chiamata: alla prima non c’erano abbastanza voti.",
    when: (opens: string, closes: string) => `Si vota da ${opens} fino a ${closes}.`,
    until: (closes: string) => `Si vota fino a ${closes}.`,
    extended: (closes: string) =>
      `I voti necessari sono arrivati all’ultimo: per dare tempo a tutti si vota fino a ${closes}.`,
    sealed: (digest: string) => `Impronta dell’avviso: ${digest}`,
    outcomes: {
      passed: "La proposta è approvata. Il risultato si può ancora contestare.",
      rejected: "La proposta è respinta. Il risultato si può ancora contestare.",
      "no-quorum": "Non c’erano abbastanza voti perché la votazione valesse.",
    },
    challenged: "Un socio contesta il risultato: prima che valga, decide chi controlla.",
    annulled: "La contestazione è stata accolta: il risultato non vale, e si potrà rivotare.",
    links: {
      "vote-noticed": "Leggi il testo completo",
      "vote-opens": "Vota",
      "vote-extended": "Vota",
      "vote-result": "Guarda il risultato e ricontalo",
      "vote-challenged": "Guarda il risultato",
      "vote-annulled": "Guarda la proposta",
    },
  },
  en: {
    subjects: {
      "vote-noticed": "Notice of a vote",
      "vote-opens": "The vote is open",
      "vote-extended": "The vote goes on",
      "vote-result": "Result",
      "vote-challenged": "Result challenged",
      "vote-annulled": "Vote annulled",
    },
    second: "This is the second call: the first did not have enough votes.",
    when: (opens: string, closes: string) => `The vote is open from ${opens} until ${closes}.`,
    until: (closes: string) => `The vote is open until ${closes}.`,
    extended: (closes: string) =>
      `The votes it takes came late: so that everybody has time the vote is open until ${closes}.`,
    sealed: (digest: string) => `Digest of the notice: ${digest}`,
    outcomes: {
      passed: "The proposal is passed. The result can still be challenged.",
      rejected: "The proposal is rejected. The result can still be challenged.",
      "no-quorum": "There were not enough votes for it to count.",
    },
    challenged: "A member challenges the result: before it counts, the supervisors decide.",
    annulled: "The challenge was upheld: the result does not count, and there may be another vote.",
    links: {
      "vote-noticed": "Read the whole text",
      "vote-opens": "Vote",
      "vote-extended": "Vote",
      "vote-result": "See the result and count it again",
      "vote-challenged": "See the result",
      "vote-annulled": "See the proposal",
    },
  },
} as const;

/**
 * Tells a member of a vote. The notice goes to everybody who may vote, with the whole text; the
 * other steps to who wants to hear of them.
 */
export function voteMail(lang: LetterLang, step: VoteStep, vote: VoteTold): Letter {
  const words = WORDS[lang];
  return {
    kind: step === "vote-noticed" ? "vote-noticed" : "vote-news",
    lang,
    subject: `${words.subjects[step]}: ${vote.title}`,
    pieces: [
      ...said(lang, step, vote).map((line) => ({ words: line })),
      { link: words.links[step] },
    ],
  };
}

function said(lang: LetterLang, step: VoteStep, vote: VoteTold): readonly string[] {
  const words = WORDS[lang];
  const closes = momentWords(lang, vote.closesAt);
  switch (step) {
    case "vote-noticed":
      return [
        words.when(momentWords(lang, vote.opensAt), closes),
        ...(vote.isSecond ? [words.second] : []),
        ...(vote.body === "" ? [] : [vote.body]),
        words.sealed(vote.digest),
      ];
    case "vote-opens":
      return [words.until(closes)];
    case "vote-extended":
      return [words.extended(closes)];
    case "vote-result":
      return vote.outcome === null ? [] : [words.outcomes[vote.outcome]];
    case "vote-challenged":
      return [words.challenged];
    case "vote-annulled":
    default:
      return [words.annulled];
  }
}
