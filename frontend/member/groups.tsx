import type { VNode } from "preact";
import type { Instant } from "#domain/kernel/instant.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import { Opening } from "#frontend/ui/opening.tsx";

/** A group in the list of the network's. */
export interface ListedGroup {
  readonly id: string;
  readonly name: string;
  readonly families: number;
  readonly pickup: { readonly name: string; readonly street: string };
  readonly isOwn: boolean;
  readonly isCoordinator: boolean;
  /** What a household of the reader's asked of it. */
  readonly asked: {
    readonly id: string;
    readonly household: string;
    readonly askedAt: Instant;
    readonly isWaiting: boolean;
    readonly reason: string | null;
    readonly key: string;
  } | null;
}

export interface GroupsFacts {
  readonly groups: readonly ListedGroup[];
  /** Households of the reader's that are in no group and wait for none. */
  readonly free: readonly { readonly id: string; readonly name: string; readonly key: string }[];
  readonly hasHousehold: boolean;
  readonly news: string | null;
  readonly errors: readonly FieldError[];
}

interface GroupsProps {
  readonly t: Texts;
  readonly facts: GroupsFacts;
}

/** The reader's own groups, and those that can be asked. */
export function Groups({ t, facts }: GroupsProps): VNode {
  const say = t.groups.list;
  const own = facts.groups.filter(({ isOwn }) => isOwn);
  const others = facts.groups.filter(({ isOwn }) => !isOwn);
  return (
    <div class="sheet stack loose">
      <Opening t={t} title={say.title} lead={say.lead} errors={facts.errors} news={facts.news} />
      {facts.groups.length === 0 ? <p>{say.none}</p> : null}
      {own.length === 0 ? null : (
        <section class="stack" aria-labelledby="tuoi">
          <h2 id="tuoi" class="part">
            {say.own}
          </h2>
          <ul class="ruled">
            {own.map((group) => (
              <Own t={t} group={group} />
            ))}
          </ul>
        </section>
      )}
      {others.length === 0 ? null : (
        <section class="stack" aria-labelledby="altri">
          <h2 id="altri" class="part">
            {say.others}
          </h2>
          {facts.hasHousehold ? null : <p>{say.needsHousehold}</p>}
          <ul class="ruled">
            {others.map((group) => (
              <Other t={t} group={group} facts={facts} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

interface GroupProps {
  readonly t: Texts;
  readonly group: ListedGroup;
}

function About({ t, group }: GroupProps) {
  const say = t.groups.list;
  const { families, pickup, isCoordinator } = group;
  return (
    <p class="small">
      {`${say.families(families)}. ${say.pickup(pickup.name, pickup.street)}.`}
      {isCoordinator ? ` ${say.coordinates}.` : ""}
    </p>
  );
}

function Own({ t, group }: GroupProps) {
  return (
    <li class="row apart">
      <div>
        <h3>{group.name}</h3>
        <About t={t} group={group} />
      </div>
      <a class="button strong" href={`/gruppi/${group.id}`} data-act="group">
        {t.groups.list.open}
        <span class="hidden"> {group.name}</span>
      </a>
    </li>
  );
}

function Other({ t, group, facts }: GroupProps & Pick<GroupsProps, "facts">) {
  const say = t.groups.list;
  const { asked, id } = group;
  return (
    <li class="stack">
      <div>
        <h3>{group.name}</h3>
        <About t={t} group={group} />
      </div>
      {asked === null ? null : (
        <p>
          {asked.isWaiting
            ? say.waits(asked.household, t.format.day(asked.askedAt))
            : say.declined(asked.reason)}
        </p>
      )}
      {asked?.isWaiting === true ? (
        <form method="post" action={`/gruppi/${id}/richieste/${asked.id}/ritiro`}>
          <input type="hidden" name="key" value={asked.key} />
          <button class="button" type="submit" data-act="withdraw-request">
            {say.withdraw}
          </button>
        </form>
      ) : null}
      {facts.free.map((household) => (
        <form method="post" action={`/gruppi/${id}/richieste`}>
          <input type="hidden" name="key" value={`${household.key}-${id}`} />
          <input type="hidden" name="household" value={household.id} />
          <button class="button" type="submit" data-act="ask-to-join">
            {say.ask(household.name)}
            <span class="hidden">: {group.name}</span>
          </button>
        </form>
      ))}
    </li>
  );
}
