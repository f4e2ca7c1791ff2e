import { afterEach, beforeEach, expect, test } from "vitest";
import type { Letter, LetterKind } from "#domain/notices/letter.ts";
import { instant } from "#domain/kernel/instant.ts";
import { openMail } from "#ports/mail.ts";
import { forgetLetters, letterHeard } from "#store/letter-news.ts";
import { type LetterTo, queueLetter } from "#store/letters.ts";
import { type Outbox, openOutbox } from "#tests/card-orders.ts";
import { occasion } from "#tests/postings.ts";
import { type Senders, sendOutbox } from "./send-outbox.ts";

let outbox: Outbox;
beforeEach(async () => {
  outbox = await openOutbox();
});
afterEach(() => outbox.close());

const to = "anna@example.org";
const about = (kind: LetterKind, pieces: Letter["pieces"] = [{ words: "Grazie." }]): Letter => ({
  kind,
  lang: "it",
  subject: "Da Veronetta",
  pieces,
});
const write = (told: Omit<LetterTo, "at">) =>
  outbox.senders().database.write(queueLetter({ ...told, at: occasion.now }));
const send = (minutes = 0) => sendOutbox(outbox.senders(minutes));
const states = () => outbox.rows("SELECT key, state, reason FROM letter ORDER BY id");
const stored = () =>
  JSON.stringify([outbox.rows("SELECT * FROM letter"), outbox.rows("SELECT * FROM outbox")]);
const hear = (key: string, state: "delivered" | "bounced" | "complained", minutes: number) => {
  const [[id] = []] = outbox.rows(`SELECT id FROM letter WHERE key = '${key}'`);
  const [[carrierId] = []] = outbox.rows(`SELECT carrier_id FROM letter WHERE key = '${key}'`);
  const at = instant(occasion.now + minutes * 60_000);
  const news = { letterId: Number(id), carrierId: String(carrierId), state, at, reason: null };
  return outbox.senders().database.write([letterHeard(news)]);
};

test("a letter goes out once, with the link that nobody stores", async () => {
  const link = { path: "/o/", words: ["order-link", "someone", "key-1"] };
  await write({ key: "one", to, letter: about("order-placed", [{ link: "Qui" }]), link });
  expect(await send()).toBe(1);
  expect(await send()).toBe(0);
  const secret = outbox.senders().ids.derived(...link.words);
  const [message] = outbox.mailbox.messages();
  expect(message?.text).toContain(`Qui:\nhttps://filiera.example/o/${secret}`);
  expect(message?.html).toContain(`href="https://filiera.example/o/${secret}"`);
  expect(stored()).not.toContain(secret);
  expect(states()).toEqual([["one", "sent", null]]);
});

test("a letter that left before the network's address changed is sent, and not again", async () => {
  const link = { path: "/o/", words: ["order-link", "someone", "key-1"] };
  await write({ key: "one", to, letter: about("order-placed", [{ link: "Qui" }]), link });
  const { database } = outbox.senders();
  // The first sender is killed between the carrier's yes and its mark.
  const killed = { ...outbox.senders(), database: { ...database, write: dyingAt(2) } };
  await expect(sendOutbox(killed)).rejects.toThrow("killed");
  expect(await sendOutbox({ ...outbox.senders(1), origin: "https://nuova.example" })).toBe(1);
  expect(outbox.mailbox.messages()).toHaveLength(1);
  expect(states()).toEqual([["one", "sent", null]]);
  expect(outbox.rows("SELECT done_at IS NOT NULL FROM outbox")).toEqual([[1]]);
});

/** Writes until the k-th, and never again. */
function dyingAt(k: number): Senders["database"]["write"] {
  let writes = 0;
  return (statements) => {
    writes += 1;
    if (writes >= k) throw new Error("killed");
    return outbox.senders().database.write(statements);
  };
}

test("a code is in the letter alone, and its words go as soon as it is handed over", async () => {
  const code = { words: ["sign-in", "anna", "7"] };
  await write({ key: "code", to, letter: about("sign-in-code", [{ code: "Il codice" }]), code });
  const digits = outbox.senders().ids.derivedCode(...code.words);
  expect(digits).toMatch(/^\d{8}$/);
  expect(stored()).not.toContain(digits);
  await send();
  expect(outbox.mailbox.messages()[0]?.text).toContain(`Il codice: ${digits}`);
  expect(outbox.rows("SELECT words FROM letter")).toEqual([[null]]);
  expect(stored()).not.toContain(digits);
});

test("the carrier learns our name for a letter, and we learn the carrier's", async () => {
  await write({ key: "one", to, letter: about("order-placed") });
  await send();
  const [message] = outbox.mailbox.messages();
  expect(outbox.rows("SELECT cast(id AS text), carrier_id FROM letter")).toEqual([
    [message?.tag, message?.carrierId],
  ]);
});

test("a letter that the carrier refuses says so, and keeps its words for another try", async () => {
  await write({ key: "one", to: "nobody", letter: about("order-placed") });
  await send();
  expect(states()).toEqual([["one", "refused", "the address is malformed"]]);
  expect(outbox.rows("SELECT words IS NOT NULL FROM letter")).toEqual([[1]]);
});

test("a letter that nobody takes for three days is given up", async () => {
  await write({ key: "one", to, letter: about("order-placed") });
  const down = { url: "http://127.0.0.1:9", token: undefined, from: "rete@example.org" };
  outbox.run("UPDATE outbox SET attempts = 11");
  await sendOutbox({ ...outbox.senders(), mail: openMail(down) });
  expect(states()).toEqual([["one", "refused", expect.stringContaining("does not answer")]]);
});

test("after a letter came back only what is essential goes to that address", async () => {
  await write({ key: "first", to, letter: about("order-placed") });
  await send();
  await hear("first", "bounced", 1);
  await write({ key: "receipt", to: "ANNA@example.org", letter: about("order-receipt") });
  await write({ key: "sheet", to, letter: about("order-sheet") });
  await write({ key: "other", to: "bea@example.org", letter: about("order-receipt") });
  await send();
  expect(states()).toEqual([
    ["first", "bounced", null],
    ["receipt", "withheld", "letters to this address come back, or are not wanted"],
    ["sheet", "sent", null],
    ["other", "sent", null],
  ]);
});

test("an address where a later letter arrived is sound again; a complaint stays", async () => {
  await write({ key: "first", to, letter: about("order-placed") });
  await write({ key: "second", to, letter: about("cycle-cancelled") });
  await send();
  await hear("second", "delivered", 10);
  await hear("first", "bounced", 5);
  await write({ key: "third", to, letter: about("order-receipt") });
  await send();
  expect(states().at(-1)).toEqual(["third", "sent", null]);
  await hear("first", "complained", 5);
  await write({ key: "fourth", to, letter: about("order-receipt") });
  await send();
  expect(states().at(-1)?.[1]).toBe("withheld");
});

test("news in any order, and told twice, come to the same", async () => {
  const news = ["delivered", "bounced", "complained"] as const;
  const orders = news.flatMap((a) => news.flatMap((b) => news.map((c) => [a, b, c] as const)));
  for (const [i, order] of orders.entries()) {
    await write({ key: `letter-${i}`, to: `p${i}@example.org`, letter: about("order-placed") });
    await send();
    for (const one of order) await hear(`letter-${i}`, one, 1);
    const furthest = news.findLast((one) => order.includes(one));
    expect([order, states()[i]?.[1]]).toEqual([order, furthest]);
  }
});

test("news that come before we noted that the letter left are not lost", async () => {
  await write({ key: "one", to, letter: about("cycle-cancelled") });
  const early = { letterId: 1, carrierId: "later", state: "bounced", at: occasion.now } as const;
  await outbox.senders().database.write([letterHeard({ ...early, reason: null })]);
  await send();
  expect(outbox.rows("SELECT state, carrier_id IS NOT NULL FROM letter")).toEqual([["bounced", 1]]);
});

test("news of a letter by another carrier's name are news of no letter", async () => {
  await write({ key: "one", to, letter: about("order-placed") });
  await send();
  const strange = { letterId: 1, carrierId: "theirs", state: "bounced", at: occasion.now } as const;
  await outbox.senders().database.write([letterHeard({ ...strange, reason: null })]);
  expect(states()).toEqual([["one", "sent", null]]);
});

test("words are forgotten after a week, addresses after a year, what waits is kept", async () => {
  await write({ key: "sent", to, letter: about("order-placed") });
  await send();
  await write({ key: "waits", to, letter: about("order-placed") });
  const kept = () => outbox.rows("SELECT words IS NULL, recipient IS NULL FROM letter ORDER BY id");
  const forget = (days: number) => {
    const now = instant(occasion.now + days * 86_400_000);
    return outbox.senders().database.write(forgetLetters(now));
  };
  const still = [0, 0];
  await forget(7);
  expect(kept()).toEqual([still, still]);
  await outbox.senders().database.write(forgetLetters(instant(occasion.now + 7 * 86_400_000 + 1)));
  expect(kept()).toEqual([[1, 0], still]);
  await forget(366);
  expect(kept()).toEqual([[1, 1], still]);
});

test("a letter that was erased while it waited goes nowhere", async () => {
  await write({ key: "one", to, letter: about("order-placed") });
  outbox.run("UPDATE letter SET state = 'refused', recipient = NULL, words = NULL");
  await send();
  expect(outbox.mailbox.messages()).toEqual([]);
  expect(outbox.rows("SELECT last_error FROM outbox")).toEqual([["the letter was erased"]]);
});
