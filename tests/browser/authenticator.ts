import type { CDPSession, Page } from "playwright-core";

/** A device that keeps passkeys, as Chromium imitates one (WebAuthn level 2, §11). */
export interface Authenticator {
  /** Whether its person confirms what they are asked. */
  confirms(does: boolean): Promise<void>;
  /** How many passkeys it keeps. */
  passkeys(): Promise<number>;
  /** Takes the device away from the page. */
  remove(): Promise<void>;
}

/** Puts a device beside a page. */
export async function addAuthenticator(page: Page): Promise<Authenticator> {
  const devices: CDPSession = await page.context().newCDPSession(page);
  await devices.send("WebAuthn.enable", { enableUI: false });
  const { authenticatorId } = await devices.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    confirms: async (isUserVerified) => {
      await devices.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
    },
    passkeys: async () => {
      const { credentials } = await devices.send("WebAuthn.getCredentials", { authenticatorId });
      return credentials.length;
    },
    remove: async () => {
      await devices.send("WebAuthn.removeVirtualAuthenticator", { authenticatorId });
    },
  };
}
