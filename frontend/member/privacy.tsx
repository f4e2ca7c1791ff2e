import type { VNode } from "preact";
import { PURPOSES } from "#domain/access/consents.ts";
import { KEPT_DAYS, type KeptKind, RETAINED } from "#domain/access/retention.ts";
import { CookieList } from "#frontend/ui/cookie-list.tsx";
import type { Texts } from "#frontend/texts/texts.ts";

/** What the page on privacy says of this network. */
export interface PrivacyFacts {
  /** Who is responsible: the legal name where there is one. */
  readonly controller: string;
  readonly seat: string | null;
  readonly taxCode: string | null;
  readonly contactEmail: string | null;
  /** By the rules in force. */
  readonly contactDays: number;
  readonly producersSeeNames: boolean;
}

interface PrivacyProps {
  readonly t: Texts;
  readonly facts: PrivacyFacts;
}

/** Who is responsible, what is kept, why, how long, who sees it, and how to use one's rights. */
export function Privacy({ t, facts }: PrivacyProps): VNode {
  const say = t.privacy;
  return (
    <div class="sheet stack loose reading">
      <div class="head">
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
      </div>
      <Controller t={t} facts={facts} />
      <Uses t={t} />
      <Periods t={t} facts={facts} />
      <Sharing t={t} facts={facts} />
      <CookieList t={t} />
      <Rights t={t} />
    </div>
  );
}

function Controller({ t, facts }: PrivacyProps) {
  const say = t.privacy;
  const { controller, seat, taxCode, contactEmail } = facts;
  return (
    <section class="stack">
      <h2>{say.who}</h2>
      <p>
        {say.controller(controller)} {seat === null ? null : say.seat(seat)}{" "}
        {taxCode === null ? null : say.taxCode(taxCode)}
      </p>
      <p>{contactEmail === null ? say.noAddress : say.write(contactEmail)}</p>
    </section>
  );
}

function Uses({ t }: Pick<PrivacyProps, "t">) {
  const say = t.privacy;
  return (
    <section class="stack">
      <h2>{say.why}</h2>
      <ul class="ruled">
        {PURPOSES.map(({ key, basis }) => (
          <li>
            <h3>{say.purposes[key].name}</h3>
            <p>{say.purposes[key].what}</p>
            <p class="small">{say.bases[basis]}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Periods({ t, facts }: PrivacyProps) {
  const say = t.privacy;
  const days = (count: number) => say.days(t.format.count(count));
  const kept = Object.entries(KEPT_DAYS) as [KeptKind, number][];
  const rows: [string, string][] = [
    [say.profile, say.untilErased],
    [say.contacts, days(facts.contactDays)],
    ...kept.map(([kind, count]): [string, string] => [say.keptKinds[kind], days(count)]),
    ...retainedRows(t),
  ];
  return (
    <section class="stack">
      <h2>{say.howLong}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.kind}</th>
            <th scope="col">{say.time}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, long]) => (
            <tr>
              <th scope="row">{what}</th>
              <td>{long}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What stays whatever its person asks: with the law that says so. */
export function retainedRows(t: Texts): [string, string][] {
  const say = t.privacy;
  return RETAINED.map(({ what, years }) => [
    say.retained[what],
    years === null ? say.forEver : say.years(t.format.count(years)),
  ]);
}

function Sharing({ t, facts }: PrivacyProps) {
  const say = t.privacy;
  return (
    <section class="stack">
      <h2>{say.shared}</h2>
      <ul class="ruled">
        <li>{facts.producersSeeNames ? say.producersYes : say.producersNo}</li>
        {say.sharing.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
    </section>
  );
}

function Rights({ t }: Pick<PrivacyProps, "t">) {
  const say = t.privacy;
  return (
    <section class="stack">
      <h2>{say.rights}</h2>
      <p>{say.rightsLead}</p>
      <ul class="ruled">
        {say.rightsList.map((one) => (
          <li>{one}</li>
        ))}
      </ul>
      <p>{say.rightsElse}</p>
      <p>
        <a class="button strong" href="/io/dati" data-act="own-data">
          {say.toOwn}
        </a>
      </p>
    </section>
  );
}
