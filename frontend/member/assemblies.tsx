import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Empty, Notice } from "#frontend/ui/notice.tsx";
import { Opening } from "#frontend/ui/opening.tsx";
import { toldIn } from "#frontend/ui/told.ts";
import type { AssembliesFacts } from "./assembly-facts.ts";
import { AssemblyForm } from "./assembly-form.tsx";

interface AssembliesProps {
  readonly t: Texts;
  readonly facts: AssembliesFacts;
}

/** The meetings of the members, the last one first. */
export function Assemblies({ t, facts }: AssembliesProps): VNode {
  const say = t.assemblies;
  return (
    <div class="sheet stack loose reading">
      <Opening t={t} title={say.title} lead={say.lead} errors={facts.errors} />
      {facts.assemblies.length === 0 ? <Empty title={say.none} why={say.noneWhy} /> : null}
      <ul class="ruled">
        {facts.assemblies.map(({ number, title, kind, state, firstCallAt }) => (
          <li class="stack tight">
            <div class="row apart">
              <h2 class="lesser">
                <a href={`/assemblee/${number}`} data-act="assembly" {...toldIn(t)}>
                  {title}
                </a>
              </h2>
              <span class="tag">{say.states[state]}</span>
            </div>
            <p class="small">
              {`${say.numbered(number)}, ${say.kinds[kind]}. ${t.format.dayAndHour(firstCallAt)}`}
            </p>
          </li>
        ))}
      </ul>
      {facts.older === null ? null : (
        <p>
          <a class="button" href={facts.older} data-act="older-assemblies">
            {t.problems.page.older}
          </a>
        </p>
      )}
      <p>
        <a href="/cariche" data-act="offices">
          {say.toOffices}
        </a>
      </p>
      {facts.needsSeparate ? (
        <Notice kind="note">
          <p>{say.needsSeparate}</p>
        </Notice>
      ) : null}
      {facts.form === null ? null : (
        <details class="fold" open={facts.errors.length > 0}>
          <summary data-act="prepare-ask">{say.form.prepare}</summary>
          <AssemblyForm
            t={t}
            action="/assemblee"
            typed={facts.form.typed}
            key_={facts.form.key}
            errors={facts.errors}
          />
        </details>
      )}
    </div>
  );
}
