import { randomUUID } from "node:crypto";
import { type KeptPasskey, softwarePasskey, travelling } from "#host/passkeys/software-passkey.ts";

/** What came of signing somebody in: the browser's way on, or the market's "no". */
export type CameIn =
  | { readonly ok: true; readonly answer: Response }
  | { readonly ok: false; readonly code: string };

/** Where everybody arrives: their own page, which says what they may do. */
const ARRIVAL = "/io";

/**
 * Signs the browser of `request` in with a kept passkey, through the market's public API: the
 * cookies that the market sets are passed on, those that the browser has are shown to it.
 * @param url the market's address on `localhost`.
 */
export async function comeIn(request: Request, url: string, kept: KeptPasskey): Promise<CameIn> {
  const ask = asker(request, url);
  const asked = await ask("/sign-in-challenges", {});
  const { challenge, rpId } = (await asked.json()) as { challenge: string; rpId: string };
  const passkey = await softwarePasskey(kept, "does not count");
  const signed = travelling(await passkey.sign({ challenge, rpId, origin: url }));
  const answered = await ask("/sessions", { "Passkey-Assertion": signed });
  if (answered.status !== 201) {
    const { code } = (await answered.json()) as { code?: unknown };
    return { ok: false, code: String(code) };
  }
  await answered.body?.cancel();
  const headers = new Headers({ location: ARRIVAL, "cache-control": "no-store" });
  for (const cookie of answered.headers.getSetCookie()) headers.append("set-cookie", cookie);
  return { ok: true, answer: new Response(null, { status: 303, headers }) };
}

function asker(request: Request, url: string) {
  const common = {
    "Content-Type": "application/json",
    Origin: url,
    Cookie: request.headers.get("cookie") ?? "",
    // The session's owner sees in which browser it is.
    "User-Agent": request.headers.get("user-agent") ?? "",
  };
  return (path: string, headers: Readonly<Record<string, string>>) =>
    fetch(`${url}/api/v1${path}`, {
      method: "POST",
      headers: { ...common, ...headers, "Idempotency-Key": randomUUID() },
      body: "{}",
    });
}
