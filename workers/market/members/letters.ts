import type { ShareTransferId } from "#domain/kernel/ids.ts";
import type { Instant } from "#domain/kernel/instant.ts";
import type { EntryKind } from "#domain/membership/book-entry.ts";
import { membershipMail, type MembershipNews } from "#domain/notices/membership-mail.ts";
import type { Statement } from "#ports/database.ts";
import { queueLetter } from "#store/letters.ts";
import type { MemberRecord } from "#store/member-records.ts";

/** Entries of which whoever they are about is told; the others they made themselves. */
const TOLD: Readonly<Partial<Record<EntryKind, MembershipNews>>> = {
  admitted: "admitted",
  refused: "refused",
  suspended: "suspended",
  reinstated: "reinstated",
  "exit-asked": "exit-asked",
  exited: "exited",
  "exit-refused": "exit-refused",
  "payment-demanded": "payment-demanded",
  upheld: "upheld",
  excluded: "excluded",
  "exclusion-annulled": "exclusion-annulled",
};

/** Tells them, with the words of whoever decided. What they asked themselves is not read back. */
export function lettersAbout(
  { membership, name, address, language }: MemberRecord,
  kind: EntryKind,
  words: string | null,
  at: Instant,
): Statement[] {
  const news = TOLD[kind];
  if (news === undefined || address === null) return [];
  const reason = kind === "exit-asked" ? null : words;
  const letter = membershipMail(language, news, { name, reason });
  const key = `membership:${membership.id}:${membership.version + 1}`;
  return queueLetter({ key, to: address, letter, at });
}

/** Tells who gives shares, or is to have them, what was asked or became of it. */
export function transferLetter(
  { membership, name, address, language }: MemberRecord,
  news: Extract<MembershipNews, `transfer-${string}`>,
  about: { readonly id: ShareTransferId; readonly at: Instant; readonly reason?: string },
): Statement[] {
  if (address === null) return [];
  const { id, at, reason = null } = about;
  const letter = membershipMail(language, news, { name, reason });
  return queueLetter({ key: `${news}:${id}:${membership.id}`, to: address, letter, at });
}
