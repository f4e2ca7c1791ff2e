import { expect, test } from "vitest";
import { instant } from "#domain/kernel/instant.ts";
import { sign, signedNews } from "#tests/mail.ts";
import { isSigned, readNews } from "./mail-news.ts";

const secret = "whsec_dGhlIHNlY3JldCBvZiB0aGUgY2Fycmllcg==";
const now = instant(Date.UTC(2026, 5, 2, 8));

function arrived(at: number = now, signedWith = secret) {
  const { headers, body } = sign(signedWith, "msg_1", at, '{"type":"email.sent"}');
  return {
    id: headers["svix-id"],
    timestamp: headers["svix-timestamp"],
    signature: headers["svix-signature"],
    body,
  };
}

test("Svix's own example is signed as we read it", async () => {
  const theirs = {
    id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
    timestamp: "1614265330",
    signature: "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    body: '{"test": 2432232314}',
  };
  const at = instant(1_614_265_330_000);
  const theirSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  expect(await isSigned(theirs, theirSecret, at)).toBe(true);
  expect(await isSigned({ ...theirs, body: '{"test":2432232314}' }, theirSecret, at)).toBe(false);
});

test("news are believed when the carrier signed them, also while its secret changes", async () => {
  expect(await isSigned(arrived(), secret, now)).toBe(true);
  const { signature = "", ...rest } = arrived();
  const both = `v1,AAAA ${signature}`;
  expect(await isSigned({ ...rest, signature: both }, secret, now)).toBe(true);
});

test.each([
  ["another secret", arrived(now, "whsec_YW5vdGhlciBzZWNyZXQ=")],
  ["another body", { ...arrived(), body: "{}" }],
  ["another id", { ...arrived(), id: "msg_2" }],
  ["another moment", { ...arrived(), timestamp: String(now / 1000 + 1) }],
  ["no id", { ...arrived(), id: undefined }],
  ["no moment", { ...arrived(), timestamp: undefined }],
  ["a moment in words", { ...arrived(), timestamp: "now" }],
  ["no signature", { ...arrived(), signature: undefined }],
  ["a signature of another kind", { ...arrived(), signature: "v1a,AAAA" }],
  ["a signature that is no base 64", { ...arrived(), signature: "v1,%%%" }],
])("news with %s are not believed", async (_, news) => {
  expect(await isSigned(news, secret, now)).toBe(false);
});

test("a signature holds for five minutes, either way, and never without a secret", async () => {
  const five = 5 * 60_000;
  expect(await isSigned(arrived(now - five), secret, now)).toBe(true);
  expect(await isSigned(arrived(now + five), secret, now)).toBe(true);
  expect(await isSigned(arrived(now - five - 1000), secret, now)).toBe(false);
  expect(await isSigned(arrived(now + five + 1000), secret, now)).toBe(false);
  expect(await isSigned(arrived(), undefined, now)).toBe(false);
  expect(await isSigned(arrived(now, "whsec_"), "whsec_", now)).toBe(false);
});

const told = { carrierId: "c-1", to: "anna@example.org", tag: "7" };
const body = (change: object, data: object = {}) => {
  const known = JSON.parse(signedNews(secret, "bounced", told, now - 1000).body) as {
    data: object;
  };
  return JSON.stringify({ ...known, ...change, data: { ...known.data, ...data } });
};

test("what a carrier tells is read: which letter, what became of it, when", () => {
  expect(readNews(body({}), now)).toEqual({
    carrierId: "c-1",
    letterId: 7,
    state: "bounced",
    at: now - 1000,
    reason: "550 5.1.1 The mailbox does not exist.",
  });
  expect(readNews(body({ type: "email.delivered" }), now)?.state).toBe("delivered");
  expect(readNews(body({ type: "email.complained" }), now)?.state).toBe("complained");
  expect(readNews(body({ type: "email.suppressed" }), now)?.state).toBe("bounced");
  expect(readNews(body({}, { bounce: { type: "Undetermined" } }), now)).toMatchObject({
    state: "bounced",
    reason: null,
  });
});

test("what is not for us is nothing: a delay, a bounce that may pass, what cannot be read", () => {
  expect(readNews(body({ type: "email.delivery_delayed" }), now)).toBeNull();
  expect(readNews(body({ type: "email.opened" }), now)).toBeNull();
  expect(readNews(body({}, { bounce: { type: "Transient" } }), now)).toBeNull();
  expect(readNews(body({}, { email_id: "" }), now)).toBeNull();
  expect(readNews("{", now)).toBeNull();
  expect(readNews("[]", now)).toBeNull();
});

test("a name or a moment that is none of ours counts for nothing", () => {
  expect(readNews(body({}, { tags: { letter: "7; DROP" } }), now)?.letterId).toBeNull();
  expect(readNews(body({}, { tags: {} }), now)?.letterId).toBeNull();
  expect(readNews(body({ created_at: "2999-01-01T00:00:00Z" }), now)?.at).toBe(now);
  expect(readNews(body({ created_at: "yesterday" }), now)?.at).toBe(now);
});
