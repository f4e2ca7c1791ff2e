import { afterAll, beforeAll, expect, test } from "vitest";
import { type Market, openMarket, type Sent, setUp } from "#tests/market.ts";
import { admitMember } from "#tests/members.ts";
import { addPerson, giveRole } from "#tests/signed-in-person.ts";

let market: Market;
beforeAll(async () => {
  market = await openMarket();
  await setUp(market);
});
afterAll(() => market.close());

const read = async (path: string, sent: Sent = {}) =>
  (await market.call<string>("GET", path, sent)).body;
const post = (path: string, sent: Sent, fields: Readonly<Record<string, string>>) =>
  market.call<string>("POST", path, {
    ...sent,
    headers: { ...sent.headers, "Content-Type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams(fields).toString(),
  });

const application = {
  class: "consumer",
  name: "Mario Rossi",
  taxCode: "RSSMRA80A01H501U",
  bornOn: "1980-01-01",
  bornIn: "Roma",
  street: "via Cantarane 27",
  postcode: "37129",
  town: "Verona",
  shares: "2",
  instalments: "1",
};

test("a stranger reads how to join, and is sent to sign in first", async () => {
  const page = await read("/soci");
  expect(page).toContain("Una quota vale 25");
  expect(page).toContain('data-act="sign-in-to-apply"');
  expect(page).not.toContain('data-act="apply"');
});

test("somebody signed in applies on the page, and finds it among their shares", async () => {
  const { sent } = addPerson(market, { name: "Mario Rossi", address: "mario@example.org" });
  const wrong = await post("/soci", sent, { ...application, taxCode: "", key: "a" });
  expect(wrong.status).toBe(422);
  expect(wrong.body).toContain("Scrivi questo dato.");
  expect(wrong.body).toContain("via Cantarane 27");
  const sentOff = await post("/soci", sent, { ...application, key: "b" });
  expect([sentOff.status, sentOff.headers.get("Location")]).toEqual([303, "/soci?inviata=1"]);
  const own = await read("/io/quote", sent);
  expect(own).toContain("in attesa di risposta");
  expect(own).toContain("Ritira la domanda");
});

test("an officer reads in the book who waits, and a member reads names only", async () => {
  const member = await admitMember(market, { name: "Anna Zenti" });
  const officer = addPerson(market, { name: "Capa", address: "capa@example.org" });
  giveRole(market, officer.id, "officer");
  const kept = await read("/soci/libro", officer.sent);
  expect(kept).toContain("Mario Rossi");
  expect(kept).toContain('data-act="decide"');
  const mere = await read("/soci/libro", member.sent);
  expect(mere).toContain("Anna Zenti");
  expect(mere).not.toContain("Mario Rossi");
  expect(mere).not.toContain('data-act="decide"');
});

test("a no without its reason comes back to be completed", async () => {
  const officer = addPerson(market, { name: "Altra", address: "altra@example.org" });
  giveRole(market, officer.id, "officer");
  const [id] = market.database
    .prepare("SELECT id FROM member WHERE decision IS NULL")
    .pluck()
    .all([]);
  const path = `/soci/libro/${String(id)}/risposta`;
  const refused = await post(path, officer.sent, {
    asks: "in",
    verdict: "no",
    words: "",
    key: "c",
  });
  expect(refused.status).toBe(422);
  expect(refused.body).toContain("Con un no serve il perché.");
});

test("a member sees what is late, when they vote, and may ask to leave", async () => {
  const late = await admitMember(market, { name: "Bruno", isPaid: false, days: 40 });
  const page = await read("/io/quote", late.sent);
  expect(page).toContain("Una rata è scaduta");
  expect(page).toContain("Voti dal");
  const left = await post(`/io/quote/${late.memberId}/richiesta`, late.sent, {
    kind: "exit-asked",
    key: "d",
  });
  expect([left.status, left.headers.get("Location")]).toEqual([303, "/io/quote?fatto=1"]);
  expect(await read("/io/quote", late.sent)).toContain("Hai chiesto di uscire.");
});

test("a member takes further shares on the page, and sees what is due by when", async () => {
  const { memberId, sent } = await admitMember(market, { name: "Carlo" });
  const path = `/io/quote/${memberId}/quote`;
  const wrong = await post(path, sent, { shares: "mezza", instalments: "2", key: "e" });
  expect([wrong.status, wrong.body.includes('value="mezza"')]).toEqual([422, true]);
  const long = await post(path, sent, { shares: "1", instalments: "13", key: "f" });
  expect([long.status, long.body.includes(`more-parts-${memberId}-error`)]).toEqual([422, true]);
  const taken = await post(path, sent, { shares: "2", instalments: "2", key: "g" });
  expect([taken.status, taken.headers.get("Location")]).toEqual([303, "/io/quote?fatto=1"]);
  const page = await read("/io/quote", sent);
  expect(page).toContain("Rate da versare");
  expect(page).toContain("mancano 50,00");
});

test("shares are offered, accepted and answered on pages", async () => {
  const giver = await admitMember(market, { name: "Dino", shares: 2 });
  const taker = await admitMember(market, { name: "Elsa" });
  const no = market.database
    .prepare("SELECT book_no FROM member WHERE id = ?")
    .pluck()
    .all([taker.memberId]);
  const path = `/io/quote/${giver.memberId}/cessioni`;
  const nobody = await post(path, giver.sent, { to: "999999", shares: "1", key: "h" });
  expect([nobody.status, nobody.body.includes(`give-to-${giver.memberId}-error`)]).toEqual([
    422,
    true,
  ]);
  const asked = await post(path, giver.sent, { to: String(no[0]), shares: "1", key: "i" });
  expect(asked.status).toBe(303);
  expect(await read("/io", taker.sent)).toContain("Dino vuole cederti 1 quota.");
  expect(await read("/io/quote", giver.sent)).toContain("Manca il sì di chi le riceve.");
  const page = await read("/io/quote", taker.sent);
  const [, transfer = ""] = /\/io\/quote\/cessioni\/([0-9a-z]{26})/.exec(page) ?? [];
  const answer = `/io/quote/cessioni/${transfer}`;
  const yes = await post(answer, taker.sent, { verdict: "accepted", key: "j" });
  expect(yes.status).toBe(303);
  expect(await read("/io/quote", taker.sent)).toContain("Hai detto di sì.");
  const up = await post(answer, giver.sent, { verdict: "withdrawn", key: "k" });
  expect(up.status).toBe(303);
  expect(await read("/io/quote", giver.sent)).not.toContain("Vuoi cedere");
});

test("who is suspended reads why, and answers the board in words", async () => {
  const { memberId, sent } = await admitMember(market, { name: "Furio", isSuspended: true });
  expect(await read("/io", sent)).toContain("La tua iscrizione a socio è sospesa");
  expect(await read("/io/quote", sent)).toContain("un caso previsto dallo statuto");
  const path = `/io/quote/${memberId}/richiesta`;
  const empty = await post(path, sent, { kind: "replied", words: "", key: "l" });
  expect([empty.status, empty.body.includes("Scrivi la tua risposta.")]).toEqual([422, true]);
  const done = await post(path, sent, { kind: "replied", words: "Ho già pagato.", key: "m" });
  expect(done.status).toBe(303);
  expect(await read("/io", sent)).not.toContain("La tua iscrizione a socio è sospesa");
  expect(await read("/io/quote", sent)).toContain("Hai risposto il");
  const officer = addPerson(market, { name: "Terza", address: "terza@example.org" });
  giveRole(market, officer.id, "officer");
  const book = await read("/soci/libro", officer.sent);
  expect(book).toContain("Risponde alla sospensione");
  expect(book).toContain("Ho già pagato.");
});

test("who acts for no firm is asked for nothing of firms", async () => {
  const { sent } = addPerson(market, { name: "Zoe Sala", address: "zoe@example.org" });
  const page = await read("/soci", sent);
  expect(page).toContain('<option value="consumer" selected');
  expect(page).not.toContain('name="representedBy"');
  expect(page).not.toContain('name="enterpriseId"');
});

test("who acts for a firm applies for it, with how many members it has", async () => {
  const owner = addPerson(market, { name: "Ugo Fasoli", address: "ugo@example.org" });
  const enterprise = "01jz9x0000000000000000c0e1";
  market.database.exec(`INSERT INTO enterprise (id, name, slug, town, land, lead_days, sale_mode,
    created_at) VALUES ('${enterprise}', 'Cantina', 'cantina', 'Verona', 'citta', 1, 'agency', 0)`);
  giveRole(market, owner.id, "producer", enterprise);
  expect(await read("/soci", owner.sent)).toContain('name="ownMembers"');
  const firm = { ...application, class: "producer", name: "Cantina", taxCode: "90000010968" };
  const rest = { bornOn: "", bornIn: "", representedBy: "Ugo Fasoli", enterpriseId: enterprise };
  const none = await post("/soci", owner.sent, { ...firm, ...rest, ownMembers: "x", key: "n" });
  expect([none.status, none.body.includes("ownMembers-error")]).toEqual([422, true]);
  const sentOff = await post("/soci", owner.sent, { ...firm, ...rest, ownMembers: "24", key: "o" });
  expect(sentOff.status).toBe(303);
  const [own] = market.database
    .prepare("SELECT own_members FROM member WHERE enterprise_id = ?")
    .pluck()
    .all([enterprise]);
  expect(own).toBe(24);
});
