import type { ComponentChildren, VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Area } from "./area.tsx";
import { Part } from "./own-part.tsx";

/** A household of the reader's. */
export interface HouseholdFacts {
  readonly id: string;
  readonly name: string;
  readonly street: string;
  readonly town: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly members: readonly string[];
  readonly group: {
    readonly id: string;
    readonly name: string;
    readonly isCoordinator: boolean;
    readonly families: number;
    readonly pickup: { readonly name: string; readonly street: string };
  } | null;
}

export interface OwnGroupsFacts {
  readonly households: readonly HouseholdFacts[];
  readonly contactEmail: string | null;
}

interface OwnGroupsProps {
  readonly t: Texts;
  readonly facts: OwnGroupsFacts;
}

/** The households in which the reader takes part, their groups, and who sees what of them. */
export function OwnGroups({ t, facts }: OwnGroupsProps): VNode {
  const say = t.member.groups;
  const { households, contactEmail } = facts;
  if (households.length === 0) {
    return (
      <Area t={t} here="groups" title={say.title} isReading>
        <div class="empty">
          <p class="lesser">{say.none}</p>
          <p>{say.noneWhy}</p>
          {contactEmail === null ? null : <p>{say.write(contactEmail)}</p>}
        </div>
      </Area>
    );
  }
  return (
    <Area t={t} here="groups" title={say.title}>
      {households.map((household) => (
        <Household t={t} household={household} />
      ))}
      <Part id="chi-vede" title={say.sees}>
        <ul class="ruled reading">
          {say.seesList.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      </Part>
    </Area>
  );
}

interface HouseholdProps {
  readonly t: Texts;
  readonly household: HouseholdFacts;
}

function Household({ t, household }: HouseholdProps) {
  const say = t.member.groups;
  const { id, name, members, street, town, email, phone } = household;
  const contacts = [email, phone].filter((one) => one !== null);
  return (
    <section class="stack" aria-labelledby={`h-${id}`}>
      <h2 id={`h-${id}`} class="part">
        {say.household(name)}
      </h2>
      <div class="columns halves">
        <dl class="facts">
          <Fact label={say.members}>{t.format.list(members)}</Fact>
          <Fact label={say.where}>{[street, town].filter((one) => one !== "").join(", ")}</Fact>
          <Fact label={say.contact}>
            {contacts.length === 0 ? say.noContact : contacts.join(", ")}
          </Fact>
        </dl>
        <Group t={t} household={household} />
      </div>
      <Ways t={t} household={household} />
    </section>
  );
}

/** What a household does besides ordering: with its group, by itself every week, by its wallet. */
function Ways({ t, household: { id, name, group } }: HouseholdProps) {
  return (
    <p class="row">
      {group === null ? null : (
        <a class="button strong" href={`/gruppi/${group.id}`} data-act="group-order">
          {t.groups.list.open}
          <span class="hidden"> {group.name}</span>
        </a>
      )}
      {group?.isCoordinator === true ? (
        <a class="button" href={`/gruppi/${group.id}/referente`} data-act="group-tools">
          {t.groups.order.tools}
          <span class="hidden"> {group.name}</span>
        </a>
      ) : null}
      <a class="button" href={`/io/ricorrenti?famiglia=${id}`} data-act="standing">
        {t.standing.title}
        <span class="hidden"> {name}</span>
      </a>
      <a class="button" href={`/io/conto?famiglia=${id}`} data-act="to-wallet">
        {t.member.groups.toWallet}
        <span class="hidden"> {name}</span>
      </a>
    </p>
  );
}

function Group({ t, household: { group } }: HouseholdProps) {
  const say = t.member.groups;
  if (group === null) {
    return (
      <dl class="facts">
        <Fact label={say.group}>
          {say.noGroup}{" "}
          <a href="/gruppi" data-act="groups">
            {t.groups.list.title}
          </a>
        </Fact>
      </dl>
    );
  }
  const { name, families, pickup, isCoordinator } = group;
  return (
    <dl class="facts">
      <Fact label={say.group}>
        <a href={`/gruppi/${group.id}`} data-act="group">
          {name}
        </a>
        , {say.families(families)}
        {isCoordinator ? <span class="small block">{say.coordinator}</span> : null}
      </Fact>
      <Fact label={say.pickup}>
        {pickup.name}, {pickup.street}
      </Fact>
    </dl>
  );
}

function Fact({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ComponentChildren;
}) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
