import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import type { PictureFacts } from "./drawings/picture.tsx";
import { picture } from "./drawings/picture.tsx";
import type { PriceFacts } from "./facts.ts";
import { toldIn } from "./told.ts";

/** A product on a shelf, as its crate label tells it. */
export interface ProductCardFacts {
  readonly href: string;
  readonly name: string;
  readonly producer: string;
  readonly town: string;
  readonly picture: PictureFacts;
  readonly price: PriceFacts;
  /** What is in it, or how it is sold: «500 g», «cassa da 10 kg». */
  readonly contents?: string;
  /** One honest line: stock, certification, what is missing. */
  readonly note?: { readonly text: string; readonly missing?: boolean };
}

interface ProductCardProps {
  readonly t: Texts;
  readonly product: ProductCardFacts;
  /** The level of its title under the heading of the shelf. */
  readonly level: 2 | 3;
}

/** The crate label: one link, its whole area touchable. */
export function ProductCard({ t, product, level }: ProductCardProps): VNode {
  const Title = level === 2 ? "h2" : "h3";
  return (
    <li class="label">
      <div>
        {picture(product.picture)}
        <div class="words">
          <Title>
            <a href={product.href} data-act="product" {...toldIn(t)}>
              {product.name}
            </a>
          </Title>
          <p class="small">{t.shop.from(product.producer, product.town)}</p>
          <p class="price">
            <span class="figure">{t.format.money(product.price.cents)}</span>{" "}
            <span>{t.shop.each[product.price.soldBy]}</span>
          </p>
          <Contents t={t} product={product} />
          {product.note === undefined ? null : (
            <p class={product.note.missing === true ? "stock missing" : "stock"}>
              {product.note.text}
            </p>
          )}
        </div>
      </div>
    </li>
  );
}

/** The line is kept even when empty, so that prices stand level along a shelf. */
function Contents({ t, product }: Omit<ProductCardProps, "level">) {
  const { perUnit } = product.price;
  const unitPrice = perUnit === undefined ? [] : [t.format.unitPrice(perUnit.cents, perUnit.unit)];
  const parts = [...(product.contents === undefined ? [] : [product.contents]), ...unitPrice];
  return <p class="small number pack">{parts.join(", ")}</p>;
}
