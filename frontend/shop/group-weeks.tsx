import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import type { GroupPageFacts } from "./group-facts.ts";

interface WeeksProps {
  readonly t: Texts;
  readonly facts: Pick<GroupPageFacts, "group" | "cycle" | "cycles">;
  /** What follows the group in the address. */
  readonly path: "" | "/referente";
}

/** The way to the group's other cycles; nothing where there is one. */
export function GroupWeeks({ t, facts, path }: WeeksProps): VNode | null {
  const { group, cycle, cycles } = facts;
  const others = cycles.filter(({ code }) => code !== cycle?.code);
  if (others.length === 0) return null;
  return (
    <nav class="stack" aria-labelledby="cicli">
      <h2 id="cicli" class="part">
        {t.groups.order.weeks}
      </h2>
      <ul class="row weeks">
        {others.map(({ code, deliveryDay }) => (
          <li>
            <a
              href={`/gruppi/${group.id}${path}?ciclo=${encodeURIComponent(code)}`}
              data-act="group-week"
            >
              {`${code}, ${t.format.day(deliveryDay)}`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
