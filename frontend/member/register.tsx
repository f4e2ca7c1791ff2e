import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { Opening } from "#frontend/ui/opening.tsx";
import { Scroll } from "#frontend/ui/scroll.tsx";
import type { RegisterFacts, RegisterLineFacts } from "./book-facts.ts";

interface RegisterProps {
  readonly t: Texts;
  readonly facts: RegisterFacts;
}

/** The whole book on paper: what the law makes it say of everybody who ever was in it. */
export function Register({ t, facts }: RegisterProps): VNode {
  const say = t.members.register;
  const { lines, madeAt, digest } = facts;
  return (
    <div class="sheet stack register">
      <p>
        <a href="/soci/libro" data-act="back-to-book">
          {t.members.one.back}
        </a>{" "}
        <span class="small">{say.print}</span>
      </p>
      <Opening t={t} title={say.title} lead={say.lead} />
      <h2 id="register" class="lesser">
        {say.sum(t.format.count(lines.length))}
      </h2>
      <Scroll labelledBy="register">
        <table class="table">
          <Head t={t} />
          <tbody>
            {lines.map((line) => (
              <Line t={t} line={line} />
            ))}
          </tbody>
        </table>
      </Scroll>
      <p>{say.made(t.format.date(madeAt), t.format.hour(madeAt))}</p>
      <p>
        {say.digest}: <code>{digest}</code>
      </p>
      <p class="small">{say.digestWhy}</p>
    </div>
  );
}

function Head({ t }: Pick<RegisterProps, "t">) {
  const say = t.members.register;
  const words = [t.members.book.number, say.who, say.home, t.members.book.class];
  return (
    <thead>
      <tr>
        {[...words, t.members.book.since, say.state].map((word) => (
          <th scope="col">{word}</th>
        ))}
        {[say.shares, say.subscribed, say.paid].map((word) => (
          <th scope="col" class="n">
            {word}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Line({ t, line }: { readonly t: Texts; readonly line: RegisterLineFacts }) {
  const { bookNo, name, taxCode, bornOn, bornIn, representedBy, enrolledOn } = line;
  const born = bornOn === null ? null : `${bornIn ?? ""}, ${t.format.date(bornOn)}`;
  const more = [taxCode, born, representedBy].filter((one) => one !== null);
  return (
    <tr>
      <td>{t.format.count(bookNo)}</td>
      <th scope="row">
        {name ?? t.members.one.forgotten}
        {more.map((one) => (
          <span class="small block">{one}</span>
        ))}
      </th>
      <td>{line.home}</td>
      <td>{t.members.classes[line.class]}</td>
      <td>{enrolledOn === null ? null : t.format.date(enrolledOn)}</td>
      <td>{stateOf(t, line)}</td>
      <td class="n">{t.format.count(line.shares)}</td>
      <td class="n">{t.format.money(line.subscribedCents)}</td>
      <td class="n">{t.format.money(line.paidCents)}</td>
    </tr>
  );
}

function stateOf(t: Texts, { state, endedAt }: RegisterLineFacts): string {
  const word = t.members.states[state];
  return endedAt === null ? word : t.members.register.until(word, t.format.date(endedAt));
}
