/**
 * Runs on the pages of a demo, before their own scripts are asked for anything: answers
 * `navigator.credentials` from the demo people's software passkeys, which stay with the host. What
 * the host keeps no key for goes to the browser's own authenticators, as without this script.
 */

interface Made {
  readonly id: string;
  readonly response: Readonly<Record<string, string | readonly string[]>>;
}

const { credentials } = navigator;
const get = credentials.get.bind(credentials);
const create = credentials.create.bind(credentials);

credentials.get = async (options) => {
  const asked = options?.publicKey;
  if (asked === undefined || options?.mediation === "conditional") return get(options);
  const credentialIds = (asked.allowCredentials ?? []).map(({ id }) => base64url(id));
  if (credentialIds.length === 0) return chosenAtTheDesk();
  const told = { challenge: base64url(asked.challenge), rpId: rpIdOf(asked.rpId), credentialIds };
  const made = await ask("/prova/firma", told);
  return made === null ? get(options) : credential(made);
};

credentials.create = async (options) => {
  const asked = options?.publicKey;
  if (asked === undefined) return create(options);
  const name = asked.user.displayName || asked.user.name;
  const told = { challenge: base64url(asked.challenge), rpId: rpIdOf(asked.rp.id), name };
  const made = await ask("/prova/chiave", told);
  return made === null ? create(options) : credential(made);
};

/** Whoever may be anybody picks a person first; this page is left behind. */
function chosenAtTheDesk(): Promise<never> {
  location.assign("/prova");
  return new Promise(() => undefined);
}

function rpIdOf(rpId: string | undefined): string {
  return rpId ?? location.hostname;
}

async function ask(path: string, body: object): Promise<Made | null> {
  const headers = { "Content-Type": "application/json" };
  const answer = await fetch(path, { method: "POST", headers, body: JSON.stringify(body) });
  return answer.ok ? ((await answer.json()) as Made) : null;
}

/** The same shape as the browser's own (WebAuthn level 3, §5.1): texts become bytes. */
function credential(made: Made): Credential {
  const response: Record<string, unknown> = { userHandle: null };
  for (const [name, value] of Object.entries(made.response)) {
    if (typeof value === "string") response[name] = bytes(value);
    else response["getTransports"] = () => value;
  }
  const shown = {
    id: made.id,
    rawId: bytes(made.id),
    type: "public-key",
    authenticatorAttachment: "platform",
    response,
    getClientExtensionResults: () => ({}),
    toJSON: () => made,
  };
  return shown;
}

function base64url(source: BufferSource): string {
  const view = ArrayBuffer.isView(source)
    ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength)
    : new Uint8Array(source);
  const text = Array.from(view, (byte) => String.fromCharCode(byte)).join("");
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function bytes(text: string): ArrayBuffer {
  const decoded = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(decoded, (sign) => sign.charCodeAt(0)).buffer;
}
