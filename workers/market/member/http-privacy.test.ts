import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { SESSION_COOKIE } from "#market/edge/credentials.ts";
import { type Market, openMarket, setUp } from "#tests/market.ts";
import { askingForm, firstInvitation, makePasskey, sign } from "#tests/passkey-page.ts";
import { hidden, Reader, said } from "#tests/reader.ts";
import { addPerson, giveRole, type SignedInPerson } from "#tests/signed-in-person.ts";

let market: Market;
beforeEach(async () => {
  market = await openMarket();
});
afterEach(() => market.close());

/** Somebody without a passkey, in their browser, just after their code. */
function anna(): { person: SignedInPerson; reader: Reader } {
  const person = addPerson(market, { name: "Anna Zenti", address: "anna@example.org" });
  const reader = new Reader(market.env);
  const secret = /=(.*)$/.exec(person.sent.headers?.["Cookie"] ?? "")?.[1] ?? "";
  reader.cookies.set(SESSION_COOKIE, secret);
  return { person, reader };
}

describe("the page on privacy", () => {
  test("says who answers, what is kept, and for how long, in the rules of today", async () => {
    await setUp(market, { "guest-contact-days": "45" });
    const page = await new Reader(market.env).get("/riservatezza");
    expect([page.status, page.headers.get("Cache-Control")]).toEqual([200, "public, no-cache"]);
    const words = said(page);
    expect(words).toContain("Titolare dei dati è Rete di Veronetta");
    expect(words).toContain("45 giorni");
    expect(words).toContain("codice civile art. 2220");
    expect(words).toContain("mai il nome o l’indirizzo delle famiglie");
  });

  test("says so where the network lets producers read names", async () => {
    await setUp(market, { "producer-sees-names": "yes" });
    const page = await new Reader(market.env).get("/riservatezza");
    expect(said(page)).toContain("Le aziende vedono il nome di chi ordina da loro");
  });

  test("is linked from the foot of every page", async () => {
    const page = await new Reader(market.env).get("/");
    expect(page.html).toContain('href="/riservatezza"');
  });
});

describe("the page of one's own data", () => {
  test("asks a stranger in", async () => {
    const page = await new Reader(market.env).get("/io/dati");
    expect([page.status, page.location]).toEqual([303, "/accedi?poi=%2Fio%2Fdati"]);
  });

  test("switches what is optional on and off, without scripts", async () => {
    const { reader } = anna();
    const page = await reader.get("/io/dati");
    expect(page.html).toContain('href="/api/v1/me/export"');
    const form = { purpose: "reminders", version: "1" };
    const key = hidden(page, "key");
    const on = await reader.postAndFollow("/io/dati/consensi", { ...form, key, given: "yes" });
    expect(said(on)).toContain("la tua scelta vale da adesso");
    expect(said(on)).toContain("Disattiva");
    const off = { ...form, key: hidden(on, "key"), given: hidden(on, "given") };
    expect(off.given).toBe("no");
    expect(said(await reader.postAndFollow("/io/dati/consensi", off))).toContain("spento");
  });

  test("takes no purpose that there is not, and none that cannot be switched", async () => {
    const { reader } = anna();
    const form = { version: "1", given: "no" };
    const post = (purpose: string) => reader.post("/io/dati/consensi", { ...form, purpose });
    expect((await post("advertising")).status).toBe(422);
    expect(said(await post("books"))).toContain("fa parte del servizio");
  });

  test("erases its person, says what stays, and signs them out", async () => {
    const { person, reader } = anna();
    const key = hidden(await reader.get("/io/dati"), "key");
    const gone = await reader.post("/io/dati/cancellazione", { key });
    expect([gone.status, said(gone).includes("I tuoi dati sono cancellati")]).toEqual([200, true]);
    expect(said(gone)).toContain("codice civile art. 2220");
    expect(gone.html).not.toContain("Anna Zenti");
    expect((await reader.get("/io/dati")).status).toBe(303);
    const left = market.database.prepare("SELECT erased_at > 0 FROM person WHERE id = ?");
    expect(left.pluck().all([person.id])).toEqual([1]);
  });

  test("asks who has a passkey to sign their end with it", async () => {
    const invitation = await firstInvitation(market);
    const reader = new Reader(market.env);
    await reader.get(`/invito/${invitation}`);
    const { passkey } = await makePasskey(reader, await reader.get("/invito"), "Telefono");
    const key = hidden(await reader.get("/io/dati"), "key");
    const asked = await reader.post("/io/dati/cancellazione", { key });
    expect(asked.status).toBe(403);
    expect(said(asked)).toContain("Cancella per sempre i miei dati");
    expect(askingForm(asked).action).toBe("/io/dati/cancellazione");
    // The only officer of a network stays: everybody else's access hangs on them.
    const kept = await sign(reader, asked, passkey);
    expect([kept.status, said(kept).includes("un altro responsabile")]).toEqual([422, true]);
    addOfficer();
    const again = { key: hidden(kept, "key") };
    const signed = await sign(reader, await reader.post("/io/dati/cancellazione", again), passkey);
    expect([signed.status, said(signed).includes("Grazie")]).toEqual([200, true]);
  });
});

/** Another officer, with a passkey of their own. */
function addOfficer(): void {
  const { id } = addPerson(market, { name: "Bruno Avesani", address: "bruno@example.org" });
  giveRole(market, id, "officer");
  market.database
    .prepare(
      `INSERT INTO passkey (id, person_id, credential_id, public_key, counter, transports, name,
        added_at)
        VALUES ('k', ?, 'a credential of bruno', 'a key of bruno himself', 0, '[]', 'x', 1)`,
    )
    .run([id]);
}
