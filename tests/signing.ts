import type { Keyring } from "#host/passkeys/keyring.ts";
import type { Got, Sent } from "./market.ts";

/** How a test asks the API, in process or over HTTP. */
export type Call = <T = Record<string, unknown>>(
  method: string,
  path: string,
  sent?: Sent,
) => Promise<Got<T>>;

let callsMade = 0;

/** Signs what needs a passkey with the keys at hand, as the people in question would. */
export function signing(call: Call, keys: Keyring): Call {
  return async <T>(method: string, path: string, sent: Sent = {}): Promise<Got<T>> => {
    const asked = { ...sent, key: sent.key ?? `key-${++callsMade}` };
    const got = await call<T>(method, path, asked);
    if (got.status !== 403 || sent.unsigned === true) return got;
    const assertion = await keys.answer(got.body as object);
    if (assertion === null) return got;
    const headers = { ...sent.headers, "Passkey-Assertion": assertion };
    return call<T>(method, path, { ...asked, headers });
  };
}

/** What the set-up of a network gives its first officer. */
export interface FirstSecrets {
  readonly token: string;
  readonly invitation: string;
}

/** Gives the first officer a passkey, which signs what is called from then on. */
export async function enrolFirst(
  { call, keys }: { readonly call: Call; readonly keys: Keyring },
  token: string,
  invitation: string,
): Promise<void> {
  const ask = async (path: string, body: object) => {
    const got = await call("POST", `/api/v1${path}`, { token, body });
    if (got.status > 201) throw new Error(`${path}: ${got.status} ${JSON.stringify(got.body)}`);
    return got.body;
  };
  await keys.enrol(ask, invitation, "Prima responsabile");
}
