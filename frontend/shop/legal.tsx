import type { ComponentChildren, VNode } from "preact";
import type { CivilDate } from "#domain/kernel/instant.ts";
import { civilDate } from "#domain/kernel/instant.ts";
import type { Cents } from "#domain/kernel/money.ts";
import type { BasisPoints } from "#domain/kernel/quantity.ts";
import type { Texts } from "#frontend/texts/texts.ts";

/** What a network says of itself; what it does not say is left out of every sentence. */
export interface NetworkSaid {
  /** The legal name where there is one. */
  readonly name: string;
  readonly seat: string | null;
  readonly taxCode: string | null;
  readonly vatNumber: string | null;
  readonly reaNumber: string | null;
  readonly coopRegisterNumber: string | null;
  readonly certifiedEmail: string | null;
  readonly contactEmail: string | null;
  readonly phone: string | null;
}

interface LegalProps {
  readonly t: Texts;
  readonly network: NetworkSaid;
}

/** Who runs the market, and who answers for what is read. */
export function LegalNotes({ t, network }: LegalProps): VNode {
  const say = t.legal.notes;
  return (
    <Page title={say.title} lead={say.lead}>
      <Identity t={t} network={network} />
      <Part title={say.does} sentences={say.doesWhat} />
      <Part title={say.rights} sentences={say.rightsWhat} />
      <Part title={say.problem} sentences={[say.problemWhat]}>
        <Contact t={t} network={network} />
      </Part>
    </Page>
  );
}

interface TermsProps extends LegalProps {
  /** In force now; null before the network is set up. */
  readonly terms: { readonly networkFee: BasisPoints; readonly deliveryFee: Cents } | null;
}

/** What holds between who buys, who sells and the network. */
export function TermsOfSale({ t, network, terms }: TermsProps): VNode {
  const say = t.legal.terms;
  const fee = terms === null ? null : t.format.percent(terms.networkFee);
  const delivery =
    terms === null || terms.deliveryFee === 0 ? null : t.format.money(terms.deliveryFee);
  return (
    <Page title={say.title} lead={say.lead}>
      <Identity t={t} network={network} />
      <Part title={say.seller} sentences={say.sellerWhat} />
      <Part title={say.price} sentences={say.priceWhat(fee, delivery)} />
      <Part title={say.pay} sentences={say.payWhat} />
      <Part title={say.withdrawal} sentences={say.withdrawalWhat} />
      <Part title={say.faulty} sentences={say.faultyWhat} />
      <Part title={say.age} sentences={say.ageWhat} />
      <Part title={say.complaints} sentences={say.complaintsWhat}>
        <Contact t={t} network={network} />
      </Part>
    </Page>
  );
}

/** When the pages were last looked over for this statement: change it with the statement. */
const ASSESSED: CivilDate = civilDate("2026-11-22");

/** Who can use these pages, and who cannot yet, after the model of the Italian agency. */
export function Accessibility({ t, network }: LegalProps): VNode {
  const say = t.legal.accessibility;
  return (
    <Page title={say.title} lead={say.lead(network.name)}>
      <Part title={say.state} sentences={say.stateWhat} />
      <Part title={say.fails} sentences={say.failsWhat} />
      <Part title={say.does} sentences={say.doesWhat} />
      <Part title={say.how} sentences={say.howWhat(t.format.date(ASSESSED))} />
      <Part title={say.feedback} sentences={[say.feedbackWhat]}>
        <Contact t={t} network={network} />
      </Part>
      <Part title={say.enforcement} sentences={[say.enforcementWhat]}>
        <p>
          <a href="https://www.agid.gov.it/" data-act="agid">
            {say.agid}
          </a>
        </p>
      </Part>
    </Page>
  );
}

interface PageProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ComponentChildren;
}

function Page({ title, lead, children }: PageProps) {
  return (
    <div class="sheet stack loose reading">
      <div class="head">
        <h1>{title}</h1>
        <p>{lead}</p>
      </div>
      {children}
    </div>
  );
}

interface PartProps {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly children?: ComponentChildren;
}

function Part({ title, sentences, children }: PartProps) {
  return (
    <section class="stack">
      <h2>{title}</h2>
      {sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
      {children}
    </section>
  );
}

function Identity({ t, network }: LegalProps) {
  const say = t.legal;
  const { seat, taxCode, vatNumber, reaNumber, coopRegisterNumber } = network;
  const { certifiedEmail, contactEmail, phone } = network;
  const lines = [
    say.name(network.name),
    seat === null ? null : say.seat(seat),
    taxCode === null ? null : say.taxCode(taxCode),
    vatNumber === null ? null : say.vatNumber(vatNumber),
    reaNumber === null ? null : say.reaNumber(reaNumber),
    coopRegisterNumber === null ? null : say.coopRegisterNumber(coopRegisterNumber),
    certifiedEmail === null ? null : say.certifiedEmail(certifiedEmail),
    contactEmail === null ? null : say.contactEmail(contactEmail),
    phone === null ? null : say.phone(phone),
  ];
  return (
    <section class="stack">
      <h2>{say.who}</h2>
      <ul class="ruled">{lines.flatMap((line) => (line === null ? [] : [<li>{line}</li>]))}</ul>
    </section>
  );
}

function Contact({ t, network }: LegalProps) {
  const { contactEmail, certifiedEmail } = network;
  const address = contactEmail ?? certifiedEmail;
  return <p>{address === null ? t.legal.ask : t.legal.writeTo(address)}</p>;
}
