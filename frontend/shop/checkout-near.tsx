import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import type { CheckoutFacts } from "./checkout-facts.ts";

/** Asks from where somebody comes, and says what the distances below are from. */
export function Near(props: { readonly t: Texts; readonly facts: CheckoutFacts }): VNode | null {
  const { t, facts } = props;
  const say = t.checkout;
  const { near } = facts.values;
  if (facts.places.pickups.length < 2) return null;
  return (
    <div class="field">
      <label for="near">{say.near}</label>
      <p class="small" id="near-hint">
        {say.nearHint}
      </p>
      <div class="row">
        <input
          class="input"
          id="near"
          name="near"
          list="near-names"
          value={near}
          maxLength={80}
          autoComplete="off"
          aria-describedby="near-hint near-said"
          data-act="near"
        />
        <button class="button" type="submit" name="ask" value="near" data-act="near-go">
          {say.nearGo}
        </button>
      </div>
      <datalist id="near-names">
        {facts.placeNames.map((name) => (
          <option value={name}>{name}</option>
        ))}
      </datalist>
      <output class="small" id="near-said">
        {facts.away === null ? (near === "" ? "" : say.nearUnknown) : say.nearFrom(facts.away.from)}
      </output>
    </div>
  );
}
