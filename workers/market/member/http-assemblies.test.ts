import { afterAll, beforeAll, expect, test } from "vitest";
import { id, type ProposalId } from "#domain/kernel/ids.ts";
import { textsFor } from "#frontend/texts/texts.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { admitMember } from "#tests/members.ts";
import { discussedProposal } from "#tests/proposals.ts";
import { addPasskey } from "#tests/signed-in.ts";
import { addPerson, giveRole } from "#tests/signed-in-person.ts";
import { calledFrom, NOTHING_TYPED, typedAgain } from "./http-assembly-form.ts";

const t = textsFor("it");
const typed = {
  ...NOTHING_TYPED,
  title: "Assemblea di dicembre",
  place: "Casa Comune",
  first: "2026-12-05 18:30",
  second: "2026-12-06 9.00",
  agenda: "Bilancio\n\nNuova quota di rete #12",
};
const twelve = { id: id<ProposalId>("a".repeat(26)), number: 12 };

const named = { proposals: [twelve], general: null };

let market: Market;
let officer: string;
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
  await admitMember(market, { name: "Ada" });
  const { id: person, sent } = addPerson(market, { name: "Rita", address: "rita@example.org" });
  giveRole(market, person, "officer");
  const session = (sent.headers?.["Cookie"] ?? "").split("=")[1] ?? "";
  const added = await addPasskey(market, session);
  officer = `${(sent.headers?.["Cookie"] ?? "").split("=")[0]}=${added.session}`;
});
afterAll(() => market.close());

const post = (path: string, form: Record<string, string>, Cookie: string | null = officer) =>
  market.call<string>("POST", path, {
    body: new URLSearchParams({ ...form, key: `key-${path}` }).toString(),
    headers: {
      ...(Cookie === null ? {} : { Cookie }),
      "Content-Type": "application/x-www-form-urlencoded",
      "Sec-Fetch-Site": "same-origin",
    },
  });

test("what was typed becomes a convocation, and can be typed again", () => {
  const read = calledFrom(t, typed, named);
  expect(read).toMatchObject({
    called: {
      agenda: [
        { title: "Bilancio", proposalId: null },
        { title: "Nuova quota di rete", proposalId: twelve.id },
      ],
    },
  });
  if ("errors" in read) throw new Error("it was read");
  expect(typedAgain(read.called, [twelve], null)).toEqual({
    ...typed,
    second: "2026-12-06 09:00",
    agenda: "Bilancio\nNuova quota di rete #12",
  });
});

test.each([
  ["first", { first: "sabato" }],
  ["first", { first: "2026-12-05 25:00" }],
  ["second", { second: "poi" }],
  ["title", { title: "" }],
  ["link", { link: "http://example.org" }],
  ["agenda", { agenda: "Quota #13" }],
  ["general", { kind: "separate", general: "4" }],
  ["delegates", { delegates: "molti" }],
])("what cannot be read is pointed at: %s", (field, change) => {
  expect(calledFrom(t, { ...typed, ...change }, named)).toMatchObject({ errors: [{ field }] });
});

test("an officer prepares an assembly on its page, and signs its convocation", async () => {
  const wrong = await post("/assemblee", { ...typed, first: "presto", agenda: "Bilancio" });
  expect(wrong.status).toBe(422);
  expect(wrong.body).toContain("Scrivi giorno e ora così");
  const made = await post("/assemblee", { ...typed, agenda: "Bilancio" });
  expect([made.status, made.headers.get("Location")]).toEqual([303, "/assemblee/1"]);
  const sign = await post("/assemblee/1/convocazione", {});
  expect(sign.status).toBe(403);
  expect(sign.body).toContain("Mandi a tutti i soci la convocazione: Assemblea di dicembre");
});

test("nobody else learns from a number of the agenda what is in preparation", async () => {
  const { number } = await discussedProposal(market);
  for (const path of ["/assemblee", "/assemblee/1"]) {
    for (const asked of [number, 999]) {
      const answer = await post(path, { ...typed, agenda: `Quota #${asked}` }, null);
      const said = [answer.status, answer.headers.get("Location")];
      expect([path, asked, ...said]).toEqual([path, asked, 303, "/accedi"]);
    }
  }
});
