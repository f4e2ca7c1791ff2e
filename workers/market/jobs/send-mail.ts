import type { Instant } from "#domain/kernel/instant.ts";
import { traitsOf } from "#domain/notices/letter.ts";
import { stopNoticeWords } from "#domain/notices/choices.ts";
import { letterHtml, letterText } from "#domain/notices/letter-sheet.ts";
import type { Database, Statement } from "#ports/database.ts";
import type { Ids } from "#ports/ids.ts";
import type { Mail } from "#ports/mail.ts";
import { letterEnded, type LetterInHand, lettersInHand, letterSent } from "#store/letters.ts";
import { networkRow, type NetworkView } from "#store/network.ts";
import type { Claimed } from "#store/outbox.ts";
import { readBatch } from "#store/statement.ts";

/** What letters are sent with. */
interface MailSenders {
  readonly database: Database;
  readonly mail: Mail;
  readonly ids: Ids;
  /** Where links in letters lead: "https://filiera.example". */
  readonly origin: string;
  readonly now: Instant;
}

/** The letters that are due, and whose they are. */
export interface Post {
  readonly letters: ReadonlyMap<string, LetterInHand>;
  readonly network: NetworkView | null;
}

/** What came of a letter: done, with what is noted of it; or never. */
type Sent =
  | { readonly kind: "done"; readonly statements: readonly Statement[] }
  | { readonly kind: "never"; readonly reason: string };

/** Reads the letters among these after-effects, in one round trip; none where there are none. */
export async function readPost(
  { database }: MailSenders,
  claimed: readonly Claimed[],
): Promise<Post> {
  const keys = claimed.filter(({ topic }) => topic === "mail").map(({ key }) => key);
  if (keys.length === 0) return { letters: new Map(), network: null };
  const loaders = { letters: lettersInHand(keys), network: networkRow() };
  const { letters, network } = await readBatch(database, loaders);
  return { letters: new Map(letters.map((letter) => [letter.key, letter])), network };
}

/**
 * Hands a letter to the carrier, where its reader agrees to it. To an address that fails only
 * what is essential goes, or what a person asks to be sent again.
 * @throws NeighbourFailed when the carrier has to be asked again.
 */
export async function sendMail(senders: MailSenders, key: string, post: Post): Promise<Sent> {
  const letter = post.letters.get(key);
  if (letter === undefined) return { kind: "never", reason: "the letter was erased" };
  const { now: at } = senders;
  if (traitsOf(letter.kind).isOptional && !letter.isWanted) {
    const reason = "its reader does not want letters of this kind";
    return { kind: "done", statements: [letterEnded(key, { state: "withheld", at, reason })] };
  }
  if (letter.isFailing && !letter.isRepeated && !traitsOf(letter.kind).isEssential) {
    const reason = "letters to this address come back, or are not wanted";
    return { kind: "done", statements: [letterEnded(key, { state: "withheld", at, reason })] };
  }
  const carried = await senders.mail.send(messageOf(senders, letter, post.network), key);
  if (carried.kind === "refused") return { kind: "never", reason: carried.reason };
  const { carrierId } = carried;
  return { kind: "done", statements: [letterSent(letter, { carrierId, at })] };
}

function messageOf(senders: MailSenders, letter: LetterInHand, network: NetworkView | null) {
  const { ids, origin } = senders;
  const { link, code } = letter;
  const name = network?.name ?? "Filiera";
  const sheet = {
    networkName: name,
    link: link === null ? null : origin + link.path + secretOf(ids, link.words),
    code: code === null ? null : ids.derivedCode(...code.words),
    stop: stopOf(senders, letter),
  };
  return {
    to: letter.to,
    subject: letter.subject,
    text: letterText(letter, sheet),
    html: letterHtml(letter, sheet),
    sender: { name, address: network?.contactEmail ?? null },
    tag: String(letter.id),
    unsubscribe: sheet.stop,
  };
}

function secretOf(ids: Ids, words: readonly string[]): string {
  return words.length === 0 ? "" : ids.derived(...words);
}

/** Where the reader of this very letter stops letters of its kind, without signing in. */
function stopOf({ ids, origin }: MailSenders, letter: LetterInHand): string | null {
  if (!traitsOf(letter.kind).isOptional) return null;
  const { id, key, lang } = letter;
  const page = lang === "it" ? "" : `/${lang}`;
  return `${origin}${page}/lettere/${id}/${ids.derived(...stopNoticeWords(key))}`;
}
