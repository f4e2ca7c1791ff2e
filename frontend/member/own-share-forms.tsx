import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { TextArea, TextField } from "#frontend/ui/field.tsx";
import type { OwnAsk, OwnMembershipFacts, OwnSharesFacts } from "./own-share-facts.ts";

interface FormProps {
  readonly t: Texts;
  readonly facts: OwnSharesFacts;
  readonly one: OwnMembershipFacts;
}

/** What a field holds and why it was refused, by its id. */
function boxOf({ t, facts }: Pick<FormProps, "t" | "facts">, id: string, first: string) {
  const error = facts.errors.find(({ field }) => field === id)?.message;
  return { t, id, value: facts.typed[id] ?? first, error };
}

/** Further shares, paid in monthly parts. */
export function MoreForm(props: FormProps): VNode {
  const { t, facts, one } = props;
  const say = t.members.own;
  const [shares, parts] = [`more-shares-${one.id}`, `more-parts-${one.id}`];
  const isOpen = facts.errors.some(({ field }) => field === shares || field === parts);
  return (
    <details class="fold" open={isOpen}>
      <summary data-act="more-shares-open">{say.more}</summary>
      <form class="stack" method="post" action={`/io/quote/${one.id}/quote`} novalidate>
        <p>{say.moreWhy(t.format.money(facts.nominalCents))}</p>
        <input type="hidden" name="key" value={`${one.key}-more`} />
        <TextField
          {...boxOf(props, shares, "1")}
          name="shares"
          label={say.moreShares}
          inputMode="numeric"
          maxLength={4}
        />
        <TextField
          {...boxOf(props, parts, "1")}
          name="instalments"
          label={say.moreParts}
          hint={t.members.join.fields.instalmentsHint}
          inputMode="numeric"
          maxLength={2}
        />
        <p>
          <button class="button strong" type="submit" data-act="more-shares">
            {say.moreGo}
          </button>
        </p>
      </form>
    </details>
  );
}

/** Shares for another member. */
export function GiveForm(props: FormProps): VNode {
  const { t, facts, one } = props;
  const say = t.members.own;
  const [to, shares] = [`give-to-${one.id}`, `give-shares-${one.id}`];
  const isOpen = facts.errors.some(({ field }) => field === shares || field === to);
  return (
    <details class="fold" open={isOpen}>
      <summary data-act="give-shares-open">{say.give}</summary>
      {one.giving === "unpaid" ? (
        <p>{say.giveUnpaid(t.format.money(one.unpaidCents))}</p>
      ) : (
        <form class="stack" method="post" action={`/io/quote/${one.id}/cessioni`} novalidate>
          <p>{say.giveWhy}</p>
          <input type="hidden" name="key" value={`${one.key}-give`} />
          <TextField
            {...boxOf(props, to, "")}
            name="to"
            label={say.giveTo}
            hint={say.giveToHint}
            inputMode="numeric"
            maxLength={7}
          />
          <TextField
            {...boxOf(props, shares, "1")}
            name="shares"
            label={say.giveShares}
            inputMode="numeric"
            maxLength={4}
          />
          <p>
            <button class="button strong" type="submit" data-act="give-shares">
              {say.giveGo}
            </button>
          </p>
        </form>
      )}
    </details>
  );
}

/** Something that one asks for of one's own membership, with one's words where they matter. */
export function AskForm(props: FormProps & { readonly ask: OwnAsk }): VNode {
  const { t, one, ask } = props;
  const say = t.members.own;
  const { name, label } = asksIn(t)[ask];
  return (
    <form class="stack tight" method="post" action={`/io/quote/${one.id}/richiesta`} novalidate>
      <input type="hidden" name="key" value={`${one.key}-${ask}`} />
      <input type="hidden" name="kind" value={ask} />
      {label === null ? null : (
        <TextArea
          {...boxOf(props, `words-${ask}-${one.id}`, "")}
          name="words"
          label={ask === "replied" ? label : `${label} (${t.frame.form.optional})`}
          {...(ask === "replied" ? { hint: say.replyHint } : {})}
          rows={4}
          maxLength={2000}
        />
      )}
      <p>
        <button
          class={ask === "replied" ? "button strong" : "button"}
          type="submit"
          data-act={`member-${ask}`}
        >
          {name}
        </button>
      </p>
    </form>
  );
}

/** What each asking is called, and the box for one's words where they matter. */
function asksIn(t: Texts) {
  const say = t.members.own;
  return {
    withdrawn: { name: say.withdraw, label: null },
    appealed: { name: say.appeal, label: t.members.book.words },
    "exit-asked": { name: say.leave, label: say.leaveWords },
    opposed: { name: say.oppose, label: null },
    replied: { name: say.replyGo, label: say.reply },
  } satisfies Record<OwnAsk, { readonly name: string; readonly label: string | null }>;
}
