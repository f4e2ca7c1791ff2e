import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { TextField } from "#frontend/ui/field.tsx";
import type { OwnFacts, OwnPasskey } from "./own-facts.ts";
import { Part } from "./own-part.tsx";

interface PasskeysProps {
  readonly t: Texts;
  readonly facts: OwnFacts;
}

/** One's passkeys: which device, since when, last used; to be named and taken away. */
export function Passkeys({ t, facts }: PasskeysProps): VNode {
  const say = t.access.own;
  const { passkeys } = facts;
  return (
    <Part id="passkey" title={say.passkeys}>
      {passkeys.length === 0 ? <p>{say.passkeysNone}</p> : null}
      <ul class="ruled">
        {passkeys.map((passkey) => (
          <Passkey t={t} passkey={passkey} facts={facts} />
        ))}
      </ul>
      {passkeys.length === 1 ? <p class="small">{say.addWhy}</p> : null}
      <p>
        <a class="button strong" href="/io/passkey" data-act="add-passkey">
          {say.add}
        </a>
      </p>
    </Part>
  );
}

function Passkey({ t, passkey, facts }: PasskeysProps & { readonly passkey: OwnPasskey }) {
  const say = t.access.own;
  const { id, name, addedAt, lastUsedAt, keys } = passkey;
  const { date, dayAndHour } = t.format;
  const box = `name-${id}`;
  const error = facts.errors.find(({ field }) => field === box)?.message;
  const used = lastUsedAt === null ? say.neverUsed : say.lastUsed(dayAndHour(lastUsedAt));
  return (
    <li>
      <h3>{name}</h3>
      <p class="small">
        {say.added(date(addedAt))}, {used}
      </p>
      <details class="fold" open={error !== undefined}>
        <summary data-act="change-passkey">{say.change(name)}</summary>
        <div class="stack">
          <form class="search" method="post" action={`/io/passkey/${id}/nome`} novalidate>
            <input type="hidden" name="key" value={keys.rename} />
            <TextField
              t={t}
              id={box}
              name="name"
              label={say.newName}
              value={name}
              maxLength={120}
              error={error}
            />
            <button class="button" type="submit" data-act="rename-passkey">
              {say.renameGo}
            </button>
          </form>
          <form class="stack" method="post" action={`/io/passkey/${id}/rimozione`}>
            <input type="hidden" name="key" value={keys.remove} />
            <p class="small">{say.removeWhy}</p>
            <p>
              <button class="button" type="submit" data-act="remove-passkey">
                {say.removeOf(name)}
              </button>
            </p>
          </form>
        </div>
      </details>
    </li>
  );
}
