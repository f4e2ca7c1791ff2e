import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import { cents } from "#domain/kernel/money.ts";
import { lowCreditMail } from "#domain/notices/receipt-mail.ts";
import { queueLetter } from "#store/letters.ts";
import { type Doubles, openDoubles } from "#tests/doubles.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { readingPerson, type ReadingPerson } from "#tests/reading-person.ts";
import { hidden, Reader, said } from "#tests/reader.ts";

let doubles: Doubles;
let market: Market;
let anna: ReadingPerson;
beforeEach(async () => {
  doubles = await openDoubles();
  market = await openMarket(undefined, doubles);
  await setUp(market);
  anna = readingPerson({ market }, "Anna");
});
afterEach(async () => {
  await market.close();
  await doubles.close();
});

interface Notices {
  readonly notices: readonly { readonly key: string; readonly isWanted: boolean }[];
}
const PATH = "/api/v1/me/notices";
const wantedIn = ({ notices }: Notices) =>
  notices.filter(({ isWanted }) => isWanted).map(({ key }) => key);
const wanted = async () => wantedIn((await market.call<Notices>("GET", PATH, anna.sent)).body);
const choose = (letters: readonly string[], sent: object = {}) =>
  market.call<Notices>("PUT", PATH, {
    ...anna.sent,
    body: { wanted: letters, textVersion: 1 },
    ...sent,
  });
const consent = (isGiven: boolean) =>
  market.call("PUT", "/api/v1/me/consents", {
    ...anna.sent,
    body: { purpose: "reminders", isGiven, textVersion: 1 },
  });
const rows = (sql: string) => market.database.prepare(sql).raw().all([]) as unknown[][];

let letters = 0;
/** Writes that the wallet is low to this address; gives the letter that arrived, if one did. */
async function remind(to: string, lang: "it" | "en" = "it") {
  const key = `low:${++letters}`;
  const at = instant(market.time.now);
  for (const { sql, args } of queueLetter({ key, to, letter: lowCreditMail(lang, cents(1)), at })) {
    market.database.prepare(sql).run([...args]);
  }
  await market.tick();
  return doubles.mailbox.messages().find((message) => message.key === key) ?? null;
}

/** The link that a letter has at its foot, without the network's origin. */
const stopIn = (text = "") => /https?:\/\/[^/]+((?:\/en)?\/lettere\/\S+)/.exec(text)?.[1] ?? "";

describe("the letters that somebody wants", () => {
  test("are their group's alone before they choose; keeping it agrees to no other", async () => {
    expect(await wanted()).toEqual(["group-reminder"]);
    expect(wantedIn((await choose(["group-reminder"])).body)).toEqual(["group-reminder"]);
    expect(rows("SELECT purpose FROM consent")).toEqual([]);
    await choose([]);
    expect(await wanted()).toEqual([]);
    await consent(true);
    expect(await wanted()).not.toContain("group-reminder");
  });

  test("choosing one is agreeing to it", async () => {
    expect(wantedIn((await choose(["closing-soon"])).body)).toEqual(["closing-soon"]);
    expect(await wanted()).toEqual(["closing-soon"]);
    expect(rows("SELECT purpose, given, channel FROM consent")).toEqual([["reminders", 1, "api"]]);
    expect(await remind(anna.address)).toBeNull();
    await choose(["closing-soon", "low-credit"]);
    expect(await remind(anna.address)).not.toBeNull();
    expect(rows("SELECT given FROM consent")).toEqual([[1]]);
  });

  test("choosing none withdraws; a repeat of the request says the same", async () => {
    await choose(["low-credit"]);
    const first = await choose([], { key: "none" });
    expect((await choose([], { key: "none" })).body).toEqual(first.body);
    expect(rows("SELECT given FROM consent ORDER BY number")).toEqual([[1], [0]]);
    expect(await wanted()).toEqual([]);
    expect(rows("SELECT count(*) FROM letter WHERE kind = 'low-credit'")).toEqual([[0]]);
  });

  test("who agrees to reminders among the uses of their data wants each of them", async () => {
    await choose(["low-credit"]);
    await consent(false);
    expect(await wanted()).toEqual([]);
    await consent(true);
    const all = ["week-opens", "closing-soon", "pickup-day", "low-credit", "vote-news"];
    expect(await wanted()).toEqual(all);
  });

  test("are chosen in front of today's wording, and only among those there are", async () => {
    const old = await choose(["low-credit"], { body: { wanted: ["low-credit"], textVersion: 2 } });
    expect([old.status, old.body]).toMatchObject([409, { code: "consent-text-changed" }]);
    const unknown = await choose([], { body: { wanted: ["order-placed"], textVersion: 1 } });
    expect(unknown.status).toBe(400);
    expect((await market.call("GET", PATH)).status).toBe(401);
  });
});

describe("the page of letters", () => {
  test("keeps what is ticked, and tells which letters cannot be chosen, and why", async () => {
    const page = await anna.reader.get("/io/avvisi");
    expect(said(page)).toContain("Queste partono sempre");
    expect(said(page)).toContain("Un contratto a distanza va confermato");
    expect(said(page)).not.toContain("Che cosa preparare per la consegna");
    expect(page.html.match(/value="[a-z-]+"[^>]*checked/g)).toHaveLength(1);
    expect(page.html).toMatch(/value="group-reminder"[^>]*checked/);
    expect(said(page)).toContain("La manda chi coordina il gruppo");
    const form = { key: hidden(page, "key"), version: hidden(page, "version") };
    const got = await anna.reader.postAndFollow("/io/avvisi", { ...form, notice: "pickup-day" });
    expect(said(got)).toContain("Fatto: da adesso vale così");
    expect(got.html.match(/checked/g)).toHaveLength(1);
    expect(await wanted()).toEqual(["pickup-day"]);
  });

  test("an old page is given back with the reason", async () => {
    const got = await anna.reader.post("/io/avvisi", {
      key: "k",
      version: "9",
      notice: "low-credit",
    });
    expect(got.status).toBe(422);
  });
});

describe("the link in a letter", () => {
  beforeEach(() => choose(["low-credit", "week-opens"]));

  test("changes nothing when it is opened; its button stops letters of that kind", async () => {
    const path = stopIn((await remind(anna.address))?.text);
    const stranger = new Reader(market.env);
    const page = await stranger.get(path);
    expect(page.headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(page.headers.get("Cache-Control")).toBe("private, no-store");
    expect(said(page)).toContain(
      "Le lettere «Il conto si svuota» a questo indirizzo finiscono qui",
    );
    expect(await wanted()).toContain("low-credit");
    const done = await stranger.post(path, { key: hidden(page, "key") });
    expect([done.status, said(done).includes("Non ricevi più")]).toEqual([200, true]);
    expect(await wanted()).toEqual(["week-opens"]);
    expect(await remind(anna.address)).toBeNull();
  });

  test("with a wrong secret, or of a letter that cannot be stopped, is not there", async () => {
    const path = stopIn((await remind(anna.address))?.text);
    const wrong = path.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
    const stranger = new Reader(market.env);
    for (const one of [wrong, path.replace(/lettere\/\d+/, "lettere/99"), "/lettere/x/y"]) {
      expect([one, (await stranger.get(one)).status]).toEqual([one, 404]);
      expect((await stranger.post(one, { key: "k" })).status).toBe(404);
    }
    market.database.exec("UPDATE letter SET kind = 'order-placed'");
    expect((await stranger.get(path)).status).toBe(404);
    expect(await wanted()).toContain("low-credit");
  });

  test("in a letter in English opens a page in English", async () => {
    const letter = await remind(anna.address, "en");
    const page = await new Reader(market.env).get(stopIn(letter?.text));
    expect(page.html).toContain('<html lang="en">');
  });

  test("of an address that is nobody's here stops its letters, and no others", async () => {
    const path = stopIn((await remind("cantarane@example.org"))?.text);
    await new Reader(market.env).post(path, { key: "k" });
    expect(await remind("Cantarane@example.org")).toBeNull();
    expect(await remind("altri@example.org")).not.toBeNull();
    expect(await remind(anna.address)).not.toBeNull();
  });
});
