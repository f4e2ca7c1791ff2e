import type { VNode } from "preact";
import { VerifyFile } from "#frontend/islands/verify-file.tsx";
import type { Texts } from "#frontend/texts/texts.ts";
import type { FieldError } from "#frontend/ui/field.tsx";
import { TextField } from "#frontend/ui/field.tsx";
import { Opening } from "#frontend/ui/opening.tsx";

export interface VerifyFacts {
  readonly typed: string;
  readonly errors: readonly FieldError[];
  /** The program that counts. */
  readonly worker: string;
}

interface VerifyProps {
  readonly t: Texts;
  readonly facts: VerifyFacts;
}

/** What anybody can check without trusting anybody: a receipt, or a whole vote from its file. */
export function VerifyPage({ t, facts }: VerifyProps): VNode {
  const say = t.votes.verify;
  const { errors, typed } = facts;
  return (
    <div class="sheet stack loose">
      <Opening t={t} title={say.title} lead={say.lead} errors={errors} />
      <div class="columns halves">
        <section class="stack" aria-labelledby="receipt">
          <h2 id="receipt" class="part">
            {say.receipt}
          </h2>
          <p>{say.receiptWhy}</p>
          <form class="stack" method="get" action="/verifica" novalidate>
            <TextField
              t={t}
              id="ricevuta"
              name="ricevuta"
              label={say.pasted}
              hint={say.pastedHint}
              value={typed}
              maxLength={400}
              error={errors.find(({ field }) => field === "ricevuta")?.message}
            />
            <p>
              <button class="button strong" type="submit" data-act="check-receipt">
                {say.check}
              </button>
            </p>
          </form>
        </section>
        <section class="stack" aria-labelledby="file">
          <h2 id="file" class="part">
            {say.file}
          </h2>
          <p>{say.fileWhy}</p>
          <VerifyFile
            id="verify"
            when="load"
            props={{ lang: t.lang, worker: facts.worker, say: { ...say.told, choose: say.choose } }}
          />
          <noscript>
            <p class="note">{say.without}</p>
          </noscript>
          <h3>{say.by}</h3>
          <p>{say.byWhy}</p>
          <pre class="words">
            npm run verify -- voto.json{"\n"}python3 tests/recount.py voto.json
          </pre>
        </section>
      </div>
    </div>
  );
}
