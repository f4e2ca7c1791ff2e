import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { SelectField } from "#frontend/ui/field.tsx";
import { ActFor, FormKey, Why } from "./proposal-boxes.tsx";
import type { ProposalDeed, ProposalFacts } from "./proposal-facts.ts";

interface ProposalDeedsProps {
  readonly t: Texts;
  readonly facts: ProposalFacts;
}

/** Deeds that are one press of a button. */
const PLAIN = ["submit", "endorse", "notice"] as const;
/** Deeds that say why. */
const REASONED = ["withdraw", "challenge", "veto"] as const;

/** Where the form of each deed is sent, under the proposal's address. */
const ADDRESSES = {
  submit: "presentazione",
  endorse: "adesioni",
  notice: "convocazione",
  withdraw: "ritiro",
  challenge: "contestazioni",
  veto: "fermo",
} as const;

/** What this reader may do about a proposal now. */
export function ProposalDeeds({ t, facts }: ProposalDeedsProps): VNode | null {
  const { deeds } = facts;
  const isHere = deeds.some(({ kind }) => kind !== "comment" && kind !== "amend");
  if (!isHere) return null;
  const of = <Kind extends ProposalDeed["kind"]>(kind: Kind) =>
    deeds.find((deed): deed is Extract<ProposalDeed, { kind: Kind }> => deed.kind === kind);
  return (
    <section class="stack" aria-labelledby="deeds">
      <h2 id="deeds" class="lesser">
        {t.proposals.deeds.title}
      </h2>
      {PLAIN.map((kind) => {
        const deed = deeds.find((one) => one.kind === kind);
        return deed === undefined ? null : (
          <Plain t={t} facts={facts} kind={kind} formKey={deed.key} />
        );
      })}
      {deeds.map((deed) =>
        deed.kind === "revoke-proxy" ? <TakeBack t={t} facts={facts} deed={deed} /> : null,
      )}
      <GiveProxy t={t} facts={facts} deed={of("give-proxy")} />
      {REASONED.map((kind) => {
        const deed = deeds.find((one) => one.kind === kind);
        return deed === undefined ? null : (
          <Reasoned t={t} facts={facts} kind={kind} formKey={deed.key} />
        );
      })}
    </section>
  );
}

interface FormProps<Kind> extends ProposalDeedsProps {
  readonly kind: Kind;
  readonly formKey: string;
}

function Plain({ t, facts, kind, formKey }: FormProps<(typeof PLAIN)[number]>) {
  const say = t.proposals.deeds;
  const isMain = kind === "submit" || kind === "endorse";
  return (
    <form class="stack" method="post" action={actionOf(facts, kind)}>
      <FormKey facts={facts} of={formKey} />
      <ActFor t={t} facts={facts} id={`${kind}-member`} />
      <p class="small">{say[`${kind}Why`]}</p>
      <p>
        <button class={isMain ? "button strong" : "button"} type="submit" data-act={kind}>
          {say[kind]}
        </button>
      </p>
    </form>
  );
}

function Reasoned({ t, facts, kind, formKey }: FormProps<(typeof REASONED)[number]>) {
  const say = t.proposals.deeds;
  const name = `${kind}-reason`;
  return (
    <details class="fold" open={facts.typed[name] !== undefined}>
      <summary data-act={`open-${kind}`}>{say[kind]}</summary>
      <form class="stack" method="post" action={actionOf(facts, kind)} novalidate>
        <FormKey facts={facts} of={formKey} />
        <ActFor t={t} facts={facts} id={`${kind}-member`} />
        <Why t={t} facts={facts} name={name} label={say.reason} hint={say[`${kind}Why`]} />
        <p>
          <button class="button" type="submit" data-act={kind}>
            {kind === "withdraw" ? say.withdrawGo : say[kind]}
          </button>
        </p>
      </form>
    </details>
  );
}

function actionOf({ number }: ProposalFacts, kind: keyof typeof ADDRESSES): string {
  return `/proposte/${number}/${ADDRESSES[kind]}`;
}

function GiveProxy({
  t,
  facts,
  deed,
}: ProposalDeedsProps & {
  readonly deed: Extract<ProposalDeed, { kind: "give-proxy" }> | undefined;
}) {
  if (deed === undefined) return null;
  const say = t.proposals.deeds;
  const options = deed.holders.map(({ memberId, name }) => ({ value: memberId, label: name }));
  return (
    <details class="fold" open={facts.typed["holder"] !== undefined}>
      <summary data-act="open-proxy">{say.proxy}</summary>
      <form class="stack" method="post" action={`/proposte/${facts.number}/deleghe`}>
        <FormKey facts={facts} of={deed.key} />
        <ActFor t={t} facts={{ ...facts, actsFor: deed.givers }} id="proxy-member" />
        <SelectField
          t={t}
          id="holder"
          name="holder"
          label={say.proxyTo}
          hint={say.proxyWhy}
          value={facts.typed["holder"] ?? ""}
          error={facts.errors.find(({ field }) => field === "holder")?.message}
          options={options}
        />
        <p>
          <button class="button" type="submit" data-act="give-proxy">
            {say.proxyGo}
          </button>
        </p>
      </form>
    </details>
  );
}

function TakeBack({
  t,
  facts,
  deed,
}: ProposalDeedsProps & { readonly deed: Extract<ProposalDeed, { kind: "revoke-proxy" }> }) {
  const say = t.proposals.deeds;
  return (
    <form class="stack" method="post" action={`/proposte/${facts.number}/deleghe/ritiro`}>
      <FormKey facts={facts} of={deed.key} />
      <input type="hidden" name="proxy" value={deed.proxyId} />
      <p>{say.proxyGiven(deed.giver, deed.holder)}</p>
      <p>
        <button class="button" type="submit" data-act="revoke-proxy">
          {say.proxyBack}
        </button>
      </p>
    </form>
  );
}
