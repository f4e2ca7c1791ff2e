import * as v from "valibot";
import { type Asked, type Loopback, serveLoopback, type Told } from "./loopback.ts";
import { type News, NEWS, type NewsPlace, signedNews, tellNews } from "./mail-news.ts";
import { mailboxPage } from "./mailbox-page.ts";
import { type MailboxStore, type Message, NewEmail, openMailboxStore } from "./mailbox-store.ts";

/** The mailbox of one machine: everything that the network sends, to whomever. */
export interface Mailbox extends Loopback {
  /** Newest first. */
  messages(): readonly Message[];
  /** Tells the market what became of a letter; resolves to whether it was heard. */
  tell(carrierId: string, news: News): Promise<boolean>;
}

/** A letter to an address like this one comes back: mario+rimbalza@esempio.it. */
const COMES_BACK = /\+rimbalza@/i;

/**
 * A mail carrier that carries nothing: it speaks Resend's API (POST /emails, once for an
 * Idempotency-Key), shows what it got (GET / as a page, GET /messages as JSON), and tells the
 * market at `place` what became of a letter when somebody presses a button, or at once when the
 * address asks for it. `file` keeps it over a restart.
 */
export async function startMailbox(
  file: string,
  now: () => number,
  place: NewsPlace | null = null,
): Promise<Mailbox> {
  const store = openMailboxStore(file);
  const tell = (carrierId: string, news: News) => tellOf({ store, now, place }, carrierId, news);
  const served = await serveLoopback((asked) => answer(asked, { store, now, tell }));
  return {
    url: served.url,
    messages: () => store.messages(),
    tell,
    async close() {
      await served.close();
      store.close();
    },
  };
}

interface Desk {
  readonly store: MailboxStore;
  readonly now: () => number;
  readonly tell: (carrierId: string, news: News) => Promise<boolean>;
}

interface Teller extends Pick<Desk, "store" | "now"> {
  readonly place: NewsPlace | null;
}

async function tellOf({ store, now, place }: Teller, carrierId: string, news: News) {
  const letter = store.messages().find((message) => message.carrierId === carrierId);
  if (letter === undefined || place === null) return false;
  store.note(carrierId, news);
  return tellNews(place, signedNews(place.secret, news, letter, now()));
}

async function answer(asked: Asked, desk: Desk): Promise<Told> {
  const call = `${asked.method} ${asked.path}`;
  if (call === "GET /") return { status: 200, html: mailboxPage(desk.store.messages()) };
  if (call === "GET /messages") return { status: 200, json: { messages: desk.store.messages() } };
  if (call === "POST /emails") return take(asked, desk);
  return press(asked, desk);
}

function take(asked: Asked, { store, now, tell }: Desk): Told {
  const email = v.safeParse(NewEmail, asked.body);
  if (!email.success || asked.key === "") {
    return refusal(422, "validation_error", "A field is missing or malformed.");
  }
  const given = store.give(asked.key, email.output, now());
  if (given.kind === "other") {
    return refusal(409, "invalid_idempotent_request", "The key was another letter's.");
  }
  const { carrierId } = given;
  const comesBack = given.kind === "new" && COMES_BACK.test(email.output.to[0] ?? "");
  if (comesBack) void tell(carrierId, "bounced");
  return { status: 200, json: { id: carrierId } };
}

/** A button of the page. Other pages have none: their origin is refused. */
async function press(asked: Asked, { tell }: Desk): Promise<Told> {
  const [, carrierId = "", said] = /^\/emails\/([\w-]+)\/(\w+)$/.exec(asked.path) ?? [];
  const news = NEWS.find((one) => one === said);
  if (asked.method !== "POST" || news === undefined) {
    return { status: 404, json: { name: "not_found", message: "There is no such path." } };
  }
  if (!asked.isOwnPage) return refusal(403, "foreign_origin", "Press the buttons of this page.");
  await tell(carrierId, news);
  return { status: 303, location: "/" };
}

function refusal(statusCode: number, name: string, message: string): Told {
  return { status: statusCode, json: { statusCode, name, message } };
}
