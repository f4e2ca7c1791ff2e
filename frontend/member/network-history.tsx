import type { VNode } from "preact";
import type { Instant } from "#domain/kernel/instant.ts";
import type { OfficeTexts } from "#frontend/texts/it/office.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { Empty } from "#frontend/ui/notice.tsx";
import { Opening } from "#frontend/ui/opening.tsx";

/** One thing that the network says otherwise than before. */
export interface ChangeFacts {
  readonly number: number;
  readonly field: keyof OfficeTexts["history"]["fields"];
  readonly saidBefore: string | null;
  readonly saysNow: string | null;
  readonly changedAt: Instant;
  readonly by: string;
}

interface NetworkHistoryProps {
  readonly t: Texts;
  readonly facts: {
    /** The newest first. */
    readonly changes: readonly ChangeFacts[];
    /** Where the earlier ones are; null where there are none. */
    readonly older: string | null;
  };
}

/** What the network said of itself before: what was changed, by whom, when. */
export function NetworkHistory({ t, facts }: NetworkHistoryProps): VNode {
  const say = t.office.history;
  return (
    <div class="sheet stack loose">
      <Opening t={t} title={say.title} lead={say.lead} errors={[]} news={null} />
      {facts.changes.length === 0 ? <Empty title={say.none} why={say.noneWhy} /> : null}
      <ol class="ruled">
        {facts.changes.map((change) => (
          <Change t={t} change={change} />
        ))}
      </ol>
      {facts.older === null ? null : (
        <p>
          <a href={facts.older} data-act="older">
            {say.older}
          </a>
        </p>
      )}
    </div>
  );
}

function Change({ t, change }: { readonly t: Texts; readonly change: ChangeFacts }) {
  const say = t.office.history;
  const { field, saidBefore, saysNow, changedAt, by } = change;
  return (
    <li>
      <h2 class="part">{say.fields[field]}</h2>
      <p>
        {say.before(saidBefore ?? say.nothing)}
        <br />
        <strong>{say.now(saysNow ?? say.nothing)}</strong>
      </p>
      <p class="small">{say.who(by, `${t.format.date(changedAt)}, ${t.format.hour(changedAt)}`)}</p>
    </li>
  );
}
