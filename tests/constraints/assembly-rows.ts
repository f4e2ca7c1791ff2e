import { digestOf, type Row, type Sample } from "./attempt.ts";

const draft: Row = {
  id: "assembly-draft",
  number: 1,
  kind: "ordinary",
  general_id: null,
  delegates: null,
  title: "Assemblea di dicembre",
  place: "Casa Comune, Verona",
  link: null,
  agenda: '[{"title":"Bilancio","detail":"","proposalId":null}]',
  first_call_at: 9000,
  second_call_at: null,
  prepared_at: 1000,
  convened_at: null,
  constituted_call: null,
  constituted_at: null,
  constituted_with: null,
  constituted_of: null,
  chair_id: null,
  secretary_id: null,
  closed_at: null,
  cancelled_at: null,
  cancelled_reason: null,
  minutes_version: null,
  minutes_digest: null,
  minutes_sealed_at: null,
  minutes_sealed_by: null,
  version: 1,
};
const convened: Row = { ...draft, id: "assembly-convened", number: 2, convened_at: 2000 };
const held: Row = {
  ...convened,
  id: "assembly-held",
  number: 3,
  constituted_call: 1,
  constituted_at: 9100,
  constituted_with: 6,
  constituted_of: 11,
  chair_id: "member-1",
  secretary_id: "member-2",
};
const closed: Row = { ...held, id: "assembly-closed", number: 4, closed_at: 9500 };
export const sealing: Row = {
  minutes_version: 1,
  minutes_digest: digestOf("d"),
  minutes_sealed_at: 9900,
  minutes_sealed_by: "person:anna",
};
export const notHeld: Row = {
  constituted_call: null,
  constituted_at: null,
  constituted_with: null,
  constituted_of: null,
  chair_id: null,
  secretary_id: null,
};
export const fresh: Row = {
  ...closed,
  id: "assembly-fresh",
  number: 6,
  kind: "separate",
  general_id: "assembly-draft",
};

export const there: Row = {
  assembly_id: "assembly-held",
  member_id: "member-1",
  nth: 1,
  how: "in-person",
  holder_id: null,
  arrived_at: 9000,
  left_at: null,
};
const left: Row = { ...there, member_id: "member-2", left_at: 9200 };
export const minutes: Row = {
  assembly_id: "assembly-closed",
  version: 1,
  words: "Il bilancio è approvato.",
  written_at: 9600,
  written_by: "person:anna",
};
export const term: Row = {
  id: "term-1",
  organ: "board",
  member_id: "member-1",
  assembly_id: "assembly-closed",
  proposal_id: null,
  from_day: "2026-01-01",
  to_day: "2028-12-31",
  seated_at: 9700,
  seated_by: "person:anna",
  ended_on: null,
  ended_how: null,
  ended_by: null,
};
const ended: Row = {
  ...term,
  id: "term-2",
  member_id: "member-2",
  ended_on: "2026-06-01",
  ended_how: "resigned",
  ended_by: "person:anna",
};

/** What the attempts on assemblies begin with. */
export const samples: readonly Sample[] = [
  { table: "assembly", seeds: [draft, convened, held, closed], fresh },
  {
    table: "assembly_presence",
    seeds: [there, left],
    fresh: { ...there, member_id: "member-2", nth: 2, how: "by-proxy", holder_id: "member-3" },
  },
  {
    table: "assembly_minutes",
    seeds: [minutes],
    fresh: { ...minutes, version: 2 },
  },
  { table: "office_term", seeds: [term, ended], fresh: { ...term, id: "term-3", organ: "chair" } },
];
