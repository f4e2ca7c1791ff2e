import type { VNode } from "preact";
import { GROUNDS } from "#domain/membership/book-deeds.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { Scroll } from "#frontend/ui/scroll.tsx";
import type { EntryFacts, MovementFacts } from "./own-share-facts.ts";

interface PartProps {
  readonly t: Texts;
  /** Whose it is; ids of the page are made of it. */
  readonly of: string;
}

/** Facts under their names; those that are null are left out. */
export function Facts({
  rows,
}: {
  readonly rows: readonly (readonly [string, string | null])[];
}): VNode {
  return (
    <dl class="facts">
      {rows.map(([what, is]) =>
        is === null ? null : (
          <div>
            <dt>{what}</dt>
            <dd>{is}</dd>
          </div>
        ),
      )}
    </dl>
  );
}

/** What happened to shares. */
export function Movements({
  t,
  of,
  movements,
}: PartProps & { readonly movements: readonly MovementFacts[] }): VNode {
  const say = t.members.own;
  return (
    <section class="stack tight" aria-labelledby={`moves-${of}`}>
      <h3 id={`moves-${of}`}>{say.statement}</h3>
      {movements.length === 0 ? (
        <p>{say.noMovements}</p>
      ) : (
        <Scroll labelledBy={`moves-${of}`}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{say.what}</th>
                <th scope="col">{say.on}</th>
                <th scope="col" class="n">
                  {say.shares}
                </th>
                <th scope="col" class="n">
                  {say.amount}
                </th>
              </tr>
            </thead>
            <tbody>
              {movements.map(({ kind, at, shares, amountCents }) => (
                <tr>
                  <th scope="row">{t.members.movements[kind]}</th>
                  <td>{t.format.date(at)}</td>
                  <td class="n">{shares === 0 ? "" : t.format.count(shares)}</td>
                  <td class="n">{t.format.money(amountCents)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}

/** What the book says of a membership, entry by entry. */
export function Entries({
  t,
  of,
  entries,
}: PartProps & { readonly entries: readonly EntryFacts[] }) {
  return (
    <section class="stack tight" aria-labelledby={`entries-${of}`}>
      <h3 id={`entries-${of}`}>{t.members.own.history}</h3>
      <ul class="ruled">
        {entries.map((entry) => (
          <li>
            <p>
              {t.members.entries[entry.kind]}, {t.format.date(entry.at)}
            </p>
            {reasonOf(t, entry) === "" ? null : <p class="small">{reasonOf(t, entry)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Why something was decided: the ground, and the words. */
export function reasonOf(
  t: Texts,
  { ground, words }: Pick<EntryFacts, "ground" | "words">,
): string {
  const known = Object.values(GROUNDS).flat();
  const found = known.find((one) => one === ground && one !== "other");
  return [found === undefined ? null : `${t.members.grounds[found]}.`, words]
    .filter((part) => part !== null)
    .join(" ");
}

/** So many shares in words. */
export function quotes(t: Texts, count: number): string {
  return t.members.quotes(t.format.count(count), count !== 1);
}
