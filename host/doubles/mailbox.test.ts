import { afterEach, beforeEach, expect, test } from "vitest";
import { type Mailbox, startMailbox } from "./mailbox.ts";

let mailbox: Mailbox;
beforeEach(async () => {
  mailbox = await startMailbox(":memory:", () => Date.UTC(2026, 10, 20, 17, 30));
});
afterEach(() => mailbox.close());

function send(key: string, message: unknown): Promise<Response> {
  return fetch(`${mailbox.url}/messages`, {
    method: "POST",
    headers: { "Idempotency-Key": key },
    body: JSON.stringify(message),
  });
}

const letter = { to: "anna@esempio.it", subject: "Il tuo ordine", text: "Sabato alle 10." };

test("a letter sent again arrives once; another under its key is refused", async () => {
  expect((await send("ordine-1", letter)).status).toBe(202);
  expect((await send("ordine-1", letter)).status).toBe(202);
  expect((await send("ordine-1", { ...letter, text: "Domenica." })).status).toBe(409);
  expect(mailbox.messages()).toEqual([
    { id: 1, key: "ordine-1", at: Date.UTC(2026, 10, 20, 17, 30), ...letter },
  ]);
});

test("the page shows letters as text, by Rome's clock", async () => {
  await send("a", { ...letter, text: "<script>alert(1)</script>" });
  const page = await (await fetch(mailbox.url)).text();
  expect(page).toContain("&lt;script&gt;");
  expect(page).not.toContain("<script>");
  expect(page).toContain("20/11/2026, 18:30:00");
});

test.each([
  ["no address", { ...letter, to: "anna" }],
  ["a header smuggled into the subject", { ...letter, subject: "Ciao\r\nBcc: tutti@esempio.it" }],
  ["no text", { to: letter.to, subject: letter.subject }],
])("a letter with %s is refused", async (_, message) => {
  expect((await send("a", message)).status).toBe(400);
  expect(mailbox.messages()).toEqual([]);
});
