import { isoBase64URL, isoCBOR } from "@simplewebauthn/server/helpers";

/** What a site asks an authenticator to make or to sign, as our API says it. */
export interface Asked {
  /** base64url, as it stands in the options. */
  readonly challenge: string;
  readonly rpId: string;
  readonly origin: string;
  /** False where the device does not ask its person for a finger, a face or a code. */
  readonly isVerified?: boolean;
}

/** A credential that answers as a phone or a security key would, for who has none at hand. */
export interface SoftwarePasskey {
  /** The credential's identifier, base64url. */
  readonly id: string;
  /** The answer to an enrolment: base64url of its JSON. */
  enrol(asked: Asked): Promise<object>;
  /** The answer to an act or a sign-in (WebAuthn level 2, §6.3.3). */
  sign(asked: Asked): Promise<object>;
  /** The private key and the counter, to be kept by a demo. */
  exported(): Promise<KeptPasskey>;
}

export interface KeptPasskey {
  readonly id: string;
  readonly key: JsonWebKey;
  readonly counter: number;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
const ATTESTED = 0x40;
const ES256 = { name: "ECDSA", namedCurve: "P-256" } as const;

/** How an authenticator counts its signatures. */
export type Counting = "counts" | "does not count";

/**
 * Makes a new ES256 key, or takes up one that was kept. One that does not count says 0 each time,
 * as passkeys do that live on several devices (WebAuthn level 2, §6.1.1).
 */
export async function softwarePasskey(
  kept?: KeptPasskey,
  counting: Counting = "counts",
): Promise<SoftwarePasskey> {
  const id = kept?.id ?? isoBase64URL.fromBuffer(crypto.getRandomValues(new Uint8Array(24)));
  const pair = kept === undefined ? await newPair() : null;
  const key = pair?.privateKey ?? (await keptKey(kept as KeptPasskey));
  let counter = kept?.counter ?? 0;
  return {
    id,
    enrol: async (asked) => {
      const client = clientData("webauthn.create", asked);
      const authData = concat(
        await authenticatorData(asked.rpId, USER_PRESENT | USER_VERIFIED | ATTESTED, counter),
        await attestedCredential(id, key),
      );
      return answerOf(id, {
        clientDataJSON: isoBase64URL.fromBuffer(client),
        attestationObject: isoBase64URL.fromBuffer(unattested(authData)),
        transports: ["internal"],
      });
    },
    sign: async (asked) => {
      if (counting === "counts") counter += 1;
      const client = clientData("webauthn.get", asked);
      const authData = await authenticatorData(asked.rpId, presenceOf(asked), counter);
      return answerOf(id, {
        clientDataJSON: isoBase64URL.fromBuffer(client),
        authenticatorData: isoBase64URL.fromBuffer(authData),
        signature: await signatureOf(key, authData, client),
      });
    },
    exported: async () => ({ id, key: await crypto.subtle.exportKey("jwk", key), counter }),
  };
}

async function signatureOf(
  key: CryptoKey,
  authData: Uint8Array<ArrayBuffer>,
  client: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const signed = concat(authData, await sha256(client));
  const raw = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, key, signed);
  return isoBase64URL.fromBuffer(derSignature(new Uint8Array(raw)));
}

function presenceOf({ isVerified = true }: Asked): number {
  return isVerified ? USER_PRESENT | USER_VERIFIED : USER_PRESENT;
}

/** An answer as the API takes it in a header or a field: JSON in base64url. */
export function travelling(answer: object): string {
  return isoBase64URL.fromUTF8String(JSON.stringify(answer));
}

/** An attestation that says nothing of the maker ("none"). */
function unattested(authData: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const said = new Map<string, string | Map<string, string> | Uint8Array<ArrayBuffer>>([
    ["fmt", "none"],
    ["attStmt", new Map<string, string>()],
    ["authData", authData],
  ]);
  return isoCBOR.encode(said);
}

function newPair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(ES256, true, ["sign", "verify"]);
}

function keptKey({ key }: KeptPasskey): Promise<CryptoKey> {
  return crypto.subtle.importKey("jwk", key, ES256, true, ["sign"]);
}

function answerOf(id: string, response: object) {
  return { id, rawId: id, type: "public-key", clientExtensionResults: {}, response };
}

function clientData(type: string, { challenge, origin }: Asked): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

/** The hash of the site, the flags, and a counter of four bytes. */
async function authenticatorData(rpId: string, flags: number, counter: number) {
  const rest = new Uint8Array(5);
  rest[0] = flags;
  new DataView(rest.buffer).setUint32(1, counter);
  return concat(await sha256(new TextEncoder().encode(rpId)), rest);
}

/** An AAGUID of zeros, the identifier, and the public key in COSE (RFC 9053). */
async function attestedCredential(id: string, key: CryptoKey) {
  const { x = "", y = "" } = await crypto.subtle.exportKey("jwk", key);
  const identifier = isoBase64URL.toBuffer(id);
  const head = new Uint8Array(18);
  new DataView(head.buffer).setUint16(16, identifier.length);
  const cose = new Map<number, number | Uint8Array<ArrayBuffer>>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, isoBase64URL.toBuffer(x)],
    [-3, isoBase64URL.toBuffer(y)],
  ]);
  return concat(head, identifier, isoCBOR.encode(cose));
}

/** Two numbers of 32 bytes as ASN.1 DER, which WebAuthn asks for. */
function derSignature(raw: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const parts = [raw.slice(0, 32), raw.slice(32)].map(derInteger);
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return concat(new Uint8Array([0x30, length]), ...parts);
}

function derInteger(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = bytes.slice(first === -1 ? bytes.length - 1 : first);
  const isNegative = (digits[0] ?? 0) >= 0x80;
  const positive = isNegative ? concat(new Uint8Array(1), digits) : digits;
  return concat(new Uint8Array([0x02, positive.length]), positive);
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
}

function concat(...parts: readonly Uint8Array<ArrayBuffer>[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
