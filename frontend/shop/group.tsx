import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { ErrorSummary } from "#frontend/ui/field.tsx";
import { Empty, Notice } from "#frontend/ui/notice.tsx";
import type { GroupPageFacts } from "./group-facts.ts";
import { GroupBoxes, GroupMinimums } from "./group-meters.tsx";
import { OwnShare } from "./group-own.tsx";
import { GroupWeeks } from "./group-weeks.tsx";

interface GroupProps {
  readonly t: Texts;
  readonly facts: GroupPageFacts;
}

/** What a group orders together: boxes, minimums, who takes part, one's own part. */
export function GroupOrder({ t, facts }: GroupProps): VNode {
  const { cycle, news } = facts;
  return (
    <div class="sheet stack loose">
      <Band t={t} facts={facts} />
      <ErrorSummary t={t} errors={facts.errors} />
      {news === null ? null : (
        <Notice kind="status">
          <p>{news}</p>
        </Notice>
      )}
      {cycle === null ? (
        <Empty title={t.groups.order.noCycle} why={t.groups.order.noCycleWhy} />
      ) : (
        <div class="columns">
          <div class="stack loose">
            <GroupBoxes t={t} offers={facts.offers} />
            <GroupMinimums t={t} offers={facts.offers} />
            <Who t={t} facts={facts} />
            <GroupWeeks t={t} facts={facts} path="" />
          </div>
          <div class="stack">
            <OwnShare t={t} facts={facts} />
          </div>
        </div>
      )}
      <Leaving t={t} facts={facts} />
    </div>
  );
}

function Band({ t, facts: { group, cycle, now, ordered, isCoordinator } }: GroupProps) {
  const say = t.groups.order;
  return (
    <div class="band">
      <div class="stack">
        <p class="kicker">{cycle === null ? t.groups.list.title : say.kicker(cycle.code)}</p>
        <h1>{group.name}</h1>
        <p>{leadOf(t, { group, cycle })}</p>
        {isCoordinator ? (
          <p>
            <a href={`/gruppi/${group.id}/referente`} data-act="group-tools">
              {say.tools}
            </a>
          </p>
        ) : null}
      </div>
      {cycle === null ? null : (
        <dl class="numbers">
          {["open", "completing"].includes(cycle.state) ? (
            <div>
              <dt>{say.left}</dt>
              <dd>{leftOf(t, now, cycle.closesAt)}</dd>
            </div>
          ) : null}
          <div>
            <dt>{say.families(group.families)}</dt>
            <dd data-live="group-ordered">{t.format.count(ordered)}</dd>
          </div>
        </dl>
      )}
    </div>
  );
}

/** «31 ore» of «mancano 31 ore»: the word before it says what it is. */
function leftOf(t: Texts, now: GroupPageFacts["now"], then: GroupPageFacts["now"]): string {
  return t.format
    .left(now, then)
    .replace(/^\D+/u, "")
    .replace(/ left$/u, "");
}

function leadOf(t: Texts, { group, cycle }: Pick<GroupPageFacts, "group" | "cycle">): string {
  const say = t.groups.order;
  const { pickup, coordinatorName, families } = group;
  const [slot] = pickup.slots;
  const hours = slot === undefined ? "" : say.hours(clock(slot.fromMinute), clock(slot.toMinute));
  const when = cycle === null ? "" : say.fromTo(t.format.day(cycle.deliveryDay), hours);
  const lead = say.lead(t.groups.list.families(families), pickup.name, when);
  const state = cycle === null ? "" : ` ${say.state[cycle.state]}`;
  const referent = coordinatorName === null ? "" : ` ${say.referent(coordinatorName)}`;
  return `${lead}${state}${referent}`;
}

function clock(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return rest === 0 ? String(hours) : `${hours}:${String(rest).padStart(2, "0")}`;
}

function Who({ t, facts: { names, ordered } }: GroupProps) {
  const say = t.groups.order;
  const count = t.groups.list.families;
  return (
    <section aria-labelledby="chi">
      <div class="head">
        <h2 id="chi">{say.who}</h2>
      </div>
      {names.length > 0 ? null : (
        <p data-live="group-who">{ordered === 0 ? say.whoNone : say.whoHidden(count(ordered))}</p>
      )}
      {names.length === 0 ? null : (
        <ul class="names">
          {names.map((name) => (
            <li>{name}</li>
          ))}
        </ul>
      )}
      {names.length > 0 && ordered > names.length ? (
        <p>{say.whoSome(count(ordered - names.length))}</p>
      ) : null}
    </section>
  );
}

function Leaving({ t, facts: { group, own, key, isCoordinator } }: GroupProps) {
  const say = t.groups.order;
  const [household] = own;
  return (
    <div class="stack">
      <p>
        <a href="/gruppi" data-act="groups">
          {say.back}
        </a>
      </p>
      {household === undefined || isCoordinator ? null : (
        <details class="fold">
          <summary data-act="leave-group">{say.leave}</summary>
          <form class="stack" method="post" action={`/gruppi/${group.id}/uscita`}>
            <input type="hidden" name="key" value={key} />
            <input type="hidden" name="household" value={household.id} />
            <p>{say.leaveWhy}</p>
            <p>
              <button class="button" type="submit" data-act="leave-group-go">
                {say.leaveGo}
              </button>
            </p>
          </form>
        </details>
      )}
    </div>
  );
}
