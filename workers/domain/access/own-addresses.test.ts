import { expect, test } from "vitest";
import { type EmailId, id } from "#domain/kernel/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import { checkRemoval } from "./own-addresses.ts";

const home = { id: id<EmailId>("01jd3x5k7m9npqrstvwxyz0125"), confirmedAt: instant(5) };
const work = { id: id<EmailId>("01jd3x5k7m9npqrstvwxyz0126"), confirmedAt: instant(6) };
const claimed = { id: id<EmailId>("01jd3x5k7m9npqrstvwxyz0127"), confirmedAt: null };

test("the last confirmed address stays, whatever else was only written down", () => {
  expect(checkRemoval([home, work], home).ok).toBe(true);
  expect(checkRemoval([home, claimed], claimed).ok).toBe(true);
  expect(checkRemoval([home, claimed], home)).toEqual({
    ok: false,
    refusal: { code: "last-address" },
  });
});
