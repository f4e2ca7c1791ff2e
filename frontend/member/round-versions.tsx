import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import type { ComparisonFacts, RoundsWeekFacts, VersionFacts } from "./rounds-facts.ts";

interface VersionsProps {
  readonly t: Texts;
  readonly facts: RoundsWeekFacts;
}

/** The plans of a week, any two of which can be laid side by side. */
export function RoundVersions({ t, facts }: VersionsProps): VNode | null {
  const say = t.rounds;
  if (facts.versions.length < 2) return null;
  return (
    <section class="stack" aria-labelledby="versions">
      <h2 id="versions" class="part">
        {say.versions}
      </h2>
      <ul class="ruled">
        {facts.versions.map((version) => (
          <Version t={t} facts={facts} version={version} />
        ))}
      </ul>
      {facts.comparison === null ? null : <Comparison t={t} two={facts.comparison} />}
    </section>
  );
}

function Version({ t, facts, version }: VersionsProps & { readonly version: VersionFacts }) {
  const say = t.rounds;
  const at = `/rete/giri/${facts.cycleId}`;
  const { key, savedAt, costCents, unserved, source } = version;
  const isShown = key === facts.shown;
  return (
    <li class="row apart">
      <span>
        {say.version(key, t.format.dayAndHour(savedAt))}, {say.source[source]}:{" "}
        {say.versionSums(t.format.money(costCents), unserved)}
      </span>
      {isShown ? (
        <span class="tag">{say.shownNow}</span>
      ) : (
        <span class="row">
          <a href={`${at}?piano=${key}`} data-act="show-plan">
            {say.show}
            <span class="hidden"> {key}</span>
          </a>
          <a href={`${at}?piano=${facts.shown}&confronta=${key}#confronto`} data-act="compare-plan">
            {say.compare}
            <span class="hidden"> {key}</span>
          </a>
        </span>
      )}
    </li>
  );
}

function Comparison({ t, two }: { readonly t: Texts; readonly two: ComparisonFacts }) {
  const say = t.rounds;
  const { one, other, moved } = two;
  const length = ({ metres }: VersionFacts) => (metres === null ? "–" : t.format.distance(metres));
  const rows: readonly (readonly [string, string, string])[] = [
    [say.cost, t.format.money(other.costCents), t.format.money(one.costCents)],
    [say.km, length(other), length(one)],
    [say.leftOver, t.format.count(other.unserved), t.format.count(one.unserved)],
  ];
  return (
    <section class="stack" id="confronto">
      <h3>{say.compareTitle(other.key, one.key)}</h3>
      <Table head={[say.what, other.key, one.key]} rows={rows} />
      <h3>{say.movedTitle}</h3>
      {moved.length === 0 ? (
        <p>{say.movedNone}</p>
      ) : (
        <Table
          head={[say.stop, say.before, say.after]}
          rows={moved.map(({ name, before, after }) => [name, before, after] as const)}
        />
      )}
    </section>
  );
}

interface TableProps {
  readonly head: readonly [string, string, string];
  readonly rows: readonly (readonly [string, string, string])[];
}

function Table({ head, rows }: TableProps) {
  return (
    <table class="table">
      <thead>
        <tr>
          {head.map((label, index) => (
            <th scope="col" class={index === 0 ? undefined : "n"}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, before, after]) => (
          <tr>
            <th scope="row">{label}</th>
            <td class="n">{before}</td>
            <td class="n">{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
