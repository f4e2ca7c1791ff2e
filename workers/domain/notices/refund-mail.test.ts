import { expect, test } from "vitest";
import { cents } from "#domain/kernel/money.ts";
import { refundRefusedMail } from "./refund-mail.ts";

const refund = { code: "AB12CD34", amountCents: cents(340) };

test("whose card took nothing back reads how much is theirs, and where to have it", () => {
  const { subject, pieces } = refundRefusedMail("it", refund);
  expect(subject).toBe("Ordine AB12CD34: i soldi tornano in un altro modo");
  const said = JSON.stringify(pieces).replaceAll("\u00a0", " ");
  expect(said).toContain('["Ti spettano","3,40 €"]');
  expect(said).toContain("al punto di ritiro, o con un bonifico");
});

test("in English too", () => {
  const { subject, pieces } = refundRefusedMail("en", refund);
  expect(subject).toBe("Order AB12CD34: your money comes back another way");
  expect(JSON.stringify(pieces)).toContain("takes no money back");
});
