import { frame as frameEn } from "#frontend/texts/en/frame.ts";
import { refusals as refusalsEn } from "#frontend/texts/en/refusals.ts";
import { shop as shopEn } from "#frontend/texts/en/shop.ts";
import type { FrameTexts } from "#frontend/texts/it/frame.ts";
import { frame as frameIt } from "#frontend/texts/it/frame.ts";
import type { RefusalTexts } from "#frontend/texts/it/refusals.ts";
import { refusals as refusalsIt } from "#frontend/texts/it/refusals.ts";
import type { ShopTexts } from "#frontend/texts/it/shop.ts";
import { shop as shopIt } from "#frontend/texts/it/shop.ts";
import type { Format, Lang } from "./format.ts";
import { formatFor } from "./format.ts";

/** Everything a page needs to speak a language: its words by area, and how it writes figures. */
export interface Texts {
  readonly lang: Lang;
  readonly format: Format;
  readonly frame: FrameTexts;
  readonly shop: ShopTexts;
  readonly refusals: RefusalTexts;
}

const texts: Readonly<Record<Lang, Texts>> = {
  it: { lang: "it", format: formatFor("it"), frame: frameIt, shop: shopIt, refusals: refusalsIt },
  en: { lang: "en", format: formatFor("en"), frame: frameEn, shop: shopEn, refusals: refusalsEn },
};

export function textsFor(lang: Lang): Texts {
  return texts[lang];
}
