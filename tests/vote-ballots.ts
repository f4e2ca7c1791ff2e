import type { BallotFacts } from "#frontend/member/vote-facts.ts";
import type { VoteReceiptFacts } from "#frontend/member/vote-receipt.tsx";
import { candidates, DIGEST, head, times, TRACKER } from "./vote-facts.ts";

export const openBallot: BallotFacts = {
  number: 7,
  title: head.title,
  method: "majority",
  secrecy: "open",
  closesAt: times.closesAt,
  options: [],
  budget: null,
  scale: { least: 0, most: 5 },
  castFor: [
    { memberId: "m1", name: "Lucia Ferrari", isByProxy: false },
    { memberId: "m2", name: "Davide Rossi", isByProxy: true },
  ],
  isAgain: false,
  mayRevote: true,
  typed: {},
  errors: [],
  key: "k1",
  asked: null,
};

export const secretBallot: BallotFacts = {
  ...openBallot,
  number: 8,
  title: "Eleggere tre persone nel consiglio",
  method: "scottish",
  secrecy: "detached",
  mayRevote: false,
  options: candidates,
  castFor: openBallot.castFor.slice(0, 1),
  asked: { kind: "sign", options: {}, rpId: "localhost", lastsMs: 300_000 },
};

export const receipt: VoteReceiptFacts = {
  number: 7,
  title: head.title,
  isSecret: true,
  tracker: TRACKER,
  digest: DIGEST,
  href: `https://filiera.example/proposte/7/ricevuta/${TRACKER}?impronta=${DIGEST}`,
  isFresh: true,
  found: null,
  mayVoteAgain: true,
};
