import { makeIds } from "#ports/ids.ts";
import { instant } from "#domain/kernel/instant.ts";
import type { Got, Market, Sent } from "./market.ts";

/** Somebody of the network, signed in where they made their passkey. */
export interface Signed {
  readonly id: string;
  readonly cookie: string;
}

/** What a person of the network looks like to officers. */
export interface PersonSeen {
  readonly id: string;
  readonly state: string;
  readonly passkeys: number;
  readonly roles: readonly { readonly id: string; readonly role: string }[];
}

interface Linked {
  readonly link: { readonly path: string; readonly words: readonly string[] } | null;
}

/** Path and secret of the link in the newest letter of a kind to an address. */
export function linkTo(market: Market, to: string, kind: string): string {
  const [stored] = market.database
    .prepare("SELECT words FROM letter WHERE recipient = ? AND kind = ? ORDER BY id DESC LIMIT 1")
    .pluck()
    .all([to, kind]);
  const { link } = JSON.parse(String(stored)) as Linked;
  if (link === null) throw new Error(`the letter to ${to} has no link`);
  const ids = makeIds(instant(market.time.now), market.env.SECRET_KEY);
  return link.path + ids.derived(...link.words);
}

/** The digits in the newest letter to an address. */
export function codeTo(market: Market, to: string): string {
  const [stored] = market.database
    .prepare("SELECT words FROM letter WHERE recipient = ? ORDER BY id DESC LIMIT 1")
    .pluck()
    .all([to]);
  const { code } = JSON.parse(String(stored)) as { code: { words: string[] } };
  return makeIds(instant(0), market.env.SECRET_KEY).derivedCode(...code.words);
}

/** Invites somebody as an officer does; anything but 201 is a failure. */
export async function invite(
  market: Market,
  sent: Sent,
  person: { readonly name: string; readonly email: string; readonly roles?: readonly object[] },
): Promise<PersonSeen> {
  const got = await market.call<PersonSeen>("POST", "/api/v1/people", { ...sent, body: person });
  if (got.status !== 201) throw new Error(`invite: ${got.status} ${JSON.stringify(got.body)}`);
  return got.body;
}

/** Opens an invitation's link and makes a passkey; gives the session that comes with it. */
export async function accept(market: Market, link: string, name = "Telefono"): Promise<Signed> {
  const secret = link.slice(link.lastIndexOf("/") + 1);
  let last: Got | null = null;
  const ask = async (path: string, body: object) => {
    last = await market.call("POST", `/api/v1${path}`, { body });
    if (last.status > 201) throw new Error(`${path}: ${JSON.stringify(last.body)}`);
    return last.body;
  };
  await market.keys.enrol(ask, secret, name);
  const { body, headers } = last as unknown as Got<{ readonly personId: string }>;
  const cookie = /__Host-sessione=[^;]+/.exec(headers.get("Set-Cookie") ?? "")?.[0] ?? "";
  return { id: body.personId, cookie };
}

/** A person with these roles and a passkey, invited by who holds the token. */
export async function personWith(
  market: Market,
  token: string,
  { email, roles = [] }: { readonly email: string; readonly roles?: readonly string[] },
): Promise<Signed> {
  const name = email.split("@")[0] ?? email;
  const given = roles.map((role) => ({ role, subject: "" }));
  await invite(market, { token }, { name, email, roles: given });
  return accept(market, linkTo(market, email, "invitation"));
}

/** Sends as somebody in their browser. */
export function as({ cookie }: Signed, sent: Sent = {}): Sent {
  return { ...sent, headers: { ...sent.headers, Cookie: cookie } };
}

/** Time goes by, and somebody goes on using the browser they are signed in with. */
export function stayIn(market: Market, { id }: Signed): void {
  const { now } = market.time;
  market.database
    .prepare("UPDATE session SET started_at = ?, seen_at = ? WHERE person_id = ?")
    .run([now, now, id]);
}
