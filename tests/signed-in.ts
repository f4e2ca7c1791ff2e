import {
  type Asked,
  type SoftwarePasskey,
  softwarePasskey,
  travelling,
} from "#host/passkeys/software-passkey.ts";
import { SESSION_COOKIE } from "#market/edge/credentials.ts";
import { instant } from "#domain/kernel/instant.ts";
import { makeIds, secretDigest } from "#ports/ids.ts";
import type { Got, Market } from "./market.ts";

export const ORIGIN = "http://localhost:8787";

/** What a browser holds after an answer: its session and basket, as they stand in the cookies. */
export function sessionIn(got: Pick<Got, "headers">): string {
  const set = got.headers.getSetCookie().find((one) => one.startsWith(`${SESSION_COOKIE}=`));
  return /=([^;]*)/.exec(set ?? "")?.[1] ?? "";
}

/** What a browser sends along when it is signed in. */
export function cookie(session: string): { readonly Cookie: string } {
  return { Cookie: `${SESSION_COOKIE}=${session}` };
}

/** Asks for a code and reads the letter: the digits are derived as the letter's sender does. */
export async function askCode(market: Market, email: string) {
  const got = await market.call<{ id: string; expiresAt: number }>(
    "POST",
    "/api/v1/sign-in-codes",
    { body: { email } },
  );
  return { id: got.body.id, code: codeIn(market, got.body.id), got };
}

/** The digits of a code, as the letter tells them. */
export function codeIn(market: Pick<Market, "env">, id: string): string {
  const ids = makeIds(instant(0), market.env.SECRET_KEY);
  return ids.derivedCode("sign-in-code", id);
}

/** Digits that are not the code. */
export function otherThan(code: string, by = 1): string {
  return String((Number(code) + by) % 100_000_000).padStart(8, "0");
}

export interface Entered {
  readonly personId: string;
  readonly kind: string;
  readonly basket: string;
}

/** Signs somebody in with a code; gives the answer, the session and who it is. */
export async function enterByCode(
  market: Market,
  email: string,
  headers: Readonly<Record<string, string>> = {},
) {
  const { id, code } = await askCode(market, email);
  const got = await market.call<Entered>("POST", "/api/v1/sessions", {
    body: { codeId: id, code },
    headers,
  });
  return { got, session: sessionIn(got), personId: got.body.personId };
}

/** Adds a passkey to whoever is signed in; the further ones are signed with one they have. */
export async function addPasskey(
  market: Pick<Market, "call" | "keys">,
  session: string,
  name = "Telefono",
) {
  const headers = cookie(session);
  const asked = await market.call("POST", "/api/v1/passkeys/challenges", { headers, body: {} });
  const passkey = await softwarePasskey();
  const { challenge, rpId } = asked.body as { challenge: string; rpId: string };
  const { origin } = market.keys;
  const response = await passkey.enrol({ challenge, rpId, origin });
  const got = await market.call<{ id: string }>("POST", "/api/v1/passkeys", {
    headers,
    body: { name, response },
  });
  return { passkey, got, id: got.body.id, session: sessionIn(got) };
}

/** Asks to sign in and answers with a passkey, changed by whoever attacks. */
export async function answerToSignIn(
  market: Market,
  passkey: Pick<SoftwarePasskey, "sign">,
  changed: Partial<Asked> = {},
): Promise<string> {
  const asked = await market.call("POST", "/api/v1/sign-in-challenges", { body: {} });
  const { challenge, rpId } = asked.body as { challenge: string; rpId: string };
  return travelling(await passkey.sign({ challenge, rpId, origin: ORIGIN, ...changed }));
}

/** Signs in with what a passkey answered. */
export function enterByPasskey(
  market: Market,
  assertion: string,
  sent: { readonly key?: string; readonly headers?: Readonly<Record<string, string>> } = {},
) {
  const { key, headers } = sent;
  return market.call<Entered>("POST", "/api/v1/sessions", {
    ...(key === undefined ? {} : { key }),
    body: {},
    headers: { ...headers, "Passkey-Assertion": assertion },
  });
}

let acts = 0;

/** Does what needs a passkey as its person would: signs with the one given. */
export async function signed(
  market: Market,
  session: string,
  { passkey, deed }: { readonly passkey: SoftwarePasskey; readonly deed: Deed },
) {
  const [method, path, body] = deed;
  const key = `signed-${++acts}`;
  const sent = { key, unsigned: true, ...(body === undefined ? {} : { body }) } as const;
  const asked = await market.call(method, path, { ...sent, headers: cookie(session) });
  const { challenge, rpId } = asked.body as { challenge: string; rpId: string };
  const assertion = travelling(await passkey.sign({ challenge, rpId, origin: ORIGIN }));
  const headers = { ...cookie(session), "Passkey-Assertion": assertion };
  return market.call<{ id: string }>(method, path, { ...sent, headers });
}

/** Method, path and body. */
type Deed = readonly [string, string, object?];

/** A second passkey for somebody who has one, kept under a signature with the first. */
export async function addFurther(market: Market, session: string, first: SoftwarePasskey) {
  const headers = cookie(session);
  // A second key comes later than the first, and is listed after it.
  market.time.now += 1000;
  const asked = await market.call("POST", "/api/v1/passkeys/challenges", { headers, body: {} });
  const { challenge, rpId } = asked.body as { challenge: string; rpId: string };
  const passkey = await softwarePasskey();
  const response = await passkey.enrol({ challenge, rpId, origin: ORIGIN });
  const body = { name: "Chiave di scorta", response };
  const deed = ["POST", "/api/v1/passkeys", body] as const;
  const kept = await signed(market, session, { passkey: first, deed });
  return { asked: asked.body, kept, passkey, session: sessionIn(kept) };
}

/** Somebody signed in as it stands in the database, for tests that are about something else. */
export function addSession(market: Pick<Market, "database" | "time">): string {
  const ids = makeIds(instant(market.time.now), market.time.now.toString().padStart(32, "0"));
  const [person, secret] = [ids.next(), ids.secret()];
  const insert = (sql: string, ...values: (string | number)[]) =>
    market.database.prepare(sql).run(values);
  insert("INSERT INTO person (id, created_at) VALUES (?, 0)", person);
  insert(
    `INSERT INTO session (id, digest, person_id, kind, begun_by, device, started_at, seen_at)
      VALUES (?1, ?2, ?3, 'member', 'passkey', 'test', ?4, ?4)`,
    ids.next(),
    secretDigest(secret),
    person,
    market.time.now,
  );
  return secret;
}
