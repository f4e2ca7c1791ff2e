import type { VNode } from "preact";
import { GROUNDS } from "#domain/membership/book-deeds.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { ChoiceGroup, type FieldError, SelectField, TextArea } from "#frontend/ui/field.tsx";
import type { RefusedAnswer, WaitingFacts, WaitingTransfer } from "./book-facts.ts";

interface BackProps {
  readonly t: Texts;
  readonly errors: readonly FieldError[];
  readonly refused: RefusedAnswer | null;
}

/** The board's yes or no to what somebody asked, with its reason. */
export function AnswerForm({
  t,
  one,
  errors,
  refused,
}: BackProps & { readonly one: WaitingFacts }): VNode {
  const say = t.members.book;
  const back = refused?.id === one.id ? refused : null;
  const hasGround = one.asks === "in" || one.asks === "assembly";
  const isReply = one.asks === "reply";
  return (
    <details class="fold" open={back !== null}>
      <summary data-act="decide-ask">{say.decide}</summary>
      <form class="stack" method="post" action={`/soci/libro/${one.id}/risposta`} novalidate>
        <input type="hidden" name="key" value={one.key} />
        <input type="hidden" name="asks" value={one.asks} />
        <Verdict
          t={t}
          id={one.id}
          yes={isReply ? say.replyYes : say.yes}
          no={isReply ? say.replyNo : say.no}
          chosen={back?.verdict ?? "yes"}
        />
        {hasGround ? (
          <SelectField
            t={t}
            id={`ground-${one.id}`}
            name="ground"
            label={say.ground}
            value={back?.ground ?? "other"}
            options={GROUNDS.refused.map((value) => ({ value, label: t.members.grounds[value] }))}
          />
        ) : null}
        <Words t={t} id={one.id} errors={errors} refused={back} />
        <Send t={t} />
      </form>
    </details>
  );
}

/** The board's yes or no to shares that somebody gives on. */
export function TransferAnswer({
  t,
  one,
  errors,
  refused,
}: BackProps & { readonly one: WaitingTransfer }): VNode {
  const say = t.members.book;
  const back = refused?.id === one.id ? refused : null;
  return (
    <details class="fold" open={back !== null}>
      <summary data-act="transfer-ask">{say.decide}</summary>
      <form class="stack" method="post" action={`/soci/libro/cessioni/${one.id}`} novalidate>
        <input type="hidden" name="key" value={one.key} />
        <Verdict
          t={t}
          id={one.id}
          yes={one.isAccepted ? say.yes : null}
          no={one.isFree ? null : say.no}
          chosen={back?.verdict ?? (one.isAccepted ? "yes" : "no")}
        />
        <Words t={t} id={one.id} errors={errors} refused={back} />
        <Send t={t} />
      </form>
    </details>
  );
}

interface VerdictProps {
  readonly t: Texts;
  readonly id: string;
  /** Null where it cannot be said. */
  readonly yes: string | null;
  readonly no: string | null;
  readonly chosen: string;
}

function Verdict({ t, id, yes, no, chosen }: VerdictProps) {
  const options = [
    ...(yes === null ? [] : [{ value: "yes", label: yes }]),
    ...(no === null ? [] : [{ value: "no", label: no }]),
  ];
  return (
    <ChoiceGroup
      t={t}
      kind="radio"
      id={`verdict-${id}`}
      name="verdict"
      label={t.members.book.verdict}
      options={options}
      chosen={[chosen]}
    />
  );
}

function Words({ t, id, errors, refused }: BackProps & { readonly id: string }) {
  const say = t.members.book;
  return (
    <TextArea
      t={t}
      id={`words-${id}`}
      name="words"
      label={say.words}
      hint={say.wordsHint}
      value={refused?.words ?? ""}
      rows={3}
      maxLength={2000}
      error={errors.find(({ field }) => field === `words-${id}`)?.message}
    />
  );
}

function Send({ t }: Pick<BackProps, "t">) {
  return (
    <p>
      <button class="button strong" type="submit" data-act="decide">
        {t.members.book.send}
      </button>
    </p>
  );
}
