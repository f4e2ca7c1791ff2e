import type { VNode } from "preact";
import { MEMBER_CLASSES } from "#domain/membership/member.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { Notice } from "#frontend/ui/notice.tsx";
import { Opening } from "#frontend/ui/opening.tsx";
import type { JoinFacts } from "./member-facts.ts";
import { JoinForm } from "./join-form.tsx";
import { Part } from "./own-part.tsx";

interface JoinProps {
  readonly t: Texts;
  readonly facts: JoinFacts;
}

/** What a member is, what a share is worth, how to join; the form for who is signed in. */
export function Join({ t, facts }: JoinProps): VNode {
  const say = t.members.join;
  const { errors, isSent, inBook, nominalCents, mayReadBook } = facts;
  return (
    <div class="sheet stack loose reading">
      <Opening
        t={t}
        title={say.title}
        lead={say.lead}
        errors={errors}
        news={isSent ? say.sent : null}
      />
      <p class="strong">
        {say.inBook(t.format.count(inBook), inBook !== 1)} ·{" "}
        {say.share(t.format.money(nominalCents))}
      </p>
      {mayReadBook ? (
        <p>
          <a class="button" href="/soci/libro" data-act="members-book">
            {say.toBook}
          </a>
        </p>
      ) : null}
      <Part id="reasons" title={say.why}>
        <ul class="ruled">
          {say.reasons.map((one) => (
            <li>{one}</li>
          ))}
        </ul>
      </Part>
      <Part id="who" title={say.who}>
        <ul class="ruled">
          {MEMBER_CLASSES.map((one) => (
            <li>{say.classWords[one]}</li>
          ))}
        </ul>
      </Part>
      <Part id="how" title={say.how}>
        <ol class="ruled">
          {say.steps.map((one) => (
            <li>{one}</li>
          ))}
        </ol>
      </Part>
      <Asking t={t} facts={facts} />
    </div>
  );
}

function Asking({ t, facts }: JoinProps) {
  const say = t.members.join;
  const { form } = facts;
  if (form === null) {
    return (
      <Part id="apply" title={say.form}>
        <p>{say.signInWhy}</p>
        <p>
          <a class="button strong" href="/accedi?poi=%2Fsoci" data-act="sign-in-to-apply">
            {say.signIn}
          </a>
        </p>
      </Part>
    );
  }
  if (form.isIn && form.enterprises.length === 0) {
    return (
      <Notice kind="note" side="vote">
        <p>{say.already}</p>
        <p>
          <a href="/io/quote" data-act="own-shares">
            {say.toOwn}
          </a>
        </p>
      </Notice>
    );
  }
  return <JoinForm t={t} form={form} errors={facts.errors} />;
}
