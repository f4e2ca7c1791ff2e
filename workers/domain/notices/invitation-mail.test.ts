import { expect, test } from "vitest";
import { invitationMail } from "./invitation-mail.ts";
import { letterText } from "./letter-sheet.ts";

const sheet = { networkName: "Filiera Veronetta", link: "https://f.example/invito/a", code: null };

test("an invitation greets its reader, says for how long it is good, and holds the way in", () => {
  const text = letterText(invitationMail("it", "Nadia"), sheet);
  expect(text).toContain("Ciao Nadia,");
  expect(text).toContain("https://f.example/invito/a");
  expect(text).toContain("vale tre giorni e una volta sola");
  expect(letterText(invitationMail("en", "Nadia"), sheet)).toContain(
    "good for three days, and once",
  );
});
