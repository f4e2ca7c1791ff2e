import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Meter } from "#frontend/ui/meter.tsx";
import { Notice } from "#frontend/ui/notice.tsx";
import { Opening } from "#frontend/ui/opening.tsx";
import { toldIn } from "#frontend/ui/told.ts";
import type { AssemblyFacts, PresentFacts, RecordFacts } from "./assembly-facts.ts";
import { AssemblyTools } from "./assembly-tools.tsx";

interface AssemblyProps {
  readonly t: Texts;
  readonly facts: AssemblyFacts;
}

/** An assembly: where it stands, what it decides, who was there, and what was written down. */
export function AssemblyPage({ t, facts }: AssemblyProps): VNode {
  const say = t.assemblies;
  return (
    <div class="sheet stack loose reading">
      <Opening
        t={t}
        kicker={`${say.numbered(facts.number)}, ${say.kinds[facts.kind]}`}
        title={facts.title}
        errors={facts.errors}
        news={facts.news}
      />
      <Notice kind={facts.state === "cancelled" ? "note" : "status"}>
        <p>
          <strong>{standing(t, facts)}</strong>
        </p>
      </Notice>
      <Convocation t={t} facts={facts} />
      <Separate t={t} facts={facts} />
      {facts.record === null ? (
        <p class="small">{say.forMembers}</p>
      ) : (
        <Record t={t} facts={facts} record={facts.record} />
      )}
      {facts.tools === null ? null : <AssemblyTools t={t} facts={facts} tools={facts.tools} />}
      <p>
        <a href="/assemblee" data-act="assemblies">
          {say.title}
        </a>
      </p>
    </div>
  );
}

function standing(t: Texts, { state, firstCallAt, call, cancelledReason }: AssemblyFacts): string {
  const say = t.assemblies.standing;
  const nth = call === null ? "" : t.assemblies.calls[call];
  if (state === "convened") return say.convened(t.format.dayAndHour(firstCallAt));
  if (state === "sitting" || state === "closed") return say[state](nth);
  return state === "cancelled" ? say.cancelled(cancelledReason ?? "") : say[state]();
}

function Convocation({ t, facts }: AssemblyProps) {
  const say = t.assemblies;
  return (
    <>
      <section class="stack" aria-labelledby="when">
        <h2 id="when">{say.when}</h2>
        <ul class="ruled">
          <li>{say.firstCall(t.format.dayAndHour(facts.firstCallAt))}</li>
          {facts.secondCallAt === null ? null : (
            <li>{say.secondCall(t.format.dayAndHour(facts.secondCallAt))}</li>
          )}
          <li {...toldIn(t)}>{facts.place}</li>
          {facts.link === null ? null : (
            <li>
              <a href={facts.link} rel="noreferrer" data-act="connect">
                {say.link}
              </a>
            </li>
          )}
        </ul>
      </section>
      <section class="stack" aria-labelledby="agenda">
        <h2 id="agenda">{say.agenda}</h2>
        <ol class="ruled">
          {facts.agenda.map(({ title, detail, proposal }, at) => (
            <li>
              <span {...toldIn(t)}>{`${at + 1}. ${title}`}</span>
              {detail === "" ? null : <span class="small">{` ${detail}`}</span>}
              {proposal === null ? null : (
                <>
                  {" "}
                  <a href={`/proposte/${proposal}`} data-act="agenda-proposal">
                    {say.proposal}
                  </a>
                </>
              )}
            </li>
          ))}
        </ol>
        <p class="small">{say.proxyWhy}</p>
      </section>
    </>
  );
}

function Separate({ t, facts }: AssemblyProps) {
  const say = t.assemblies;
  const { count } = t.format;
  if (facts.separate.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="separate">
      <h2 id="separate">{say.separate}</h2>
      <ul class="ruled">
        {facts.separate.map(({ number, title, present, delegates }) => (
          <li>
            <a href={`/assemblee/${number}`} data-act="separate-assembly">
              {say.sends(title, count(present), count(delegates))}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Record({ t, facts, record }: AssemblyProps & { readonly record: RecordFacts }) {
  const say = t.assemblies;
  const { count } = t.format;
  const { present, electorate, needed, presences } = record;
  const turnout = say.turnout(count(present), count(electorate), count(needed));
  return (
    <>
      <section class="stack" aria-labelledby="presences">
        <h2 id="presences">{say.presences}</h2>
        <Meter facts={{ sure: present, goal: Math.max(needed, 1) }} label={turnout}>
          <span>{turnout}</span>
        </Meter>
        {presences.length === 0 ? <p>{say.nobody}</p> : null}
        <ul class="ruled">
          {presences.map((one) => (
            <Present t={t} number={facts.number} one={one} mayLeave={facts.tools !== null} />
          ))}
        </ul>
      </section>
      <Minutes t={t} facts={facts} record={record} />
    </>
  );
}

interface PresentProps {
  readonly t: Texts;
  readonly number: number;
  readonly one: PresentFacts;
  readonly mayLeave: boolean;
}

function Present({ t, number, one, mayLeave }: PresentProps) {
  const say = t.assemblies;
  const { name, how, holder, leftAt, takesPart } = one;
  const until = leftAt === null ? "" : `, ${say.left(t.format.dayAndHour(leftAt))}`;
  return (
    <li class="row apart">
      <span>{`${name}, ${holder === null ? say.ways[how] : say.holder(holder)}${until}`}</span>
      {mayLeave && takesPart ? (
        <form method="post" action={`/assemblee/${number}/uscite`}>
          <input type="hidden" name="key" value={one.key} />
          <input type="hidden" name="member" value={one.memberId} />
          <button
            class="button"
            type="submit"
            aria-label={say.tools.leaveOf(name)}
            data-act="note-departure"
          >
            {say.tools.leave}
          </button>
        </form>
      ) : null}
    </li>
  );
}

function Minutes({ t, facts, record }: AssemblyProps & { readonly record: RecordFacts }) {
  const say = t.assemblies;
  const { minutes } = record;
  return (
    <section class="stack" aria-labelledby="minutes">
      <h2 id="minutes">{say.minutes}</h2>
      {minutes === null ? <p>{say.minutesNone}</p> : null}
      {minutes?.words.split("\n").map((line) => (
        <p {...toldIn(t)}>{line}</p>
      ))}
      {minutes !== null && !minutes.isSealed ? <p class="small">{say.minutesOpen}</p> : null}
      {facts.sealed === null ? null : (
        <p class="small">
          {`${say.sealed(t.format.dayAndHour(facts.sealed.at))} ${say.digest}: `}
          <code>{facts.sealed.digest}</code>
        </p>
      )}
      {minutes?.isSealed === true && !minutes.sealHolds ? (
        <Notice kind="error">
          <p>{say.sealBroken}</p>
        </Notice>
      ) : null}
    </section>
  );
}
