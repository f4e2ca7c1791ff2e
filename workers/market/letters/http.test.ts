import { afterAll, beforeAll, expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import type { Letter, LetterKind } from "#domain/notices/letter.ts";
import { queueLetter } from "#store/letters.ts";
import { type Doubles, openDoubles } from "#tests/doubles.ts";
import { sign, signedNews } from "#tests/mail.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { family, made, tokenFor } from "#tests/people.ts";

let doubles: Doubles;
let market: Market;
let officer: string;
beforeAll(async () => {
  doubles = await openDoubles();
  market = await openMarket(undefined, doubles);
  officer = await setUp(market);
});
afterAll(async () => {
  await market.close();
  await doubles.close();
});

interface Shown {
  readonly id: number;
  readonly kind: string;
  readonly to: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly repeats: number | null;
  readonly canBeRepeated: boolean;
}

const secretLine = "Il tuo ordine è qui";

/** Puts a letter in the outbox as a deed does. */
function write(key: string, to: string, kind: LetterKind = "order-placed"): void {
  const letter: Letter = { kind, lang: "it", subject: key, pieces: [{ link: secretLine }] };
  const link = { path: "/o/", words: ["order-link", key] };
  for (const { sql, args } of queueLetter({
    key,
    to,
    letter,
    link,
    at: instant(market.time.now),
  })) {
    market.database.prepare(sql).run([...args]);
  }
}

const list = async (query = "", token = officer) => {
  const path = `/api/v1/letters${query}`;
  return market.call<{ items: Shown[]; next: string | null; code?: string }>("GET", path, {
    token,
  });
};
const named = async (subject: string): Promise<Shown> => {
  const { tag } = message(subject);
  const found = (await list()).body.items.find(({ id }) => String(id) === tag);
  if (found === undefined) throw new Error(`${subject} is no letter`);
  return found;
};
const message = (subject: string) => {
  const found = doubles.mailbox.messages().find((one) => one.subject === subject);
  if (found === undefined) throw new Error(`${subject} did not arrive`);
  return found;
};
const again = (id: number, key?: string) =>
  market.call("POST", `/api/v1/letters/${id}/sendings`, {
    token: officer,
    ...(key === undefined ? {} : { key }),
  });

const hear = async ({ headers, body }: ReturnType<typeof sign>) => {
  const { status, body: said } = await market.call("POST", "/api/v1/mail-events", {
    body,
    headers,
  });
  return [status, said["code"] ?? said["heard"]];
};
const secret = () => market.env.MAIL_EVENTS_SECRET ?? "";
const bounce = (subject: string) =>
  signedNews(secret(), "bounced", message(subject), market.time.now);

test("officers see what became of letters, the newest first, by state and by page", async () => {
  write("prima", "anna@example.org");
  write("seconda", "nobody");
  expect((await list("?state=queued")).body.items).toHaveLength(2);
  await market.tick();
  const { status, body } = await list("?limit=1");
  expect([status, body.items.length]).toEqual([200, 1]);
  expect(body.items[0]).toMatchObject({
    kind: "order-placed",
    to: "nobody",
    state: "refused",
    reason: "the address is malformed",
    canBeRepeated: true,
  });
  const rest = await list(`?limit=1&after=${body.next}`);
  expect(rest.body).toMatchObject({
    items: [{ to: "anna@example.org", state: "sent" }],
    next: null,
  });
  expect((await list("?state=sent")).body.items.map(({ to }) => to)).toEqual(["anna@example.org"]);
  expect((await list("?state=lost")).body.code).toBe("invalid-input");
});

test("nobody else sees them, and nobody reads what they say", async () => {
  expect((await market.call("GET", "/api/v1/letters")).status).toBe(401);
  const { id: subject } = await made(market, officer, "/households", family());
  const token = await tokenFor(market, officer, { role: "household", subject });
  expect((await list("", token)).body.code).toBe("not-allowed");
  const path = "/api/v1/letters/1/sendings";
  expect((await market.call("POST", path, { token })).body["code"]).toBe("not-allowed");
  const everything = JSON.stringify((await list()).body);
  expect(everything).not.toContain(secretLine);
  expect(everything).not.toContain("/o/");
});

test("a letter that came back is marked, and its household reads that it fails", async () => {
  const { id: subject } = await made(market, officer, "/households", family());
  write("terza", "Cantarane@example.org");
  await market.tick();
  expect(await hear(bounce("terza"))).toEqual([200, true]);
  expect(await named("terza")).toMatchObject({
    state: "bounced",
    reason: "550 5.1.1 The mailbox does not exist.",
  });
  const token = await tokenFor(market, officer, { role: "household", subject });
  const shown = await market.call("GET", `/api/v1/households/${subject}`, { token });
  expect(shown.body["emailFails"]).toBe(true);
  write("quarta", "cantarane@example.org", "order-receipt");
  await market.tick();
  expect((await list("?state=withheld")).body.items).toMatchObject([
    { to: "cantarane@example.org" },
  ]);
});

test("an officer sends it again, once for a key, though the address failed", async () => {
  const { id } = await named("terza");
  const asked = await again(id, "again-1");
  expect([asked.status, asked.body]).toMatchObject([201, { repeats: id, state: "queued" }]);
  expect((await again(id, "again-1")).body).toEqual(asked.body);
  await market.tick();
  const arrived = doubles.mailbox.messages().filter(({ subject }) => subject === "terza");
  expect(arrived).toHaveLength(2);
  expect(new Set(arrived.map(({ text }) => text)).size).toBe(1);
  expect((await list("?limit=1")).body.items).toMatchObject([{ repeats: id, state: "sent" }]);
});

test("once a letter arrives there the address is sound again", async () => {
  market.time.now += 60_000;
  const delivered = signedNews(secret(), "delivered", message("terza"), market.time.now);
  expect(await hear(delivered)).toEqual([200, true]);
  const all = await market.call<{ items: { emailFails: boolean }[] }>("GET", "/api/v1/households", {
    token: officer,
  });
  expect(all.body.items.map(({ emailFails }) => emailFails)).not.toContain(true);
});

test("what waits, what is forgotten and what never was is not sent again", async () => {
  write("quinta", "anna@example.org", "invitation");
  const [waiting] = (await list("?limit=1")).body.items;
  expect((await again(waiting?.id ?? 0)).body["code"]).toBe("letter-waiting");
  await market.tick();
  const { id, canBeRepeated } = await named("quinta");
  expect(canBeRepeated).toBe(false);
  expect((await again(id)).body["code"]).toBe("letter-forgotten");
  expect((await again(999_999)).body["code"]).toBe("not-found");
});

test("the same news told again change nothing, in whatever order they come", async () => {
  write("sesta", "bea@example.org");
  await market.tick();
  const complaint = signedNews(secret(), "complained", message("sesta"), market.time.now);
  const arrival = signedNews(secret(), "delivered", message("sesta"), market.time.now);
  const answers = await Promise.all([complaint, arrival, complaint, arrival].map(hear));
  expect(answers).toEqual(Array.from({ length: 4 }, () => [200, true]));
  expect((await named("sesta")).state).toBe("complained");
  const kept = market.database
    .prepare("SELECT count(*) FROM op_log WHERE actor = 'system:mail' AND key IN (?, ?)")
    .pluck()
    .all([complaint.headers["svix-id"] ?? "", arrival.headers["svix-id"] ?? ""]);
  expect(kept).toEqual([2]);
});

test("news that the carrier did not sign change nothing and are not kept", async () => {
  write("settima", "carla@example.org");
  await market.tick();
  const told = message("settima");
  const before = market.database.prepare("SELECT count(*) FROM op_log").pluck().all([]);
  const forged = signedNews("whsec_YW5vdGhlciBzZWNyZXQ=", "bounced", told, market.time.now);
  expect(await hear(forged)).toEqual([401, "news-unsigned"]);
  const stale = signedNews(secret(), "bounced", told, market.time.now - 301_000);
  expect(await hear(stale)).toEqual([401, "news-unsigned"]);
  const bare = { headers: { "svix-id": "msg_1" }, body: bounce("settima").body };
  expect(await hear(bare)).toEqual([401, "news-unsigned"]);
  expect((await named("settima")).state).toBe("sent");
  expect(market.database.prepare("SELECT count(*) FROM op_log").pluck().all([])).toEqual(before);
});

test("what is signed but not for us is heard, and its id is used for nothing else", async () => {
  const { now } = market.time;
  expect(await hear(sign(secret(), "msg_opened", now, '{"type":"email.opened"}'))).toEqual([
    200,
    true,
  ]);
  expect(await hear(sign(secret(), "msg_opened", now, '{"type":"email.sent"}'))).toEqual([
    422,
    "key-reused",
  ]);
  expect(await hear(sign(secret(), "msg_text", now, "not json"))).toEqual([200, true]);
});
