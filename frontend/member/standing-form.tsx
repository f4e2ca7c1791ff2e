import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { toldIn } from "#frontend/ui/told.ts";
import { sizeName } from "./size-name.ts";
import { ChoiceGroup, SelectField, TextField } from "#frontend/ui/field.tsx";
import type { StandingFacts, StandingLineFacts } from "./standing-facts.ts";

interface FormProps {
  readonly t: Texts;
  readonly facts: StandingFacts;
  readonly household: string;
}

/** The whole list in one form: what is saved is what it says. */
export function StandingForm({ t, facts, household }: FormProps): VNode {
  const say = t.standing;
  const errorOf = (field: string) => facts.errors.find((error) => error.field === field)?.message;
  return (
    <form class="stack loose" method="post" action={`/io/ricorrenti/${household}`} novalidate>
      <input type="hidden" name="key" value={facts.keys.save} />
      {facts.lines.length === 0 ? null : <Lines t={t} facts={facts} />}
      <Adding t={t} facts={facts} />
      <SelectField
        t={t}
        id="where"
        name="where"
        label={say.where}
        options={facts.places}
        value={facts.where}
      />
      <ChoiceGroup
        t={t}
        id="payment"
        name="payment"
        kind="radio"
        label={say.payment}
        chosen={[facts.payment]}
        options={(["wallet", "at-pickup"] as const).map((value) => {
          return { value, label: say.payments[value] };
        })}
      />
      <ChoiceGroup
        t={t}
        id="part"
        name="part"
        kind="radio"
        label={say.part}
        chosen={[facts.isInPart ? "yes" : "no"]}
        options={(["yes", "no"] as const).map((value) => ({ value, label: say.parts[value] }))}
      />
      <TextField
        t={t}
        id="rise"
        name="rise"
        label={say.rise}
        hint={say.riseHint}
        value={facts.rise}
        inputMode="decimal"
        maxLength={6}
        error={errorOf("rise")}
      />
      <p>
        <button class="button strong tall" type="submit" data-act="standing-save">
          {say.save}
        </button>
      </p>
    </form>
  );
}

function Lines({ t, facts }: Pick<FormProps, "t" | "facts">) {
  const say = t.standing;
  return (
    <div class="scroll">
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{say.product}</th>
            <th scope="col">{say.wanted}</th>
            <th scope="col" class="n">
              {say.agreed}
            </th>
          </tr>
        </thead>
        <tbody>
          {facts.lines.map((line) => (
            <LineRow t={t} line={line} facts={facts} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function LineRow({
  t,
  line,
  facts,
}: Pick<FormProps, "t" | "facts"> & { readonly line: StandingLineFacts }) {
  const say = t.standing;
  const { variantId, productName, label, producerName, kind, quantity, agreedCents } = line;
  const name = sizeName(productName, label);
  const id = `q-${variantId}`;
  const error = facts.errors.find(({ field }) => field === id);
  const price =
    kind === "piece" ? t.format.money(agreedCents) : t.format.unitPrice(agreedCents, "kg");
  return (
    <tr>
      <th scope="row" {...toldIn(t)}>
        {name}
        <span class="small block">{producerName}</span>
      </th>
      <td>
        <input
          class="input brief"
          id={id}
          name={id}
          value={quantity}
          inputMode="decimal"
          maxLength={11}
          aria-label={say.quantity(name)}
          data-act="standing-quantity"
          {...(error === undefined ? {} : { "aria-invalid": true as const })}
        />
        {kind === "kg" ? " kg" : null}
        <Tolerance t={t} line={line} name={name} />
      </td>
      <td class="n">{price}</td>
    </tr>
  );
}

/** What the household would take beyond it, so that a box fills. */
function Tolerance({
  t,
  line,
  name,
}: Pick<FormProps, "t"> & { readonly line: StandingLineFacts; readonly name: string }) {
  return (
    <label class="small block">
      {t.standing.more}{" "}
      <input
        class="input brief"
        name={`t-${line.variantId}`}
        value={line.tolerance}
        inputMode="decimal"
        maxLength={11}
        data-act="standing-tolerance"
      />
      <span class="hidden"> {name}</span>
    </label>
  );
}

function Adding({ t, facts }: Pick<FormProps, "t" | "facts">) {
  const say = t.standing;
  const listed = new Set(facts.lines.map(({ variantId }) => variantId));
  const free = facts.sizes.filter(({ variantId }) => !listed.has(variantId));
  if (free.length === 0) return null;
  return (
    <fieldset class="stack">
      <legend class="lesser">{say.add}</legend>
      <div class="field">
        <label for="add">{say.product}</label>
        <select id="add" name="add" data-act="standing-add">
          <option value="">{say.addNothing}</option>
          {[...Map.groupBy(free, ({ producerName }) => producerName)].map(([producer, sizes]) => (
            <optgroup label={producer}>
              {sizes.map(({ variantId, productName, label, priceCents, kind }) => {
                const price =
                  kind === "piece"
                    ? t.format.money(priceCents)
                    : t.format.unitPrice(priceCents, "kg");
                const name = sizeName(productName, label);
                return <option value={variantId}>{`${name}, ${price}`}</option>;
              })}
            </optgroup>
          ))}
        </select>
      </div>
      <TextField
        t={t}
        id="addq"
        name="addq"
        label={say.addQuantity}
        hint={say.addHint}
        value="1"
        inputMode="decimal"
        maxLength={11}
        error={facts.errors.find(({ field }) => field === "addq")?.message}
      />
    </fieldset>
  );
}
