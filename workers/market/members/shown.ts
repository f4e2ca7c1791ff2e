import type { MemberId } from "#domain/kernel/ids.ts";
import type { CivilDate } from "#domain/kernel/instant.ts";
import type { Decided } from "#domain/membership/book-deeds.ts";
import type { EntryKind } from "#domain/membership/book-entry.ts";
import { type Membership, type MemberState, memberStateOf } from "#domain/membership/member.ts";

/** What an entry made of a membership. */
export interface EnteredView {
  readonly id: MemberId;
  readonly entry: EntryKind;
  readonly state: MemberState;
  readonly bookNo: number | null;
  readonly enrolledOn: CivilDate | null;
}

export function viewEntered(after: Membership, { kind }: Decided): EnteredView {
  const { id, bookNo, enrolledOn } = after;
  return { id, entry: kind, state: memberStateOf(after), bookNo, enrolledOn };
}
