import { cents } from "#domain/kernel/money.ts";
import { verona } from "#frontend/ui/drawings/verona.ts";
import { EuroBar } from "#frontend/ui/euro-bar.tsx";
import { ChoiceGroup, ErrorSummary, SelectField, TextField } from "#frontend/ui/field.tsx";
import { Icon } from "#frontend/ui/icons.tsx";
import { SchematicMap } from "#frontend/ui/map.tsx";
import network from "#tests/weeks/veronetta/network.json" with { type: "json" };
import { t } from "./cast.tsx";

export function Accounts() {
  return (
    <section data-side="accounts">
      <div class="head">
        <h2>Dove vanno i tuoi 9,90 €</h2>
      </div>
      <div class="columns">
        <EuroBar
          t={t}
          caption="Dove vanno 9,90 €"
          parts={[
            { label: "Malga Alta Lessinia", note: "pagati il lunedì dopo", amount: cents(893) },
            { label: "Giro e magazzino", amount: cents(40) },
            { label: "Lavoro della rete", amount: cents(19) },
            { label: "IVA al 4 %", note: "va allo Stato", amount: cents(38) },
          ]}
        />
        <aside class="aside">
          <h3>Chi ha deciso il 6 %</h3>
          <p>L’assemblea, con 29 voti su 33, il 3 marzo.</p>
        </aside>
      </div>
    </section>
  );
}

export function Pickup() {
  const points = network.pickup_points.map(({ lat, lon }, index) => ({
    mark: `${index + 1}`,
    latMicrodegrees: Math.round(lat * 1_000_000),
    lonMicrodegrees: Math.round(lon * 1_000_000),
  }));
  return (
    <section class="columns wide" data-side="round">
      <SchematicMap t={t} ground={verona} points={points} label="Verona e i punti di ritiro" />
      <ol class="stops">
        {network.pickup_points.map(({ name, street, opens, closes }, index) => (
          <li>
            <span class="figure">{index + 1}</span>
            <strong>{name}</strong>
            <span class="number">{`${opens}–${closes}`}</span>
            <span class="small">{street}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Checkout() {
  const errors = [
    { field: "email", message: "Scrivi un indirizzo di posta, come lucia@esempio.it" },
  ];
  return (
    <form class="stack" method="post" action="/cassa">
      <ErrorSummary t={t} errors={errors} />
      <TextField t={t} id="name" name="name" label="Nome" autoComplete="name" />
      <TextField
        t={t}
        id="email"
        name="email"
        label="Posta elettronica"
        hint="Ti scriviamo solo per questo ordine"
        type="email"
        value="lucia"
        error={errors[0]?.message}
      />
      <SelectField
        t={t}
        id="slot"
        name="slot"
        label="Quando"
        options={[{ value: "17", label: "venerdì, ore 17–19" }]}
      />
      <ChoiceGroup
        t={t}
        id="place"
        name="place"
        label="Dove ritiri"
        kind="radio"
        chosen={["PP1"]}
        options={[
          { value: "PP1", label: "Santa Toscana", note: "piazza Santa Toscana", aside: "400 m" },
          {
            value: "PP2",
            label: "Università",
            note: "via San Vitale",
            aside: "900 m",
            closed: true,
          },
        ]}
      />
      <button class="button strong" type="submit" data-act="confirm">
        <Icon name="check" /> Conferma
      </button>
    </form>
  );
}
