import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { TextField } from "#frontend/ui/field.tsx";
import type { OwnAddress, OwnFacts } from "./own-facts.ts";
import { Part } from "./own-part.tsx";

interface AddressesProps {
  readonly t: Texts;
  readonly facts: OwnFacts;
}

/** Where letters go: each address confirmed or taken away, one added. */
export function Addresses({ t, facts }: AddressesProps): VNode {
  const say = t.access.own;
  return (
    <Part id="indirizzi" title={say.addresses}>
      {facts.addresses.length === 0 ? <p>{say.addressesNone}</p> : null}
      <ul class="ruled">
        {facts.addresses.map((address) => (
          <li class="stack">
            <div class="row apart">
              <span>{address.address}</span>
              <span class="small">{address.isConfirmed ? say.confirmed : say.unconfirmed}</span>
            </div>
            {address.isConfirmed ? null : <ToConfirm t={t} address={address} />}
            {address.mayGo ? <Removal t={t} address={address} /> : null}
          </li>
        ))}
      </ul>
      <Adding t={t} facts={facts} />
    </Part>
  );
}

interface AddressProps {
  readonly t: Texts;
  readonly address: OwnAddress;
}

function ToConfirm({ t, address: { id, address, keys } }: AddressProps) {
  const say = t.access.own;
  return (
    <div class="row">
      <a class="button" href={`/io/indirizzi/${id}`} data-act="confirm-address">
        {say.toConfirm}
        <span class="hidden"> {say.toConfirmOf(address)}</span>
      </a>
      <form method="post" action="/io/indirizzi">
        <input type="hidden" name="key" value={keys.again} />
        <input type="hidden" name="email" value={address} />
        <button class="button" type="submit" data-act="address-code-again">
          {say.codeAgain}
          <span class="hidden"> {say.toConfirmOf(address)}</span>
        </button>
      </form>
    </div>
  );
}

function Removal({ t, address: { id, address, isConfirmed, keys } }: AddressProps) {
  const say = t.access.own;
  return (
    <form class="stack" method="post" action={`/io/indirizzi/${id}/rimozione`}>
      <input type="hidden" name="key" value={keys.remove} />
      {isConfirmed ? <p class="small">{say.removeAddressWhy}</p> : null}
      <p>
        <button class="button" type="submit" data-act="remove-address">
          {say.removeAddressOf(address)}
        </button>
      </p>
    </form>
  );
}

function Adding({ t, facts }: AddressesProps) {
  const say = t.access.own;
  const error = facts.errors.find(({ field }) => field === "new-address")?.message;
  return (
    <details class="fold" open={error !== undefined}>
      <summary data-act="add-address">{say.addAddress}</summary>
      <form class="stack" method="post" action="/io/indirizzi" novalidate>
        <input type="hidden" name="key" value={facts.keys.address} />
        <TextField
          t={t}
          id="new-address"
          name="email"
          label={say.newAddress}
          type="email"
          inputMode="email"
          autoComplete="email"
          value={error === undefined ? "" : facts.newAddress}
          maxLength={200}
          error={error}
        />
        <p>
          <button class="button" type="submit" data-act="send-address-code">
            {say.addAddressGo}
          </button>
        </p>
      </form>
    </details>
  );
}
