import type { VNode } from "preact";
import { readFraction } from "#domain/governance/counting/fraction.ts";
import type { Texts } from "#frontend/texts/texts.ts";
import { SelectField } from "#frontend/ui/field.tsx";
import { shareWords } from "./policy-words.ts";

interface CallBoxesProps {
  readonly t: Texts;
  readonly call: "first" | "second";
  readonly typed: Readonly<Record<string, string>>;
}

/** Shares that statutes ask for; another one is offered where it is what stands there. */
const SHARES = ["1/10", "1/5", "1/4", "1/3", "1/2", "2/3", "3/4"];

/** What a call asks for: its quorum, and what passes. */
export function PolicyCallBoxes({ t, call, typed }: CallBoxesProps): VNode {
  const say = t.policies.write;
  const of = (name: string) => typed[`${call}-${name}`] ?? "";
  const box = (name: string, label: string, options: readonly Option[]) => (
    <SelectField
      t={t}
      id={`${call}-${name}`}
      name={`${call}-${name}`}
      label={label}
      value={of(name)}
      options={options}
    />
  );
  return (
    <fieldset class="stack">
      <legend>{say[call]}</legend>
      {call === "first" ? null : <Tick name="hasSecond" label={say.hasSecond} typed={typed} />}
      {box("quorum", say.quorum, [
        { value: "", label: say.noQuorum },
        ...sharesOf(t, of("quorum")),
      ])}
      {box("of", say.quorumOf, optionsOf(say.quorums))}
      {box("share", say.threshold, sharesOf(t, of("share")))}
      {box("base", say.base, optionsOf(say.bases))}
    </fieldset>
  );
}

interface Option {
  readonly value: string;
  readonly label: string;
}

function optionsOf(labels: Readonly<Record<string, string>>): readonly Option[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }));
}

/** Each share to be reached, and to be passed. */
function sharesOf(t: Texts, chosen: string): readonly Option[] {
  const { least, more } = t.proposals.policy;
  const own = chosen.replace("+", "");
  const known = own === "" || SHARES.includes(own) ? SHARES : [...SHARES, own];
  return known.flatMap((text) => {
    const share = readFraction(text);
    if (share === null) return [];
    const words = shareWords(t, share);
    return [
      { value: text, label: least(words) },
      { value: `${text}+`, label: more(words) },
    ];
  });
}

interface TickProps {
  readonly name: string;
  readonly label: string;
  readonly typed: Readonly<Record<string, string>>;
}

/** Something that is so, or is not. */
export function Tick({ name, label, typed }: TickProps): VNode {
  return (
    <label class="choice">
      <input
        type="checkbox"
        name={name}
        value="1"
        id={name}
        checked={typed[name] === "1"}
        data-act={name}
      />
      <span>{label}</span>
    </label>
  );
}
