import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import { AnswerForm, TransferAnswer } from "./answer-forms.tsx";
import type { BookFacts, RefusedAnswer, WaitingFacts, WaitingTransfer } from "./book-facts.ts";
import { quotes } from "./member-parts.tsx";
import { Part } from "./own-part.tsx";

interface WaitingProps {
  readonly t: Texts;
  readonly facts: Pick<BookFacts, "transfers" | "errors" | "refused">;
  readonly waiting: readonly WaitingFacts[];
}

/** Who waits for an answer of the board, with the form that gives it. */
export function WaitingMembers({ t, facts, waiting }: WaitingProps): VNode {
  const say = t.members.book;
  const { transfers, errors, refused } = facts;
  const isNobody = waiting.length === 0 && transfers.length === 0;
  return (
    <Part id="waiting" title={say.waiting}>
      {isNobody ? <p>{say.noneWaiting}</p> : null}
      <ul class="ruled">
        {waiting.map((one) => (
          <li class="stack tight" id={`waiting-${one.id}`}>
            <h3>{one.name}</h3>
            <WaitingWords t={t} one={one} />
            <div class="row">
              {one.mayDecide ? (
                <AnswerForm t={t} one={one} errors={errors} refused={refused} />
              ) : null}
              <a href={`/soci/libro/${one.id}`} data-act="member">
                {say.toMember(one.name)}
              </a>
            </div>
          </li>
        ))}
        {transfers.map((one) => (
          <Transfer t={t} one={one} errors={errors} refused={refused} />
        ))}
      </ul>
    </Part>
  );
}

/** What somebody asks for, since when, and in which words. */
export function WaitingWords({ t, one }: { readonly t: Texts; readonly one: WaitingFacts }): VNode {
  const say = t.members.book;
  const { bornIn, bornOn, town, words, answerBy } = one;
  const isNew = one.asks === "in";
  return (
    <>
      <p>
        {asked(t, one)} · {t.members.classes[one.class]}
        {town === null ? null : ` · ${town}`}
      </p>
      {!isNew || bornIn === null || bornOn === null ? null : (
        <p class="small">{say.born(bornIn, t.format.date(bornOn))}</p>
      )}
      {words === null ? null : (
        <p>
          <span class="small">{say.motive}</span> {words}
        </p>
      )}
      {answerBy === null ? null : <p class="small">{say.answerBy(t.format.date(answerBy))}</p>}
    </>
  );
}

function asked(t: Texts, { asks, shares, instalments }: WaitingFacts): string {
  const say = t.members.book;
  if (asks === "exit") return say.asksExit;
  if (asks === "assembly") return say.asksAssembly;
  if (asks === "reply") return say.asksReply;
  return say.asksIn(quotes(t, shares), t.format.count(instalments));
}

interface TransferProps {
  readonly t: Texts;
  readonly one: WaitingTransfer;
  readonly errors: readonly FieldError[];
  readonly refused: RefusedAnswer | null;
}

function Transfer({ t, one, errors, refused }: TransferProps) {
  const say = t.members.book;
  const { id, from, to, shares, freeOn, isFree, isAccepted, mayDecide } = one;
  return (
    <li class="stack tight" id={`transfer-${id}`}>
      <h3>{say.gives(from, quotes(t, shares), to)}</h3>
      <p class="small">{isFree ? say.givesFree : say.answerBy(t.format.date(freeOn))}</p>
      {isAccepted ? null : <p class="small">{say.givesUnaccepted}</p>}
      {mayDecide && (isAccepted || !isFree) ? (
        <TransferAnswer t={t} one={one} errors={errors} refused={refused} />
      ) : null}
    </li>
  );
}
