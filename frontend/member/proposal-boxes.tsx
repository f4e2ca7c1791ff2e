import type { VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";
import { type FieldError, SelectField, TextArea, TextField } from "#frontend/ui/field.tsx";
import type { ProposalFacts } from "./proposal-facts.ts";

interface BoxProps {
  readonly t: Texts;
  readonly facts: Pick<ProposalFacts, "typed" | "errors" | "actsFor">;
}

/** For which member one acts; asked only where there are several. */
export function ActFor({ t, facts, id }: BoxProps & { readonly id: string }): VNode {
  const [first, ...others] = facts.actsFor;
  if (others.length === 0) {
    return <input type="hidden" name="member" value={first?.memberId ?? ""} />;
  }
  return (
    <SelectField
      t={t}
      id={id}
      name="member"
      label={t.proposals.deeds.actFor}
      value={facts.typed["member"] ?? first?.memberId ?? ""}
      options={facts.actsFor.map(({ memberId, name }) => ({ value: memberId, label: name }))}
    />
  );
}

/** How a form asks for the two. */
export interface TitleAndBodyWords {
  readonly title: string;
  readonly titleHint?: string;
  readonly body: string;
  readonly bodyHint: string;
}

interface TitleAndBodyProps {
  readonly t: Texts;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
  readonly say: TitleAndBodyWords;
  readonly rows: number;
}

/** What a proposal is called, and why it is made. */
export function TitleAndBody({ t, typed, errors, say, rows }: TitleAndBodyProps): VNode {
  const error = (field: string) => errors.find((one) => one.field === field)?.message;
  return (
    <>
      <TextField
        t={t}
        id="title"
        name="title"
        label={say.title}
        {...(say.titleHint === undefined ? {} : { hint: say.titleHint })}
        value={typed["title"] ?? ""}
        maxLength={160}
        error={error("title")}
      />
      <TextArea
        t={t}
        id="body"
        name="body"
        label={say.body}
        hint={say.bodyHint}
        value={typed["body"] ?? ""}
        rows={rows}
        error={error("body")}
      />
    </>
  );
}

/** What every form of a proposal carries: its key, and which proposal it is about. */
export function FormKey({
  facts,
  of,
}: {
  readonly facts: Pick<ProposalFacts, "id">;
  readonly of: string;
}): VNode {
  return (
    <>
      <input type="hidden" name="key" value={of} />
      <input type="hidden" name="proposal" value={facts.id} />
    </>
  );
}

interface WhyProps extends BoxProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What stands there before anybody types. */
  readonly value?: string;
}

/** Some lines of text, kept when the form comes back. */
export function Why({ t, facts, name, label, hint, value }: WhyProps): VNode {
  const error = facts.errors.find(({ field }) => field === name)?.message;
  return (
    <TextArea
      t={t}
      id={name}
      name={name}
      label={label}
      value={facts.typed[name] ?? value ?? ""}
      error={error}
      {...(hint === undefined ? {} : { hint })}
    />
  );
}
