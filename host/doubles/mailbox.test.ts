import { afterEach, beforeEach, expect, test } from "vitest";
import { type Loopback, serveLoopback } from "./loopback.ts";
import { type Mailbox, startMailbox } from "./mailbox.ts";

const at = Date.UTC(2026, 10, 20, 17, 30);
const heard: unknown[] = [];
let market: Loopback;
let mailbox: Mailbox;
beforeEach(async () => {
  heard.length = 0;
  market = await serveLoopback(({ body }) => {
    heard.push(body);
    return { status: 200, json: {} };
  });
  mailbox = await startMailbox(":memory:", () => at, { url: market.url, secret: "whsec_AAAA" });
});
afterEach(async () => {
  await mailbox.close();
  await market.close();
});

function send(key: string, email: unknown): Promise<Response> {
  return fetch(`${mailbox.url}/emails`, {
    method: "POST",
    headers: { "Idempotency-Key": key },
    body: JSON.stringify(email),
  });
}

const press = (path: string, headers: Record<string, string> = {}) =>
  fetch(mailbox.url + path, { method: "POST", headers, redirect: "manual" });

const email = {
  from: "Filiera <rete@esempio.it>",
  to: ["anna@esempio.it"],
  subject: "Il tuo ordine",
  text: "Sabato alle 10.",
  tags: [{ name: "letter", value: "7" }],
};

test("a letter sent again arrives once; another under its key is refused", async () => {
  const first = await send("ordine-1", email);
  expect(first.status).toBe(200);
  const named: unknown = await first.json();
  expect(await (await send("ordine-1", email)).json()).toEqual(named);
  const other = await send("ordine-1", { ...email, text: "Domenica." });
  expect(other.status).toBe(409);
  expect(await other.json()).toMatchObject({ name: "invalid_idempotent_request" });
  expect(mailbox.messages()).toMatchObject([
    { key: "ordine-1", at, to: "anna@esempio.it", tag: "7", news: null },
  ]);
});

test("the page shows letters by Rome's clock, as text and in a box of their own", async () => {
  await send("a", {
    ...email,
    text: "<script>alert(1)</script>",
    html: "<script>alert(2)</script>",
  });
  const page = await (await fetch(mailbox.url)).text();
  expect(page).toContain("&lt;script&gt;");
  expect(page).not.toContain("<script>");
  expect(page).toContain('<iframe sandbox="allow-popups');
  expect(page).not.toContain("allow-scripts");
  expect(page).toContain("20/11/2026, 18:30:00");
});

test("links in a letter can be followed", async () => {
  await send("a", { ...email, text: "Qui: https://filiera.example/o/abc\n<b>" });
  const page = await (await fetch(mailbox.url)).text();
  expect(page).toContain('<a href="https://filiera.example/o/abc"');
  expect(page).toContain("&lt;b&gt;");
});

test.each([
  ["no address", { ...email, to: ["anna"] }],
  ["two addresses", { ...email, to: ["anna@esempio.it", "bea@esempio.it"] }],
  ["a header smuggled into the subject", { ...email, subject: "Ciao\r\nBcc: tutti@esempio.it" }],
  ["no text", { ...email, text: undefined }],
])("a letter with %s is refused", async (_, message) => {
  expect((await send("a", message)).status).toBe(422);
  expect(mailbox.messages()).toEqual([]);
});

test("a letter to +rimbalza comes back by itself, others when a button says so", async () => {
  await send("a", { ...email, to: ["mario+rimbalza@esempio.it"] });
  await send("b", email);
  await expect.poll(() => heard.length).toBe(1);
  expect(heard).toMatchObject([
    { type: "email.bounced", data: { to: ["mario+rimbalza@esempio.it"], tags: { letter: "7" } } },
  ]);
  const [letter] = mailbox.messages();
  const pressed = await press(`/emails/${letter?.carrierId}/complained`);
  expect([pressed.status, pressed.headers.get("location")]).toEqual([303, "/"]);
  expect(heard[1]).toMatchObject({
    type: "email.complained",
    data: { email_id: letter?.carrierId },
  });
  expect(mailbox.messages().map(({ news }) => news)).toEqual(["complained", "bounced"]);
  expect(await (await fetch(mailbox.url)).text()).toContain("Segnalata come indesiderata");
});

test("another site's page presses no button", async () => {
  await send("a", email);
  const [letter] = mailbox.messages();
  const path = `/emails/${letter?.carrierId}/bounced`;
  expect((await press(path, { Origin: "https://elsewhere.example" })).status).toBe(403);
  expect((await press(path, { Origin: mailbox.url })).status).toBe(303);
  expect((await press("/emails/nobody/forgotten")).status).toBe(404);
  expect(heard).toHaveLength(1);
});
