import type { CallResult } from "#domain/governance/ballots/call-result.ts";
import type { ResultFacts } from "#frontend/member/result-facts.ts";
import { at, candidates, DIGEST, head, projects, times, TRACKER } from "./vote-facts.ts";

/** A motion that passed. */
export const counted: CallResult = {
  method: "majority",
  round: 1,
  electorate: { members: 42, votes: "42" },
  present: { members: 36, votes: "36" },
  quorum: { of: "present", isStrict: false, needed: "21", counted: "36" },
  hasQuorum: true,
  passes: true,
  winners: [],
  count: {
    kind: "motion",
    yes: "31",
    no: "3",
    abstain: "2",
    cast: "34",
    needed: "18",
    isTied: false,
  },
  lot: [],
  draws: [],
  decidedByLot: false,
  passedOver: [],
  replaced: 0,
};

const passed: ResultFacts = {
  number: 7,
  title: head.title,
  call: 1,
  secrecy: "open",
  options: [],
  times: {
    noticedAt: at("2026-05-25T12:00:00+02:00"),
    opensAt: times.opensAt,
    closesAt: times.closesAt,
    closedAt: times.closesAt,
    talliedAt: at("2026-06-07T22:01:00+02:00"),
    challengeUntil: times.challengeUntil,
  },
  isClosed: true,
  isFinal: false,
  isStrict: true,
  result: counted,
  ballots: 36,
  seals: { text: DIGEST, electorate: DIGEST, urn: DIGEST, result: DIGEST },
  roll: [
    { member: "Lucia Ferrari", choice: { vote: "yes" }, holder: null },
    { member: "Davide Rossi", choice: { vote: "no" }, holder: "Lucia Ferrari" },
  ],
  files: { json: "/api/v1/proposals/7/export", blt: null, worker: "/assets/recount.js" },
};

/** Votes of four candidates over three stages, with a tie that the lot settled. */
const elected: ResultFacts = {
  ...passed,
  number: 8,
  title: "Eleggere due persone nel consiglio",
  secrecy: "detached",
  options: candidates,
  roll: null,
  result: {
    ...counted,
    method: "scottish",
    winners: ["ada", "carla"],
    draws: [{ purpose: "exclude", among: ["bruno", "dario"], taken: "dario" }],
    decidedByLot: false,
    count: {
      kind: "transfers",
      candidates: ["ada", "bruno", "carla", "dario"],
      valid: 36,
      quota: "13",
      stages: [
        {
          action: "first preferences",
          candidate: null,
          votes: ["17", "5", "9", "5"],
          nonTransferable: "0",
          elected: ["ada"],
        },
        {
          action: "surplus",
          candidate: "ada",
          votes: ["13", "5", "1299997/100000", "5"],
          nonTransferable: "3/100000",
          elected: [],
        },
        {
          action: "exclude",
          candidate: "dario",
          votes: ["13", "6", "1599997/100000", "0"],
          nonTransferable: "100003/100000",
          elected: ["carla"],
        },
      ],
    },
  },
  files: {
    json: "/api/v1/proposals/8/export",
    blt: "/api/v1/proposals/8/export.blt",
    worker: "/assets/recount.js",
  },
};

/** The other ways of counting, each as its page shows it. */
export const results: Readonly<Record<string, ResultFacts>> = {
  passed,
  elected: { ...elected, secrecy: "blind", tokens: 38 },
  "for-members": { ...passed, roll: null, files: null },
  waiting: { ...passed, result: null, seals: null, roll: null },
  quorum: {
    ...passed,
    call: 2,
    result: { ...counted, hasQuorum: false, passes: false, present: { members: 9, votes: "9" } },
  },
  consent: {
    ...passed,
    result: {
      ...counted,
      method: "consent",
      passes: false,
      count: {
        kind: "consent",
        consents: 30,
        abstentions: 4,
        objections: [{ ballot: TRACKER, reason: "Il sabato i banchi sono già pieni." }],
      },
    },
  },
  colleges: {
    ...passed,
    result: {
      ...counted,
      count: {
        kind: "colleges",
        yes: "37/60",
        no: "23/60",
        needed: "1/2",
        isTied: false,
        colleges: [
          { code: "producer", weight: "1/2", yes: 8, no: 4, abstain: 1 },
          { code: "consumer", weight: "3/10", yes: 12, no: 9, abstain: 0 },
          { code: "worker", weight: "1/5", yes: 3, no: 2, abstain: 0 },
        ],
      },
    },
  },
  approval: {
    ...passed,
    options: candidates,
    result: {
      ...counted,
      method: "approval",
      winners: ["carla"],
      count: {
        kind: "totals",
        cast: "36",
        needed: "18",
        totals: [
          { option: "ada", votes: "15" },
          { option: "bruno", votes: "11" },
          { option: "carla", votes: "24" },
          { option: "dario", votes: "0" },
        ],
      },
    },
  },
  pairs: {
    ...passed,
    options: candidates.slice(0, 3),
    result: {
      ...counted,
      method: "debian",
      winners: ["ada"],
      count: {
        kind: "pairs",
        candidates: ["ada", "bruno", "carla", "as-it-is"],
        matrix: [
          [0, 20, 19, 25],
          [14, 0, 12, 9],
          [15, 21, 0, 20],
          [8, 22, 11, 0],
        ],
        order: ["ada", "carla", "bruno"],
        dropped: [{ option: "bruno", why: "majority" }],
      },
    },
  },
  meek: {
    ...passed,
    options: candidates,
    result: {
      ...counted,
      method: "meek",
      winners: ["ada", "carla"],
      count: {
        kind: "meek",
        candidates: ["ada", "bruno", "carla", "dario"],
        finalQuota: "11.5",
        rounds: [
          {
            iterations: 3,
            quota: "12",
            votes: ["17", "5", "9", "5"],
            elected: ["ada"],
            defeated: null,
          },
          {
            iterations: 2,
            quota: "11.5",
            votes: ["12", "7", "12", "0"],
            elected: ["carla"],
            defeated: "dario",
          },
        ],
      },
    },
  },
  budget: {
    ...passed,
    options: projects,
    result: {
      ...counted,
      method: "equal-shares",
      winners: ["cella", "scuola"],
      decidedByLot: true,
      draws: [{ purpose: "fund", among: ["cargo", "scuola"], taken: "scuola" }],
      count: {
        kind: "budget",
        unitCents: 100,
        budget: 5000,
        spent: 4100,
        share: "1250/9",
        runs: 4,
        funded: [
          { option: "cella", rate: "1/20" },
          { option: "scuola", rate: "1/10" },
        ],
      },
    },
  },
};
