import { checksOf, digestOf, fixed, insert, statement, type Trial } from "./attempt.ts";
import { fresh, minutes, notHeld, samples, sealing, term, there } from "./assembly-rows.ts";

const change = (id: string, sets: string) =>
  statement(`UPDATE assembly SET ${sets}, version = version + 1 WHERE id = '${id}'`);
const nextMinutes = insert("assembly_minutes", { ...minutes, version: 2 });
const seal = change(
  "assembly-closed",
  `minutes_version = 1, minutes_sealed_at = 9900, minutes_digest = '${digestOf("d")}',
    minutes_sealed_by = 'anna'`,
);

export const assembliesTrial: Trial = {
  samples,
  checks: [
    ...checksOf("assembly", [
      ["assembly_number_counts", { number: 0 }],
      ["assembly_kind_known", { kind: "party" }],
      ["assembly_title_said", { title: "" }],
      ["assembly_place_said", { place: "" }],
      ["assembly_link_sized", { link: "" }],
      ["assembly_agenda_list", { agenda: "{}" }],
      ["assembly_first_call_instant", { first_call_at: -1, convened_at: -2 }],
      ["assembly_second_call_later", { second_call_at: 9000 }],
      ["assembly_convened_before", { convened_at: 9000 }],
      ["assembly_call_first_or_second", { constituted_call: 3 }],
      ["assembly_with_somebody", { constituted_with: 0 }],
      ["assembly_of_all", { constituted_of: 5 }],
      ["assembly_closed_later", { closed_at: 9099 }],
      ["assembly_reason_said", { cancelled_at: 1, cancelled_reason: "" }],
      ["assembly_digest_hex", { ...sealing, minutes_digest: "abc" }],
      ["assembly_sealed_later", { ...sealing, minutes_sealed_at: 9499 }],
      ["assembly_version_counts", { version: 0 }],
      ["assembly_separate_of_one", { kind: "ordinary" }],
      ["assembly_delegates_counted", { kind: "ordinary", general_id: null, delegates: 0 }],
      ["assembly_delegates_of_general", { delegates: 9 }],
      ["assembly_constituted_whole", { chair_id: null }],
      ["assembly_constituted_once_convened", { convened_at: null }],
      ["assembly_closed_once_constituted", { ...notHeld }],
      ["assembly_cancelled_whole", { cancelled_at: 1 }],
      ["assembly_sealed_whole", { ...sealing, minutes_sealed_by: null }],
      ["assembly_sealed_once_closed", { ...sealing, closed_at: null }],
    ]),
    ...checksOf("assembly_presence", [
      ["assembly_presence_counts_from_one", { nth: 0, assembly_id: "assembly-draft" }],
      ["assembly_presence_how_known", { how: "in-spirit" }],
      ["assembly_presence_arrived_instant", { arrived_at: -1 }],
      ["assembly_presence_left_later", { left_at: 8999 }],
      ["assembly_presence_by_another", { how: "remote" }],
      ["assembly_presence_by_another", { holder_id: "member-2" }],
    ]),
    ...checksOf("assembly_minutes", [
      ["assembly_minutes_counts_from_one", { version: 0 }],
      ["assembly_minutes_said", { words: "" }],
    ]),
    ...checksOf("office_term", [
      ["office_term_organ_known", { organ: "king" }],
      ["office_term_from_day", { from_day: "2026-02-30" }],
      ["office_term_to_later", { to_day: "2025-12-31" }],
      ["office_term_seated_instant", { seated_at: -1 }],
      ["office_term_ended_day", { ended_on: "never", ended_how: "left", ended_by: "anna" }],
      ["office_term_ended_known", { ended_on: "2026-03-01", ended_how: "bored", ended_by: "anna" }],
      ["office_term_given_by_members", { assembly_id: null }],
      ["office_term_ended_whole", { ended_on: "2026-03-01" }],
    ]),
  ],
  refusals: [
    {
      trigger: "assembly_begins",
      says: "refused:assembly-exists",
      title: "two assemblies never have the same number",
      by: [insert("assembly", { ...fresh, number: 1 })],
    },
    {
      trigger: "assembly_goes_on",
      says: "refused:assembly-changed",
      title: "of two deeds at once the second is refused",
      by: [statement("UPDATE assembly SET place = 'Altrove' WHERE id = 'assembly-draft'")],
    },
    {
      trigger: "assembly_goes_on",
      says: "refused:convocation-fixed",
      title: "what was convened is not changed",
      by: [change("assembly-convened", "agenda = '[]'")],
    },
    {
      trigger: "assembly_goes_on",
      says: "refused:assembly-held",
      title: "what was held is not called off",
      by: [change("assembly-held", "cancelled_at = 9600, cancelled_reason = 'pioggia'")],
    },
    {
      trigger: "assembly_remains",
      says: "refused:assembly-held",
      title: "an assembly is not removed",
      by: [statement("DELETE FROM assembly")],
    },
    {
      trigger: "assembly_presence_once",
      says: "refused:present-already",
      title: "nobody is there twice",
      by: [insert("assembly_presence", { ...there, nth: 2 })],
    },
    {
      trigger: "assembly_presence_once",
      says: "refused:assembly-held",
      title: "nobody comes after the end",
      by: [insert("assembly_presence", { ...there, assembly_id: "assembly-closed" })],
    },
    {
      trigger: "assembly_presence_stays",
      says: "refused:presence-fixed",
      title: "who took part is not rewritten",
      by: [statement("UPDATE assembly_presence SET left_at = 9300 WHERE member_id = 'member-2'")],
    },
    {
      trigger: "assembly_presence_remains",
      says: "refused:presence-fixed",
      title: "who took part is not forgotten",
      by: [statement("DELETE FROM assembly_presence")],
    },
    {
      trigger: "assembly_minutes_follows",
      says: "refused:minutes-changed",
      title: "minutes are written on what was read",
      by: [insert("assembly_minutes", { ...minutes, version: 3 })],
    },
    {
      trigger: "assembly_minutes_follows",
      says: "refused:minutes-sealed",
      title: "sealed minutes have no further version",
      by: [seal, nextMinutes],
    },
    ...fixed("assembly_minutes", "words", "refused:minutes-fixed"),
    {
      trigger: "office_term_once",
      says: "refused:office-held",
      title: "nobody holds an office twice at a time",
      by: [insert("office_term", { ...term, id: "term-4", from_day: "2028-12-31" })],
    },
    {
      trigger: "office_term_stays",
      says: "refused:term-ended",
      title: "a term that ended is not ended again",
      by: [statement("UPDATE office_term SET ended_on = '2026-07-01' WHERE id = 'term-2'")],
    },
    {
      trigger: "office_term_remains",
      says: "refused:term-fixed",
      title: "who held an office is not forgotten",
      by: [statement("DELETE FROM office_term")],
    },
  ],
  effects: [],
};
