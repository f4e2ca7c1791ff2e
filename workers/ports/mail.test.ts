import { afterEach, beforeEach, expect, test } from "vitest";
import { type Doubles, openDoubles } from "#tests/doubles.ts";
import { type Mail, openMail } from "./mail.ts";

let doubles: Doubles;
let mail: Mail;
beforeEach(async () => {
  doubles = await openDoubles();
  mail = openMail({ url: doubles.mailbox.url, token: undefined });
});
afterEach(() => doubles.close());

const letter = { to: "anna@example.org", subject: "Ordine ricevuto", text: "Grazie." };

test("the same letter is handed over once", async () => {
  expect(await mail.send(letter, "order-1")).toBe("taken");
  expect(await mail.send(letter, "order-1")).toBe("taken");
  expect(doubles.mailbox.messages()).toMatchObject([{ ...letter, key: "order-1" }]);
});

test("a letter that nobody can carry is refused for good", async () => {
  expect(await mail.send({ ...letter, to: "nobody" }, "order-2")).toBe("refused");
  await mail.send(letter, "order-3");
  expect(await mail.send({ ...letter, text: "Altro." }, "order-3")).toBe("refused");
});

test("a mail carrier that does not answer is asked again later", async () => {
  const gone = openMail({ url: "http://127.0.0.1:9", token: "t" });
  await expect(gone.send(letter, "order-4")).rejects.toThrow("does not answer");
});
