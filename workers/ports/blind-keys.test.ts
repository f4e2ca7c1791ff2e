import { RSABSSA } from "@cloudflare/blindrsa-ts";
import { beforeAll, describe, expect, test } from "vitest";
import { importPublic, type MadeBlindKey, openBlindKeys } from "./blind-keys.ts";

const keys = openBlindKeys("a secret of at least thirty-two characters");
const suite = RSABSSA.SHA384.PSS.Randomized();
const vote = "01HBOARD|1";

let key: MadeBlindKey;
beforeAll(async () => {
  key = await keys.make(vote);
});

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** What a browser does: blinds, has it signed, and takes the blinding away. */
async function tokenOf(message: string, signer = keys) {
  const publicKey = await importPublic(key.modulus);
  const prepared = suite.prepare(new TextEncoder().encode(message));
  const { blindedMsg, inv } = await suite.blind(publicKey, prepared);
  const signed = await signer.sign(vote, key, hex(blindedMsg));
  const bytes = Uint8Array.from(Buffer.from(signed ?? "", "hex"));
  const signature = hex(await suite.finalize(publicKey, prepared, bytes, inv));
  return { prefix: hex(prepared.subarray(0, 32)), message, signature, blinded: hex(blindedMsg) };
}

describe("a key of a blind vote", () => {
  test("signs a token that it never saw", async () => {
    const { blinded, ...token } = await tokenOf("01HBOARD|1|tracker");
    expect(await keys.isSigned(key.modulus, token)).toBe(true);
    expect(blinded).not.toContain(token.signature.slice(0, 16));
  });

  test("signs one blinded message the same way always: a lost answer is no lost vote", async () => {
    const blinded = `00${"17".repeat(255)}`;
    expect(await keys.sign(vote, key, blinded)).toBe(await keys.sign(vote, key, blinded));
  });

  test("does not pass for a signature of anything else", async () => {
    const { blinded: _, ...token } = await tokenOf("01HBOARD|1|tracker");
    const other = await keys.make("01HOTHER|1");
    const changed = { ...token, message: "01HBOARD|1|another" };
    const swapped = { ...token, prefix: "00".repeat(32) };
    const bent = { ...token, signature: token.signature.replace(/^../, "00") };
    for (const forged of [changed, swapped, bent, { ...token, signature: key.modulus }]) {
      expect(await keys.isSigned(key.modulus, forged)).toBe(false);
    }
    expect(await keys.isSigned(other.modulus, token)).toBe(false);
  });

  test("does not sign what is no number below it", async () => {
    expect(await keys.sign(vote, key, key.modulus)).toBeNull();
    expect(await keys.sign(vote, key, "17")).toBeNull();
  });

  test("opens for its own vote and with the network's secret only", async () => {
    const blinded = `00${"17".repeat(255)}`;
    const elsewhere = openBlindKeys("another secret of thirty-two characters");
    await expect(elsewhere.sign(vote, key, blinded)).rejects.toThrow("does not open");
    await expect(keys.sign("01HOTHER|1", key, blinded)).rejects.toThrow("does not open");
    expect(key.lockedKey).not.toContain(key.modulus.slice(0, 20));
  });
});
