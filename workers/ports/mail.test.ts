import type { SendEmail } from "@cloudflare/workers-types";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Doubles, openDoubles } from "#tests/doubles.ts";
import { type Loopback, serveLoopback } from "#tests/mail.ts";
import { isAddress, type Mail, type Message, openMail } from "./mail.ts";

const from = "posta@filiera.example";
let doubles: Doubles;
let mail: Mail;
beforeEach(async () => {
  doubles = await openDoubles();
  mail = openMail({ url: doubles.mailbox.url, token: undefined, from });
});
afterEach(() => doubles.close());

const letter: Message = {
  to: "anna@example.org",
  subject: "Ordine ricevuto",
  text: "Grazie.",
  html: "<p>Grazie.</p>",
  sender: { name: "Filiera Veronetta", address: "rete@filiera.example" },
  tag: "7",
  unsubscribe: null,
};

test("the same letter is handed over once, and has one name", async () => {
  const first = await mail.send(letter, "order-1");
  expect(first).toMatchObject({ kind: "taken", carrierId: expect.stringMatching(/^[\w-]{36}$/) });
  expect(await mail.send(letter, "order-1")).toEqual(first);
  const { to, subject, text, html, tag } = letter;
  expect(doubles.mailbox.messages()).toMatchObject([
    { to, subject, text, html, tag, key: "order-1", from: `Filiera Veronetta <${from}>` },
  ]);
});

test("a letter that was taken before in other words was taken, and arrives once", async () => {
  await mail.send(letter, "order-3");
  const other = await mail.send({ ...letter, text: "Da un altro indirizzo." }, "order-3");
  expect(other).toEqual({ kind: "taken", carrierId: null });
  expect(doubles.mailbox.messages()).toMatchObject([{ text: letter.text }]);
});

test("a letter leaves from the network's contact where nothing else is set", async () => {
  const plain = openMail({ url: doubles.mailbox.url, token: undefined });
  await plain.send(letter, "order-4");
  expect(doubles.mailbox.messages()[0]?.from).toContain("<rete@filiera.example>");
  const unknown = { ...letter, sender: { name: "Rete", address: null } };
  await expect(plain.send(unknown, "order-5")).rejects.toThrow("no address to send from");
});

test.each([
  ["a second header", { subject: "Ciao\r\nBcc: tutti@example.org" }],
  ["a bare line feed", { subject: "Ciao\nBcc: tutti@example.org" }],
  ["a line separator", { subject: "Ciao\u2028Bcc: tutti@example.org" }],
  ["a null", { subject: "Ciao\u0000" }],
  ["nothing", { subject: "" }],
  ["more than a line holds", { subject: "x".repeat(301) }],
  ["a header in the address", { to: "anna@example.org\r\nBcc: tutti@example.org" }],
  ["a list for an address", { to: "anna@example.org, bea@example.org" }],
  ["a name with the address", { to: "Anna <anna@example.org>" }],
  ["no address", { to: "anna" }],
])("a letter with %s goes nowhere", async (_, change) => {
  expect((await mail.send({ ...letter, ...change }, "wicked")).kind).toBe("refused");
  expect(doubles.mailbox.messages()).toEqual([]);
});

test("the name of a network cannot smuggle a sender in", async () => {
  const sender = { name: 'Rete"\r\nBcc: a@b.example, <c@d.example>', address: null };
  await mail.send({ ...letter, sender }, "named");
  expect(doubles.mailbox.messages()[0]?.from).toBe(`Rete Bcc a b.example c d.example <${from}>`);
});

test("addresses as people have them are addresses", () => {
  for (const one of ["a@b.it", "o'neill+gas@posta.example.org", "maria.bèl@città.it"]) {
    expect([one, isAddress(one)]).toEqual([one, true]);
  }
  for (const one of [
    "",
    "@b.it",
    "a@",
    "a@b@c",
    "a b@c.it",
    "a@b.it,c",
    `${"a".repeat(250)}@b.it`,
  ]) {
    expect([one, isAddress(one)]).toEqual([one, false]);
  }
});

test("a mail carrier that does not answer is asked again later", async () => {
  const gone = openMail({ url: "http://127.0.0.1:9", token: "t", from });
  await expect(gone.send(letter, "order-4")).rejects.toThrow("does not answer");
});

test.each([
  [429, "rate_limit_exceeded", "throws"],
  [429, "daily_quota_exceeded", "throws"],
  [409, "concurrent_idempotent_requests", "throws"],
  [403, "invalid_api_key", "throws"],
  [422, "invalid_from_address", "throws"],
  [500, "application_error", "throws"],
  [200, "no id comes back", "throws"],
  [422, "validation_error", "refused"],
  [422, "missing_required_field", "refused"],
  [409, "invalid_idempotent_request", "taken"],
])("an answer of %i %s: %s", async (status, name, comes) => {
  const carrier: Loopback = await serveLoopback(() => ({ status, json: { name, message: "-" } }));
  const sending = openMail({ url: carrier.url, token: "t", from }).send(letter, "order-5");
  const came = await sending.then(
    ({ kind }) => kind,
    () => "throws",
  );
  await carrier.close();
  expect(came).toBe(comes);
});

/** The platform's binding, which writes down what it was asked. */
function binding(answer: () => Promise<{ messageId: string }>) {
  const asked: unknown[] = [];
  const send = async (sent: unknown) => {
    asked.push(sent);
    return answer();
  };
  return { asked, binding: { send } as SendEmail };
}

test("where the platform's own mail is bound, it carries the letter", async () => {
  const bound = binding(async () => ({ messageId: "m-1" }));
  const platform = openMail({ url: "http://127.0.0.1:9", token: "t", from, ...bound });
  expect(await platform.send(letter, "order-6")).toEqual({ kind: "taken", carrierId: "m-1" });
  const { to, subject, text, html, sender } = letter;
  expect(bound.asked).toEqual([
    {
      from: { name: "Filiera Veronetta", email: from },
      to,
      subject,
      text,
      html,
      replyTo: sender.address,
    },
  ]);
  expect((await platform.send({ ...letter, to: "nobody" }, "order-7")).kind).toBe("refused");
  expect(bound.asked).toHaveLength(1);
});

test.each([
  ["E_RECIPIENT_SUPPRESSED", "refused"],
  ["E_CONTENT_TOO_LARGE", "refused"],
  ["E_RATE_LIMIT_EXCEEDED", "throws"],
  ["E_SENDER_NOT_VERIFIED", "throws"],
  ["E_INTERNAL_SERVER_ERROR", "throws"],
  ["", "throws"],
])("the platform says %s: %s", async (code, comes) => {
  const bound = binding(() => Promise.reject(Object.assign(new Error("no"), { code })));
  const platform = openMail({ url: "http://127.0.0.1:9", token: "t", from, ...bound });
  const came = await platform.send(letter, "order-8").then(
    ({ kind }) => kind,
    () => "throws",
  );
  expect(came).toBe(comes);
});

test("a letter that can be stopped tells mail programs how (RFC 8058)", async () => {
  const unsubscribe = "https://filiera.example/lettere/7/abcdefghij0123456789";
  const bound = binding(async () => ({ messageId: "m-2" }));
  const headers = {
    "List-Unsubscribe": `<${unsubscribe}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
  };
  await mail.send({ ...letter, unsubscribe }, "week-1");
  expect(doubles.mailbox.messages()[0]?.headers).toEqual(headers);
  await openMail({ url: "", token: undefined, from, binding: bound.binding }).send(
    { ...letter, unsubscribe },
    "week-2",
  );
  expect(bound.asked).toMatchObject([{ headers }]);
  const wicked = { ...letter, unsubscribe: `${unsubscribe}>\r\nBcc: a@b.c` };
  expect((await mail.send(wicked, "week-3")).kind).toBe("refused");
});
