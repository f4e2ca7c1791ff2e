import { digestOf, type Row, type Sample } from "./attempt.ts";

export const policy: Row = {
  code: "ordinary",
  version: 1,
  policy: '{"endorsements":2,"mostProxies":1}',
  effective_at: 1000,
  decided_at: 1000,
  decided_by: "setup",
  reason: "set-up",
  digest: digestOf("a"),
};

const draft: Row = {
  id: "draft",
  number: 1,
  author_id: "member-1",
  policy_code: "ordinary",
  policy_version: 1,
  subject: "motion",
  budget_cents: null,
  amendment_id: null,
  created_at: 1000,
  submitted_at: null,
  endorsed_at: null,
  executed_at: null,
  ended_how: null,
  ended_at: null,
  ended_by: null,
  ended_reason: null,
  superseded_by: null,
};
const idea: Row = { ...draft, id: "idea", number: 2, submitted_at: 2000 };
const noticed: Row = { ...idea, id: "noticed", number: 3, endorsed_at: 2500 };
const voted: Row = { ...noticed, id: "voted", number: 4 };
const endedBy = { ended_at: 2600, ended_by: "person:anna", ended_reason: "ce n’è una migliore" };
const ended: Row = { ...noticed, ...endedBy, id: "ended", number: 5, ended_how: "withdrawn" };
export const superseded: Row = {
  ...noticed,
  ...endedBy,
  id: "superseded",
  number: 6,
  ended_how: "superseded",
  superseded_by: "voted",
};

export const version: Row = {
  proposal_id: "draft",
  version: 1,
  title: "Consegna anche il sabato",
  body: "Si consegna il venerdì e il sabato.",
  actions: "[]",
  options: "[]",
  digest: digestOf("b"),
  written_at: 1000,
  written_by: "person:anna",
};
const versions = ["draft", "idea", "noticed", "voted"].map((id) => ({
  ...version,
  proposal_id: id,
}));

export const endorsed: Row = { proposal_id: "idea", member_id: "member-2", endorsed_at: 2100 };

export const comment: Row = {
  id: "comment-1",
  proposal_id: "idea",
  member_id: "member-2",
  answers_id: null,
  stance: "for",
  words: "Il sabato siamo a casa.",
  written_at: 2200,
  hidden_at: null,
  hidden_by: null,
  hidden_reason: null,
};

export const amendment: Row = {
  id: "amendment-1",
  proposal_id: "idea",
  member_id: "member-2",
  base_version: 1,
  title: "Consegna anche il sabato mattina",
  body: "Si consegna il venerdì e il sabato mattina.",
  actions: "[]",
  options: "[]",
  reason: "Il pomeriggio i corrieri riposano.",
  proposed_at: 2300,
  decision: null,
  decided_at: null,
  decided_by: null,
  decision_reason: null,
};
const decided: Row = {
  ...amendment,
  id: "amendment-2",
  decision: "put-to-vote",
  decided_at: 2400,
  decided_by: "person:anna",
  decision_reason: "Decida l’assemblea.",
};
const asItsOwn =
  "INSERT INTO proposal (id, number, author_id, policy_code, policy_version, subject, " +
  "amendment_id, created_at) VALUES ('own', 7, 'member-2', 'ordinary', 1, 'motion', " +
  "'amendment-2', 2400)";

export const proposalsSamples: readonly Sample[] = [
  { table: "policy_version", seeds: [policy], fresh: { ...policy, code: "board-election" } },
  { table: "proposal", seeds: [draft, idea, noticed, voted, ended], fresh: superseded },
  { table: "proposal_version", seeds: versions, fresh: { ...version, version: 2 } },
  { table: "endorsement", seeds: [endorsed], fresh: { ...endorsed, member_id: "member-3" } },
  {
    table: "proposal_comment",
    seeds: [comment],
    fresh: { ...comment, id: "comment-2", answers_id: "comment-1", stance: "neither" },
  },
  {
    table: "amendment",
    seeds: [amendment, decided],
    fresh: { ...amendment, id: "amendment-3" },
    afterwards: asItsOwn,
  },
];
