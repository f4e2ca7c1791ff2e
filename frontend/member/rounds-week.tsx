import type { VNode } from "preact";
import { basisPoints } from "#domain/kernel/quantity.ts";
import { PlanHere } from "#frontend/islands/plan-here.tsx";
import { PlanProgress } from "#frontend/islands/plan-progress.tsx";
import type { Texts } from "#frontend/texts/texts.ts";
import { Notice } from "#frontend/ui/notice.tsx";
import { Opening } from "#frontend/ui/opening.tsx";
import { RoundEvents } from "./round-events.tsx";
import { RoundFigures } from "./round-figures.tsx";
import { AskForm, LeftOver, Shifts } from "./round-forms.tsx";
import { RoundHours } from "./round-hours.tsx";
import { RoundRoutes } from "./round-routes.tsx";
import { RoundVersions } from "./round-versions.tsx";
import type { RoundsWeekFacts } from "./rounds-facts.ts";

interface WeekProps {
  readonly t: Texts;
  readonly facts: RoundsWeekFacts;
}

/** The rounds of a week: who drives where and when, what stays behind, what sharing saves. */
export function RoundsWeek({ t, facts }: WeekProps): VNode {
  const say = t.rounds;
  const lead = say.delivery(t.format.day(facts.deliveryDay));
  return (
    <div class="sheet stack loose">
      <Opening
        t={t}
        title={say.toRounds(facts.code)}
        lead={lead}
        errors={facts.errors}
        news={facts.done}
      />
      <Standing t={t} facts={facts} />
      <RoundRoutes t={t} facts={facts} />
      <RoundEvents t={t} facts={facts} />
      {facts.plan === "none" ? null : <LeftOver t={t} facts={facts} />}
      {facts.figures === null ? null : <RoundFigures t={t} figures={facts.figures} />}
      {facts.hours === null ? null : <RoundHours t={t} hours={facts.hours} />}
      <Shifts t={t} facts={facts} />
      <RoundVersions t={t} facts={facts} />
      {facts.routes.length === 0 ? null : <InBrowser t={t} facts={facts} />}
      <p>
        <a href="/rete/giri">{say.back}</a>
      </p>
    </div>
  );
}

/** How the plan stands, where it is not simply there; and the way to another one. */
function Standing({ t, facts }: WeekProps) {
  const words = t.rounds.planLong[facts.plan];
  return (
    <div class="stack">
      {words === "" ? null : (
        <Notice kind="status">
          {facts.thousandths === null ? (
            <p>
              {words} {facts.planWords}
            </p>
          ) : (
            <Progress t={t} facts={facts} thousandths={facts.thousandths} />
          )}
        </Notice>
      )}
      <AskForm t={t} facts={facts} />
      {facts.routes.length === 0 ? <InBrowser t={t} facts={facts} /> : null}
    </div>
  );
}

/** A search that is going on: how far it is, and a way to look again without scripts. */
function Progress({ t, facts, thousandths }: WeekProps & { readonly thousandths: number }) {
  const say = t.rounds;
  const part = t.format.percent(basisPoints(thousandths * 10));
  const said = facts.plan === "solving" ? say.planPart(part) : say.planLong[facts.plan];
  return (
    <>
      <PlanProgress id="progress" when="load" props={{ id: "progress", thousandths, said }} />
      <p>
        <a href={`/rete/giri/${facts.cycleId}`} data-act="look-again">
          {say.lookAgain}
        </a>
      </p>
    </>
  );
}

/**
 * Where the network's servers may not compute for long, whoever looks after the rounds may. It
 * shows once its script lives: below what is there, so that nothing moves under somebody's eyes.
 */
function InBrowser({ t, facts }: WeekProps) {
  const { inBrowser, cycleId } = facts;
  if (inBrowser === null) return null;
  const props = { ...inBrowser, href: `/rete/giri/${cycleId}`, say: t.planning.here };
  return <PlanHere id="plan" when="idle" props={props} />;
}
