import type { Choice } from "#domain/governance/ballots/choice.ts";
import { fraction } from "#domain/governance/counting/fraction.ts";
import type { Method, Policy } from "#domain/governance/policy/policy.ts";
import { cents } from "#domain/kernel/money.ts";
import { aBookLine, exportedVote, type Played } from "#tests/exported-votes.ts";
import { aRule } from "#tests/policies.ts";

const book = Array.from({ length: 14 }, (_, at) => aBookLine(at + 1));
const [ada, bruno, carla] = ["member-1", "member-2", "member-3"];

/** What each of the fourteen says: the choices in turn, and the last two stay away. */
function said(...choices: readonly Choice[]): Played["choices"] {
  return book.slice(0, 12).map(({ memberId: member }, at) => {
    const choice = choices[at % choices.length];
    if (choice === undefined) throw new Error("somebody has to say something");
    return { member, choice };
  });
}

const yes = { vote: "yes" } as const;
const no = { vote: "no" } as const;
const abstain = { vote: "abstain" } as const;
const options = ["forno", "cella", "furgone", "tettoia"];
const rankings = said(
  { ranking: ["forno", "cella"] },
  { ranking: ["furgone", "tettoia", "cella"] },
  { ranking: ["cella"] },
  { ranking: ["tettoia", "forno", "furgone", "cella"] },
  { ranking: ["forno", "furgone"] },
);
const ranks = said(
  { ranks: { forno: 1, cella: 2 } },
  { ranks: { cella: 1, furgone: 2, tettoia: 2 } },
  { ranks: { tettoia: 1, forno: 2, cella: 3 } },
  { ranks: { forno: 1, furgone: 1 } },
);
const approved = said(
  { approved: ["cella", "forno"] },
  { approved: ["furgone"] },
  { approved: [] },
);

const consent = { vote: "consent" } as const;
const objection = { vote: "objection", reason: "Il pozzo non basta per due celle." } as const;
/** Thirteen of each of three classes, as a SCIC has them at least. */
const colleges = (["producer", "worker", "consumer"] as const).flatMap((of, at) =>
  Array.from({ length: 13 }, (_, n) => aBookLine(at * 13 + n + 1, { class: of })),
);
/** Who produces says no, who works says nothing, who consumes is of two minds. */
const collegesSaid = colleges.flatMap(({ memberId: member, class: of }, at): Played["choices"] => {
  if (of === "worker") return at % 2 === 0 ? [{ member, choice: abstain }] : [];
  return [{ member, choice: of === "producer" || at % 3 === 0 ? no : yes }];
});
const byColleges = (empty: "lost" | "redistribute", base: "electorate" | "cast") => ({
  votes: {
    kind: "colleges" as const,
    empty,
    colleges: [
      { code: "producer", weight: fraction(1, 4) },
      { code: "worker", weight: fraction(1, 4) },
      { code: "consumer", weight: fraction(1, 2) },
    ],
  },
  calls: [
    {
      quorum: { share: fraction(1, 3), of: "present" as const, isStrict: false },
      threshold: { share: fraction(1, 2), base, isStrict: true },
    },
  ] as const,
});

const by = (method: Method, change: Partial<Policy> = {}) => ({ method, ...change });
/** One enterprise sold nine parts of ten: it votes with the tenth that the law leaves it. */
const traders = book.map((line, at) =>
  at < 4 ? { ...line, exchangeCents: cents(at === 0 ? 900_000 : 10_000) } : line,
);
const lenders = book.map((line, at) => (at < 8 ? { ...line, class: "financing" as const } : line));

/** Votes of every kind, each with the script that counts it. */
const plays: readonly (readonly [string, string, Played])[] = [
  ["yes or no", "recount", { book, choices: said(yes, yes, no, abstain) }],
  [
    "yes or no, with proxies, changed votes and a member who came after all",
    "recount",
    {
      book,
      policy: { mayRevote: true, ownBeatsProxy: true, mostProxies: 2 },
      proxies: [
        { giver: ada, holder: carla },
        { giver: bruno, holder: carla },
      ],
      choices: [
        { member: ada, by: carla, choice: no },
        { member: bruno, by: carla, choice: no },
        ...said(yes, no, no).slice(2, 9),
        { member: ada, choice: yes },
        { member: "member-5", choice: yes },
      ],
    },
  ],
  [
    "yes or no, with votes by exchange",
    "recount",
    { book: traders, policy: { votes: { kind: "exchange" } }, choices: said(yes, no, no) },
  ],
  ["yes or no, with financing members", "recount", { book: lenders, choices: said(no, yes, yes) }],
  [
    "yes or no, with two who came and gave no ballot",
    "recount",
    {
      book,
      policy: { calls: [aRule({ quorum: fraction(1, 2) })] },
      choices: said(yes, yes, no).slice(0, 5),
      silent: ["member-5", "member-7", "member-8", "member-8", "member-99"],
    },
  ],
  ["consent", "recount_consent", { book, policy: by("consent"), choices: said(consent, abstain) }],
  [
    "consent, with an objection that stands",
    "recount_consent",
    { book, policy: by("consent"), choices: said(consent, consent, objection) },
  ],
  [
    "colleges, one of them silent, of the whole",
    "recount_colleges",
    { book: colleges, policy: byColleges("lost", "electorate"), choices: collegesSaid },
  ],
  [
    "colleges, of what was said, in secret",
    "recount_colleges",
    {
      book: colleges,
      policy: { ...byColleges("redistribute", "cast"), secrecy: "detached" },
      choices: collegesSaid,
    },
  ],
  [
    "a secret yes or no",
    "recount",
    { book, policy: { secrecy: "detached" }, choices: said(yes, no, yes) },
  ],
  [
    "a yes or no with blind tokens",
    "recount_blind",
    { book, policy: { secrecy: "blind" }, choices: said(yes, no, yes).slice(0, 5) },
  ],
  [
    "an election with blind tokens",
    "recount_blind",
    {
      book,
      policy: by("scottish", { seats: 2, secrecy: "blind" }),
      options,
      choices: rankings.slice(0, 6),
    },
  ],
  [
    "approval",
    "recount",
    { book, policy: by("approval", { seats: 2 }), options, choices: approved },
  ],
  [
    "scores",
    "recount",
    {
      book,
      policy: by("score", { seats: 2 }),
      options,
      choices: said({ scores: { forno: 5, cella: 1 } }, { scores: { cella: 3 } }, { scores: {} }),
    },
  ],
  ...(["scottish", "irv", "wigm", "meek"] as const).map((method) => {
    const policy = by(method, { seats: method === "irv" ? 1 : 2, secrecy: "detached" });
    const script = method === "wigm" || method === "meek" ? `recount_${method}` : "recount_stv";
    return [method, script, { book, policy, options, choices: rankings }] as const;
  }),
  [
    "scottish, whose last seat nobody has the votes for",
    "recount_stv",
    {
      book,
      policy: by("scottish", { seats: 2 }),
      options,
      choices: said({ ranking: ["forno"] }, { ranking: ["forno"] }, { ranking: ["cella"] }),
    },
  ],
  ["schulze", "recount_condorcet", { book, policy: by("schulze"), options, choices: ranks }],
  [
    "debian, two to one, with a quorum of votes cast",
    "recount_condorcet",
    {
      book,
      policy: by("debian", {
        calls: [
          {
            quorum: { share: fraction(1, 4), of: "cast", isStrict: false },
            threshold: { share: fraction(2, 3), base: "cast", isStrict: false },
          },
        ],
      }),
      options,
      choices: [
        ...said({ ranks: { forno: 1, "as-it-is": 2 } }, { ranks: { cella: 1, "as-it-is": 2 } }),
      ],
    },
  ],
  [
    "equal shares",
    "recount_shares",
    {
      book,
      policy: by("equal-shares", { calls: [aRule()] }),
      options,
      costsCents: [9_000, 4_000, 5_000, 1_000].map(cents),
      budgetCents: cents(10_000),
      choices: approved,
    },
  ],
];

/** The same votes, exported: sealed in blocks of five. */
export const cases = plays.map(([name, script, played]) => ({
  name,
  script: `${script}.py`,
  vote: exportedVote(played, 5),
}));
