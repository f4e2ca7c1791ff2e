import { integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { ASSEMBLY_KINDS } from "#domain/governance/assembly/assembly.ts";
import { WAYS_TO_ATTEND } from "#domain/governance/assembly/attendance.ts";
import { ORGANS } from "#domain/governance/assembly/offices.ts";
import type { AssemblyId, MemberId, OfficeTermId, ProposalId } from "#domain/kernel/ids.ts";
import { day, digest, idOf, instant } from "./columns.ts";

/** A meeting of the members, from its convocation to its minutes. */
export const assembly = sqliteTable("assembly", {
  id: idOf<AssemblyId>("id").primaryKey(),
  number: integer("number").notNull().unique(),
  kind: text("kind", { enum: ASSEMBLY_KINDS }).notNull(),
  generalId: idOf<AssemblyId>("general_id"),
  delegates: integer("delegates"),
  title: text("title").notNull(),
  place: text("place").notNull(),
  link: text("link"),
  agenda: text("agenda").notNull(),
  firstCallAt: instant("first_call_at").notNull(),
  secondCallAt: instant("second_call_at"),
  preparedAt: instant("prepared_at").notNull(),
  convenedAt: instant("convened_at"),
  constitutedCall: integer("constituted_call"),
  constitutedAt: instant("constituted_at"),
  constitutedWith: integer("constituted_with"),
  constitutedOf: integer("constituted_of"),
  chairId: idOf<MemberId>("chair_id"),
  secretaryId: idOf<MemberId>("secretary_id"),
  closedAt: instant("closed_at"),
  cancelledAt: instant("cancelled_at"),
  cancelledReason: text("cancelled_reason"),
  minutesVersion: integer("minutes_version"),
  minutesDigest: digest("minutes_digest"),
  minutesSealedAt: instant("minutes_sealed_at"),
  minutesSealedBy: text("minutes_sealed_by"),
  version: integer("version").notNull(),
});

/** Somebody who took part, from when to when. */
export const assemblyPresence = sqliteTable(
  "assembly_presence",
  {
    assemblyId: idOf<AssemblyId>("assembly_id").notNull(),
    memberId: idOf<MemberId>("member_id").notNull(),
    nth: integer("nth").notNull(),
    how: text("how", { enum: WAYS_TO_ATTEND }).notNull(),
    holderId: idOf<MemberId>("holder_id"),
    arrivedAt: instant("arrived_at").notNull(),
    leftAt: instant("left_at"),
  },
  (table) => [primaryKey({ columns: [table.assemblyId, table.memberId, table.nth] })],
);

/** A version of what was said and decided. */
export const assemblyMinutes = sqliteTable(
  "assembly_minutes",
  {
    assemblyId: idOf<AssemblyId>("assembly_id").notNull(),
    version: integer("version").notNull(),
    words: text("words").notNull(),
    writtenAt: instant("written_at").notNull(),
    writtenBy: text("written_by").notNull(),
  },
  (table) => [primaryKey({ columns: [table.assemblyId, table.version] })],
);

/** Somebody in an office for a while. */
export const officeTerm = sqliteTable("office_term", {
  id: idOf<OfficeTermId>("id").primaryKey(),
  organ: text("organ", { enum: ORGANS }).notNull(),
  memberId: idOf<MemberId>("member_id").notNull(),
  assemblyId: idOf<AssemblyId>("assembly_id"),
  proposalId: idOf<ProposalId>("proposal_id"),
  fromDay: day("from_day").notNull(),
  toDay: day("to_day").notNull(),
  seatedAt: instant("seated_at").notNull(),
  seatedBy: text("seated_by").notNull(),
  endedOn: day("ended_on"),
  endedHow: text("ended_how", { enum: ["resigned", "removed", "left"] }),
  endedBy: text("ended_by"),
});
