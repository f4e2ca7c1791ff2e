import type { Browser, BrowserContext, BrowserContextOptions } from "playwright-core";
import { instant } from "#domain/kernel/instant.ts";
import { type HouseholdId, id, type PersonId, type VariantId } from "#domain/kernel/ids.ts";
import { cents } from "#domain/kernel/money.ts";
import { milli } from "#domain/kernel/quantity.ts";
import { sharedCode } from "#domain/orders/shared-basket.ts";
import { lowCreditMail } from "#domain/notices/receipt-mail.ts";
import type { Host } from "#host/market-host.ts";
import { SESSION_COOKIE } from "#market/edge/credentials.ts";
import { queueLetter } from "#store/letters.ts";
import { firstVersion } from "#store/rules.ts";
import { addPerson, giveRole } from "#tests/signed-in-person.ts";
import { openBrowser, STILL } from "./chromium.ts";
import { type DrivenRound, plantRound } from "./driven-round.ts";
import { gatherMembers } from "./gathered-members.ts";
import { type HeldVotes, holdVotes } from "./votes-held.ts";
import { openWeek, type OpenWeek } from "./open-week.ts";
import type { ReaderKind } from "./page-list.ts";

/** What a browser holds, by name. */
type Jar = Map<string, string>;

/** An open week with people who read its pages, each in a browser of their own. */
export interface PageWorld extends HeldVotes {
  readonly week: OpenWeek;
  readonly url: string;
  readonly browser: Browser;
  /** Paths, in Italian. */
  readonly guestOrder: string;
  readonly memberOrder: string;
  readonly address: string;
  readonly letterLink: string;
  /** Identifiers. */
  readonly enterprise: string;
  readonly person: string;
  /** Whose order the member takes part in, and coordinates. */
  readonly group: string;
  /** The number of an assembly whose members are arriving. */
  readonly assembly: string;
  /** A round that is ridden today. */
  readonly driven: DrivenRound;
  /** Two bottles, as the end of an address. */
  readonly sharedCode: string;
  /** The cookies of a reader, as a request sends them. */
  cookies(reader: ReaderKind): string;
  contextOf(reader: ReaderKind, options?: BrowserContextOptions): Promise<BrowserContext>;
  close(): Promise<void>;
}

/** Opens the week, lets a guest order, and signs in a member of a household and an officer. */
export async function openPageWorld(): Promise<PageWorld> {
  const week = await openGovernedWeek();
  const { host } = week;
  const market = { database: host.database, time: { now: host.clock.now() } };
  const valueOf = (sql: string, ...values: string[]) =>
    String(host.database.prepare(sql).pluck().all(values)[0]);
  const { household, group, member, officer } = signInReaders(market, host.database, valueOf);
  const guest: Jar = new Map([["__Host-ferma", `${"0".repeat(26)}.${"0".repeat(24)}`]]);
  const guestOrder = await orderAsGuest(week, guest);
  const jars: Readonly<Record<ReaderKind, Jar>> = {
    stranger: new Map(),
    guest,
    member: jarOf(member.sent.headers?.["Cookie"]),
    officer: jarOf(officer.sent.headers?.["Cookie"]),
  };
  const orderOf = valueOf("SELECT id FROM customer_order WHERE household_id = ?", household);
  const browser = await openBrowser();
  return {
    week,
    url: host.url,
    browser,
    guestOrder,
    memberOrder: `/ordini/${orderOf}`,
    address: `/io/indirizzi/${addAddress(week, member.id)}`,
    letterLink: await letterLink(host, { jar: jars.member, to: "marta@example.org" }),
    enterprise: valueOf("SELECT id FROM enterprise WHERE name LIKE 'Malga%'"),
    person: member.id,
    group,
    ...(await holdVotes(week, id<PersonId>(member.id))),
    assembly: gatherMembers(week),
    driven: plantRound(week),
    sharedCode: twoBottles(week, valueOf),
    cookies: (reader) => [...jars[reader]].map((pair) => pair.join("=")).join("; "),
    contextOf: (reader, options = {}) => openContext(browser, jars[reader], options),
    close: async () => {
      await browser.close();
      await host.close();
    },
  };
}

function twoBottles({ cycle }: OpenWeek, valueOf: (sql: string, value: string) => string): string {
  const sql = "SELECT variant_id FROM offer WHERE id = ?";
  const variantId = id<VariantId>(valueOf(sql, cycle.offers.get("R21") ?? ""));
  return sharedCode([{ variantId, wanted: milli(2000), tolerance: milli(0) }]);
}

/** A member of a household who coordinates its group, and an officer; both hold a passkey. */
function signInReaders(
  market: Parameters<typeof addPerson>[0],
  database: OpenWeek["host"]["database"],
  valueOf: (sql: string, ...values: string[]) => string,
) {
  const household = id<HouseholdId>(
    valueOf("SELECT household_id FROM household_profile WHERE name = 'H01'"),
  );
  const member = addPerson(market, { name: "Marta Zenti", address: "marta@example.org" });
  giveRole(market, member.id, "household", household);
  const group = valueOf("SELECT group_id FROM household WHERE id = ?", household);
  giveRole(market, member.id, "coordinator", group);
  giveRole(market, member.id, "member");
  const officer = addPerson(market, { name: "Ruggero Marchesini", address: "ruggero@example.org" });
  giveRole(market, officer.id, "officer");
  // What an officer may do takes a session that a passkey began.
  database.exec(`UPDATE session SET begun_by = 'passkey' WHERE person_id = '${officer.id}'`);
  database.exec(`INSERT INTO passkey (id, person_id, credential_id, public_key, counter,
    transports, name, added_at) SELECT id, id, id, id, 0, '[]', 'Telefono', 0 FROM person`);
  return { household, group, member, officer };
}

function jarOf(cookie = ""): Jar {
  return new Map([[SESSION_COOKIE, cookie.slice(cookie.indexOf("=") + 1)]]);
}

async function openContext(browser: Browser, jar: Jar, options: BrowserContextOptions) {
  const context = await browser.newContext({ ...STILL, ...options });
  const cookies = [...jar].map(([name, value]) => ({ name, value, secure: true, httpOnly: true }));
  await context.addCookies(cookies.map((one) => ({ ...one, url: "https://localhost" })));
  return context;
}

/** A basket and an order, by the forms that a browser without scripts would send. */
async function orderAsGuest({ host, cycle }: OpenWeek, jar: Jar): Promise<string> {
  const put = (product: string) =>
    post(host, jar, "/cassetta", { offer: cycle.offers.get(product) ?? "", quantity: "2" });
  for (const product of ["R21", "R10", "R33", "R02"]) await put(product);
  const form = await (await fetch(`${host.url}/cassa`, { headers: headersOf(jar) })).text();
  const first = (name: string) =>
    new RegExp(`name="${name}"[^>]* value="([^"]+)"`).exec(form)?.[1] ??
    new RegExp(`value="([^"]+)"[^>]* name="${name}"`).exec(form)?.[1] ??
    "";
  const order = await post(host, jar, "/cassa", {
    key: first("key"),
    cycle: first("cycle"),
    where: first("where"),
    payment: first("payment"),
    name: "Lucia Zenti",
    email: "lucia@esempio.it",
  });
  for (const product of ["R21", "R10", "R33"]) await put(product);
  return order.replace(/\?.*/, "");
}

function headersOf(jar: Jar): Record<string, string> {
  return { Cookie: [...jar].map((pair) => pair.join("=")).join("; ") };
}

/** Sends a form; gives where it leads. @throws when it leads nowhere. */
async function post(host: Host, jar: Jar, path: string, fields: Record<string, string>) {
  const headers = { ...headersOf(jar), Origin: host.url };
  const body = new URLSearchParams(fields);
  const sent = { method: "POST", headers, body, redirect: "manual" } as const;
  const answer = await fetch(host.url + path, sent);
  for (const cookie of answer.headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    jar.set(name, value);
  }
  const location = answer.headers.get("Location");
  if (location === null) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  await answer.body?.cancel();
  return location;
}

/** An open week, with a statute of one article: a sales week knows none. */
async function openGovernedWeek(): Promise<OpenWeek> {
  const week = await openWeek();
  const { database, clock } = week.host;
  const value = "Nome e sede\nLa cooperativa si chiama Filiera e ha sede a Verona.";
  const at = instant(clock.now());
  const { sql, args } = firstVersion({ key: "statute", subject: "1", value, at, by: "setup" });
  database.prepare(sql).run([...args]);
  return week;
}

/** An address that waits for its digits. */
function addAddress({ host }: OpenWeek, person: string): string {
  const sql = `INSERT INTO person_email (id, person_id, address, folded, added_at)
    VALUES (?1, ?2, 'marta.zenti@example.org', 'marta.zenti@example.org', ?3)`;
  const address = "1".repeat(26);
  host.database.prepare(sql).run([address, person, host.clock.now()]);
  return address;
}

/** The way out that stands at the foot of a letter which somebody agreed to have. */
async function letterLink(host: Host, { jar, to }: { readonly jar: Jar; readonly to: string }) {
  const own = { Origin: host.url, "Content-Type": "application/json", "Idempotency-Key": "wanted" };
  const agreed = await fetch(`${host.url}/api/v1/me/notices`, {
    method: "PUT",
    headers: { ...headersOf(jar), ...own },
    body: JSON.stringify({ wanted: ["low-credit"], textVersion: 1 }),
  });
  await agreed.body?.cancel();
  const at = instant(host.clock.now());
  const letter = lowCreditMail("it", cents(1));
  for (const { sql, args } of queueLetter({ key: "low:pages", to, letter, at })) {
    host.database.prepare(sql).run([...args]);
  }
  await host.tick();
  const sent = host.mailbox.messages().find(({ key }) => key === "low:pages");
  return /https?:\/\/[^/]+(\/lettere\/\S+)/.exec(sent?.text ?? "")?.[1] ?? "";
}
