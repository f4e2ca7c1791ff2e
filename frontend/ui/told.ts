import type { Texts } from "#frontend/texts/texts.ts";

/** What people of the network wrote is in its own language, whatever the page around it speaks. */
const OWN = "it";

/** The attribute that says so to who hears the page; none where the page speaks the same. */
export function toldIn({ lang }: Pick<Texts, "lang">): { readonly lang?: string } {
  return lang === OWN ? {} : { lang: OWN };
}
