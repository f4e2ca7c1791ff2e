import type { BallotFacts } from "#frontend/member/vote-facts.ts";
import type { VoteReceiptFacts } from "#frontend/member/vote-receipt.tsx";
import { candidates, DIGEST, head, times, TRACKER } from "./vote-facts.ts";

export const openBallot: BallotFacts = {
  id: "01jd3x5k7m9npqrstvwxyz0007",
  call: 1,
  number: 7,
  title: head.title,
  method: "majority",
  secrecy: "open",
  tokenKey: "",
  given: [],
  closesAt: times.closesAt,
  options: [],
  budget: null,
  scale: { least: 0, most: 5 },
  castFor: [
    { value: "m1.m1", name: "Lucia Ferrari", isByProxy: false },
    { value: "m2.m1", name: "Davide Rossi", isByProxy: true },
  ],
  isAgain: false,
  mayRevote: true,
  typed: {},
  errors: [],
  key: "k1",
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
};

export const blindBallot: BallotFacts = {
  ...secretBallot,
  number: 9,
  secrecy: "blind",
  tokenKey: "c5".repeat(256),
  castFor: openBallot.castFor,
  given: ["m1"],
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
