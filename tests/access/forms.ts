import { OWNERSHIPS, type Column, type Row } from "./row.ts";
import { ask } from "./judge.ts";
import type { World } from "./world.ts";

/** Readers who between them come to every form. */
const READERS: readonly Column[] = ["anonymous", "link", "household", "member", "officer", "hub"];

/** Forms that only set something: sent twice, they change nothing the second time. */
const SETS = [/^\/cassetta$/, /^\/ordini\/[^/]+\/righe$/];

/** What is amiss with the forms that a row shows, or gives back. */
export async function formFaults(world: World, tried: Row): Promise<readonly string[]> {
  const row = withKey(tried);
  const faults = new Set<string>();
  for (const column of READERS) {
    for (const ownership of OWNERSHIPS) {
      const { status, body } = await ask(world, { row, column, ownership });
      const page: unknown = body;
      if (typeof page !== "string" || !page.startsWith("<!doctype html>")) continue;
      for (const fault of [...keyless(page), ...unheard(page, status)]) faults.add(fault);
    }
  }
  return [...faults];
}

/** As a page sends it: a form that is given back to be signed keeps the key that it came with. */
function withKey(row: Row): Row {
  const { form } = row;
  if (form === undefined) return row;
  return { ...row, form: (things) => ({ key: "the-key-of-a-form", ...form(things) }) };
}

/** Forms that do something and have no key: sent twice, they would do it twice. */
function keyless(page: string): readonly string[] {
  const forms = [...page.matchAll(/<form([^>]*method="post"[^>]*)>(.*?)<\/form>/gs)];
  return forms.flatMap(([, tag = "", fields = ""]) => {
    const action = / action="([^"]*)"/.exec(tag)?.[1] ?? "";
    const isSet = SETS.some((path) => path.test(action.replace(/^\/en(?=\/)/, "")));
    return isSet || fields.includes('name="key"') ? [] : [`no key: ${action}`];
  });
}

/** A form that was refused is given back with why, where it is heard at once. */
function unheard(page: string, status: number): readonly string[] {
  if (status !== 422) return [];
  const isHeard = /role="alert"/.test(page);
  const hasFocus = /autofocus/.test(page);
  return [
    ...(isHeard ? [] : ["refused, and not said aloud"]),
    ...(hasFocus ? [] : ["refused, and the focus is elsewhere"]),
    ...(page.includes("<title>Errore: ") ? [] : ["refused, and the title does not say so"]),
  ];
}
