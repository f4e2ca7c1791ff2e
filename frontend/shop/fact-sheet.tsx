import type { ComponentChildren, VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { toldIn } from "#frontend/ui/told.ts";
import { listHref } from "./list-address.ts";
import type { OfferFacts } from "./offer.ts";
import { contentsOf, quantityWords } from "./offer.ts";
import type { CertificateFacts, ProductFacts } from "./product-facts.ts";

interface IndexProps {
  readonly t: Texts;
  readonly facts: ProductFacts;
}

/** The facts of a product, one a row: origin, allergens, who made it, who vouches for it. */
export function FactSheet({ t, facts }: IndexProps): VNode {
  const say = t.catalogue.product;
  const [offer] = facts.offers;
  return (
    <section aria-labelledby="facts">
      <div class="head">
        <h2 id="facts">{say.facts}</h2>
      </div>
      <ul class="ruled">
        <Fact name={say.delivery}>{t.format.day(facts.deliveryDay)}</Fact>
        <Fact name={t.catalogue.season.label}>{seasonWords(t, facts.season)}</Fact>
        <Fact name={say.contents}>
          {offer.terms.kind === "variable" ? "" : contentsOf(t, offer)}
        </Fact>
        <Fact name={say.stock}>{stockWords(t, offer)}</Fact>
        <Fact name={say.contains}>
          {facts.allergens.length === 0
            ? say.noneAllergens
            : t.format.list(facts.allergens.map((one) => t.catalogue.allergens[one]))}
        </Fact>
        <Fact name={say.ingredients}>{told(t, facts.ingredients)}</Fact>
        <Fact name={say.origin}>{told(t, facts.origin)}</Fact>
        <Fact name={say.maker}>{facts.maker ?? ""}</Fact>
        <Fact name={say.seller}>
          {t.shop.from(offer.seller.name, offer.seller.town)}
          {". "}
          <a
            href={listHref({ producers: [offer.seller.slug], week: offer.week ?? null })}
            data-act="same-producer"
          >
            {say.sameProducer(offer.seller.name)}
          </a>
        </Fact>
        <Fact name={say.vat}>{say.vatIncluded(t.format.percent(offer.terms.vat))}</Fact>
        {facts.certificates.map((certificate) => (
          <Certificate t={t} certificate={certificate} />
        ))}
      </ul>
    </section>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  if (children === "") return null;
  return (
    <li>
      <strong>{name}</strong> {children}
    </li>
  );
}

/** Words of the producer's own. */
function told(t: Texts, words: string) {
  return words === "" ? "" : <span {...toldIn(t)}>{words}</span>;
}

function seasonWords(t: Texts, season: ProductFacts["season"]): string {
  if (season === null) return "";
  const say = t.catalogue.season;
  const span = say.span(t.format.monthName(season.from), t.format.monthName(season.to));
  return season.isNow ? say.now(span) : say.off(span);
}

function stockWords(t: Texts, offer: OfferFacts): string {
  const say = t.catalogue;
  if (offer.leftMilli === null) return say.product.toOrder;
  if (offer.leftMilli < offer.terms.leastMilli) return say.gone.toLowerCase();
  return say.product.leftNow(quantityWords(t, offer, offer.leftMilli));
}

interface CertificateProps {
  readonly t: Texts;
  readonly certificate: CertificateFacts;
}

/** A certificate in force: what it attests, who gave it, its number, until when. */
export function Certificate({ t, certificate }: CertificateProps): VNode {
  const { scheme, body, number, expiresOn, documentUrl } = certificate;
  const say = t.catalogue.product;
  return (
    <Fact name={t.catalogue.schemes[scheme]}>
      {say.certificate(body, number, t.format.date(expiresOn))}
      {documentUrl === null ? null : (
        <>
          {". "}
          <a href={documentUrl} rel="external" data-act="certificate">
            {say.document}
          </a>
        </>
      )}
    </Fact>
  );
}
