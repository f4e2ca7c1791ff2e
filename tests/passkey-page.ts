import {
  type SoftwarePasskey,
  softwarePasskey,
  travelling,
} from "#host/passkeys/software-passkey.ts";
import type { Market } from "./market.ts";
import { type Page, Reader, said } from "./reader.ts";
import type { FirstSecrets } from "./signing.ts";

/** A page's form that a passkey answers, as its script would find it. */
export interface AskingForm {
  readonly action: string;
  /** Hidden fields, in their order. */
  readonly fields: Readonly<Record<string, string>>;
  readonly challenge: string;
  readonly rpId: string;
  /** The credentials that are asked for; none where the device is to choose. */
  readonly credentialIds: readonly string[];
}

const ORIGIN = "http://localhost:8787";

/** @throws when the page asks for no passkey. */
export function askingForm({ html }: Page): AskingForm {
  const form = /<form[^>]*data-passkey="[^"]*"[^>]*>.*?<\/form>/s.exec(html)?.[0];
  if (form === undefined) throw new Error("the page asks for no passkey");
  const asked = JSON.parse(plain(/data-asked="([^"]*)"/.exec(form)?.[1] ?? "{}")) as {
    readonly challenge: string;
    readonly rpId?: string;
    readonly rp?: { readonly id: string };
    readonly allowCredentials?: readonly { readonly id: string }[];
  };
  const fields = [
    ...form.matchAll(/<input type="hidden" name="([^"]*)" value(?:="([^"]*)")?/g),
  ].map(([, name = "", value = ""]) => [plain(name), plain(value)] as const);
  return {
    action: /action="([^"]*)"/.exec(form)?.[1] ?? "",
    fields: Object.fromEntries(fields),
    challenge: asked.challenge,
    rpId: asked.rpId ?? asked.rp?.id ?? "",
    credentialIds: (asked.allowCredentials ?? []).map(({ id }) => id),
  };
}

/** Makes a passkey with the form of a page, as its script and a device would. */
export async function makePasskey(reader: Reader, page: Page, name: string) {
  const form = askingForm(page);
  const passkey = await softwarePasskey();
  const response = JSON.stringify(await passkey.enrol({ ...form, origin: ORIGIN }));
  const got = await reader.post(form.action, { ...form.fields, name, response });
  return { passkey, got, fields: { ...form.fields, name, response } };
}

/** Signs the form of a page. */
export async function sign(reader: Reader, page: Page, passkey: SoftwarePasskey) {
  const form = askingForm(page);
  const assertion = travelling(await passkey.sign({ ...form, origin: ORIGIN }));
  return reader.post(form.action, { ...form.fields, assertion });
}

/** A browser in which an invited person has just made a passkey. */
export async function invitedReader(market: Pick<Market, "env">, invitation: string) {
  const reader = new Reader(market.env);
  await reader.get(`/invito/${invitation}`);
  const { passkey } = await makePasskey(reader, await reader.get("/invito"), "Telefono");
  return { reader, passkey };
}

/** A network that was just set up: the way in of its first officer. */
export async function firstInvitation(market: Market): Promise<string> {
  const token = market.env.SETUP_TOKEN ?? "";
  const body = { name: "Rete di Veronetta", rules: {} };
  const set = await market.call<FirstSecrets>("PUT", "/api/v1/network", { token, body });
  return set.body.invitation;
}

/** What a reader without scripts sees: hidden parts are not there. */
export function saidWithoutScripts(page: Page): string {
  const scripted = /<div class="stack" data-scripted.*?(?=<div data-when="without")/gs;
  const html = page.html.replaceAll(scripted, "");
  return said({ ...page, html: html.replaceAll(/<p [^>]*\shidden[^>]*>[^<]*<\/p>/g, "") });
}

function plain(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
}
