import {
  type Counting,
  type SoftwarePasskey,
  softwarePasskey,
  travelling,
} from "./software-passkey.ts";

/** What the API says when an act needs a passkey. */
interface Needed {
  readonly code?: unknown;
  readonly challenge?: unknown;
  readonly rpId?: unknown;
  readonly credentialIds?: unknown;
}

/** Sends a request of the enrolment and gives the answer's body. */
export type Ask = (path: string, body: object) => Promise<Readonly<Record<string, unknown>>>;

/** The passkeys of the people for whom a program acts: it signs what they would sign. */
export interface Keyring {
  /** Where its people are, as their browsers say it. */
  readonly origin: string;
  /** Makes a passkey with an invitation. */
  enrol(ask: Ask, invitation: string, name: string): Promise<SoftwarePasskey>;
  /**
   * Signs what a refused request needs, for the `Passkey-Assertion` header; null when it needs
   * something else, or somebody whose key is not here.
   */
  answer(refusal: Needed): Promise<string | null>;
  /** Signs with a passkey that was made elsewhere from now on. */
  keep(passkey: SoftwarePasskey): void;
  keys(): readonly SoftwarePasskey[];
}

/** @param url where the market answers; passkeys of one machine belong to `localhost`. */
export function keyring(url: string, counting: Counting = "counts"): Keyring {
  const { origin } = new URL(url.replace("//127.0.0.1", "//localhost"));
  const keys = new Map<string, SoftwarePasskey>();
  return {
    origin,
    enrol: async (ask, invitation, name) => {
      const { challenge, rpId } = await ask("/passkeys/challenges", { invitation });
      const passkey = await softwarePasskey(undefined, counting);
      const asked = { challenge: String(challenge), rpId: String(rpId), origin };
      const response = await passkey.enrol(asked);
      await ask("/passkeys", { invitation, name, response });
      keys.set(passkey.id, passkey);
      return passkey;
    },
    answer: async ({ code, challenge, rpId, credentialIds }) => {
      if (code !== "passkey-needed" || !Array.isArray(credentialIds)) return null;
      const passkey = credentialIds.map((id) => keys.get(String(id))).find((one) => one);
      if (passkey === undefined) return null;
      const asked = { challenge: String(challenge), rpId: String(rpId), origin };
      return travelling(await passkey.sign(asked));
    },
    keep: (passkey) => void keys.set(passkey.id, passkey),
    keys: () => [...keys.values()],
  };
}
