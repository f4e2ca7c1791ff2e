import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { PriceBeforeAfter } from "#frontend/ui/price-before-after.tsx";
import { TextDiff } from "#frontend/ui/text-diff.tsx";
import { toldIn } from "#frontend/ui/told.ts";
import type { OptionFacts, ProposalFacts, TextChange } from "./proposal-facts.ts";

interface ProposalChangeProps {
  readonly t: Texts;
  readonly facts: ProposalFacts;
}

/** What is voted on: what changes word by word, what it costs, the text, what may be chosen. */
export function ProposalChange({ t, facts }: ProposalChangeProps): VNode {
  const say = t.proposals.change;
  const { changes, price, body } = facts;
  return (
    <>
      {changes.length === 0 ? null : (
        <section class="stack" aria-labelledby="change">
          <h2 id="change" class="part">
            {say.title}
          </h2>
          {changes.map((change) => (
            <ChangedText t={t} change={change} />
          ))}
        </section>
      )}
      {price === null ? null : <PriceBeforeAfter t={t} change={price} />}
      <section class="stack" aria-labelledby="body-text">
        <h2 id="body-text" class="part">
          {say.body}
        </h2>
        {paragraphsOf(body).map((paragraph) => (
          <p {...toldIn(t)}>{paragraph}</p>
        ))}
      </section>
      <Options t={t} facts={facts} />
    </>
  );
}

function paragraphsOf(text: string): readonly string[] {
  return text.split(/\n\s*\n/).filter((one) => one.trim() !== "");
}

/** What becomes of a text or of a value: struck out and underlined, and said to who listens. */
export function ChangedText({ t, change }: { readonly t: Texts; readonly change: TextChange }) {
  const { name, href, before, after, isText } = change;
  const title = before === null ? `${name}, ${t.proposals.change.fresh}` : name;
  return (
    <div class="law">
      <h3 class="kicker">
        {href === null ? (
          title
        ) : (
          <a href={href} data-act="rule">
            {title}
          </a>
        )}
      </h3>
      {isText ? (
        <TextDiff t={t} before={before ?? ""} after={after} />
      ) : (
        <Value t={t} before={before} after={after} />
      )}
    </div>
  );
}

function Value({ t, before, after }: Pick<TextChange, "before" | "after"> & { readonly t: Texts }) {
  return (
    <p class="changes">
      {before === null ? null : (
        <>
          <del>
            <span class="hidden">{t.rules.was} </span>
            {before}
          </del>{" "}
        </>
      )}
      <ins>
        <span class="hidden">{t.rules.now} </span>
        {after}
      </ins>
    </p>
  );
}

function Options({ t, facts: { options, subject, budget } }: ProposalChangeProps) {
  if (options.length === 0) return null;
  const say = t.proposals.options;
  const titles = {
    election: say.election,
    budget: say.budget,
    motion: say.other,
    rules: say.other,
  };
  return (
    <section class="stack" aria-labelledby="options">
      <h2 id="options" class="part">
        {titles[subject]}
      </h2>
      {budget === null ? null : <p>{say.fund(t.format.money(budget))}</p>}
      <ul class="ruled">
        {options.map((option) => (
          <Choice t={t} option={option} />
        ))}
      </ul>
    </section>
  );
}

function Choice({
  t,
  option: { title, detail, cost },
}: {
  readonly t: Texts;
  readonly option: OptionFacts;
}) {
  return (
    <li>
      <p class="row apart">
        <strong {...toldIn(t)}>{title}</strong>
        {cost === null ? null : <span class="number">{t.format.money(cost)}</span>}
      </p>
      {detail === "" ? null : <p {...toldIn(t)}>{detail}</p>}
    </li>
  );
}
