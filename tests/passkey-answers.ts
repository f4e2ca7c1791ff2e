import { type Asked, softwarePasskey } from "#host/passkeys/software-passkey.ts";

/** What a new authenticator answers when it is asked to make a passkey. */
export async function enrolmentAnswer(asked: Asked): Promise<object> {
  const passkey = await softwarePasskey();
  return passkey.enrol(asked);
}
