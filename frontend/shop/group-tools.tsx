import type { VNode } from "preact";
import { subtractCents } from "#domain/kernel/money.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { fullName, productHref, quantityWords } from "./offer.ts";
import { ErrorSummary, TextField } from "#frontend/ui/field.tsx";
import { Empty, Notice } from "#frontend/ui/notice.tsx";
import { GroupMatrix } from "./group-matrix.tsx";
import type { GroupToolsFacts } from "./group-facts.ts";
import { toldIn } from "#frontend/ui/told.ts";
import { GroupWaiting, Section } from "./group-waiting.tsx";

interface ToolsProps {
  readonly t: Texts;
  readonly facts: GroupToolsFacts;
}

/** What whoever coordinates a group works with: the sheet, who is missing, what is short. */
export function GroupTools({ t, facts }: ToolsProps): VNode {
  const say = t.groups.tools;
  const { group, cycle, news } = facts;
  return (
    <div class="sheet stack loose">
      <div class="head">
        <div class="stack">
          <p class="kicker">
            {cycle === null ? null : `${say.kicker(cycle.code)}. `}
            {cycle === null ? null : t.groups.order.state[cycle.state]}
          </p>
          <h1>{say.title(group.name)}</h1>
        </div>
        <a href={`/gruppi/${group.id}`} data-act="group">
          {say.back}
        </a>
      </div>
      <ErrorSummary t={t} errors={facts.errors} />
      {news === null ? null : (
        <Notice kind="status">
          <p>{news}</p>
        </Notice>
      )}
      {cycle === null ? (
        <Empty title={t.groups.order.noCycle} why={t.groups.order.noCycleWhy} />
      ) : (
        <>
          <GroupMatrix t={t} facts={facts} />
          <div class="columns halves">
            <Missing t={t} facts={facts} />
            <Short t={t} facts={facts} />
          </div>
          <Shared t={t} facts={facts} />
        </>
      )}
      <GroupWaiting t={t} facts={facts} />
    </div>
  );
}

function Missing({ t, facts }: ToolsProps) {
  const say = t.groups.tools;
  const { households, reminder, mayRemind, group, keys } = facts;
  const missing = households.filter(({ order }) => order === null);
  const count = t.groups.list.families;
  return (
    <Section id="manca" title={say.missing}>
      <p>{missing.length === 0 ? say.missingNone : say.missingSome(count(missing.length))}</p>
      <ul class="ruled">
        {missing.map(({ name }) => (
          <li>{name ?? say.unnamed}</li>
        ))}
      </ul>
      {reminder === null ? null : (
        <p>{say.reminded(count(reminder.households), t.format.dayAndHour(reminder.sentAt))}</p>
      )}
      {mayRemind ? (
        <form class="stack" method="post" action={`/gruppi/${group.id}/promemoria`}>
          <input type="hidden" name="key" value={keys.remind} />
          <input type="hidden" name="cycle" value={facts.cycle?.id ?? ""} />
          <p class="small">{say.remindWhy}</p>
          <p>
            <button class="button" type="submit" data-act="remind">
              {say.remind}
            </button>
          </p>
        </form>
      ) : null}
    </Section>
  );
}

function Short({ t, facts }: ToolsProps) {
  const say = t.groups.tools;
  const { short, mayComplete, group, keys, offers } = facts;
  const minimumOf = (offerId: string) =>
    offers.find(({ offer }) => offer.terms.offerId === offerId)?.minimum;
  return (
    <Section id="corto" title={say.short}>
      {short.length === 0 ? <p>{say.shortNone}</p> : null}
      <ul class="ruled">
        {short.map(({ offer, leftMilli }) => {
          const minimum = minimumOf(offer.terms.offerId);
          const words =
            leftMilli === null && minimum !== undefined
              ? say.shortMinimum(
                  t.format.money(subtractCents(minimum.minimumCents, minimum.orderedCents)),
                )
              : say.shortBox(quantityWords(t, offer, leftMilli ?? offer.terms.stepMilli));
          return (
            <li class="row apart">
              <span>
                <strong {...toldIn(t)}>{fullName(offer)}</strong>
                <span class="small block">{offer.seller.name}</span>
              </span>
              <span class="missing">{words}</span>
            </li>
          );
        })}
      </ul>
      {mayComplete && short.length > 0 ? (
        <details class="fold">
          <summary data-act="complete-cycle">{say.complete}</summary>
          <form class="stack" method="post" action={`/gruppi/${group.id}/completamento`}>
            <input type="hidden" name="key" value={keys.complete} />
            <input type="hidden" name="cycle" value={facts.cycle?.id ?? ""} />
            <p>{say.completeWhy}</p>
            <TextField
              t={t}
              id="hours"
              name="hours"
              label={say.hours}
              value="6"
              inputMode="numeric"
              maxLength={3}
            />
            <p>
              <button class="button strong" type="submit" data-act="complete-cycle-go">
                {say.completeGo}
              </button>
            </p>
          </form>
        </details>
      ) : null}
    </Section>
  );
}

/** One purchase, several groups: how much each wants of what this group ordered. */
function Shared({ t, facts }: ToolsProps) {
  const say = t.groups.tools;
  const { cycle, offers, shares } = facts;
  if (cycle === null || cycle.others.length === 0) return null;
  const columns = [...new Set(shares.map(({ groupName }) => groupName))];
  return (
    <Section id="altri" title={say.shared}>
      <p>{say.sharedWhy(t.format.list(cycle.others))}</p>
      <div class="scroll">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{say.product}</th>
              {columns.map((name) => (
                <th scope="col" class="n">
                  {name ?? say.without}
                </th>
              ))}
              <th scope="col" class="n">
                {say.everybody}
              </th>
            </tr>
          </thead>
          <tbody>
            {offers.map(({ offer }) => (
              <tr>
                <th scope="row">
                  <a href={productHref(offer)} data-act="product" {...toldIn(t)}>
                    {fullName(offer)}
                  </a>
                </th>
                {columns.map((name) => {
                  const share = shares.find(
                    (one) => one.offerId === offer.terms.offerId && one.groupName === name,
                  );
                  const words =
                    share === undefined ? "" : quantityWords(t, offer, share.wantedMilli);
                  return <td class="n">{words}</td>;
                })}
                <td class="n">{quantityWords(t, offer, offer.demandMilli)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
