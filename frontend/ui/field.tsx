import type { ComponentChildren, VNode } from "preact";
import type { Texts } from "#frontend/texts/texts.ts";

interface FieldBase {
  readonly t: Texts;
  /** Unique in the page; the error summary points at it. */
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Why the last answer was refused, in plain words. */
  readonly error?: string | undefined;
}

interface TextFieldProps extends FieldBase {
  readonly value?: string;
  readonly type?: "text" | "email" | "tel" | "search" | "password";
  readonly inputMode?: "text" | "numeric" | "decimal" | "tel" | "email" | "search";
  /** A token of the HTML standard: `name`, `email`, `street-address`… */
  readonly autoComplete?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** Says «facoltativo» in the label; what is not optional is required. */
  readonly optional?: boolean;
}

/** One line of text with its label, its hint and its error, all tied to it. */
export function TextField(props: TextFieldProps): VNode {
  const { id, name, value, type, inputMode, autoComplete, placeholder, maxLength } = props;
  return (
    <Field {...props}>
      <input
        class="input"
        id={id}
        name={name}
        type={boxType(type)}
        value={value}
        inputMode={inputMode}
        autoComplete={autoComplete}
        placeholder={placeholder}
        maxLength={maxLength}
        data-act={name}
        {...described(props)}
      />
    </Field>
  );
}

interface TextAreaProps extends FieldBase {
  readonly value?: string;
  readonly rows?: number;
  readonly maxLength?: number;
}

/** Several lines of text with their label. */
export function TextArea(props: TextAreaProps): VNode {
  const { id, name, value, rows, maxLength } = props;
  return (
    <Field {...props}>
      <textarea
        class="input"
        id={id}
        name={name}
        rows={rows ?? 5}
        maxLength={maxLength}
        data-act={name}
        {...described(props)}
      >
        {value}
      </textarea>
    </Field>
  );
}

/** Preact types every `type` apart; these five are one text box and take the same attributes. */
function boxType(type: TextFieldProps["type"]): "text" {
  return (type ?? "text") as "text";
}

/** One thing to choose. */
export interface Option {
  readonly value: string;
  readonly label: string;
  readonly note?: string;
  /** At the end of the row: a count, a price. */
  readonly aside?: string;
  readonly closed?: boolean;
}

interface SelectFieldProps extends FieldBase {
  readonly options: readonly Option[];
  readonly value?: string;
}

/** A closed list with its label. */
export function SelectField(props: SelectFieldProps): VNode {
  const { id, name, options, value } = props;
  return (
    <Field {...props}>
      <select id={id} name={name} data-act={name} {...described(props)}>
        {options.map((option) => (
          <option
            value={option.value}
            selected={option.value === value}
            disabled={option.closed === true}
          >
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

interface ChoiceGroupProps extends FieldBase {
  readonly kind: "radio" | "checkbox";
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
}

/** Radios or checkboxes under one legend; the first one carries the group's id. */
export function ChoiceGroup(props: ChoiceGroupProps): VNode {
  const { t, id, name, label, hint, error, kind, options, chosen } = props;
  return (
    <fieldset class={error === undefined ? "field" : "field wrong"} {...described(props)}>
      <legend>{label}</legend>
      <Hint id={id} hint={hint} />
      <Complaint t={t} id={id} error={error} />
      {options.map((option, index) => (
        <label class="choice">
          <input
            type={kind}
            name={name}
            value={option.value}
            id={index === 0 ? id : `${id}-${index + 1}`}
            checked={chosen.includes(option.value)}
            disabled={option.closed === true}
            data-act={name}
          />
          <span>
            {option.label}
            {option.note === undefined ? null : <span class="small">{option.note}</span>}
          </span>
          {option.aside === undefined ? null : <span class="aside-value">{option.aside}</span>}
        </label>
      ))}
    </fieldset>
  );
}

/** What was refused and where. */
export interface FieldError {
  /** The id of the field. */
  readonly field: string;
  readonly message: string;
}

interface ErrorSummaryProps {
  readonly t: Texts;
  readonly errors: readonly FieldError[];
}

/**
 * The list of what to put right, above the form (behaviour of GOV.UK's error summary). It takes the
 * focus by itself, without scripts, so that a reader hears it first; each entry leads to its field.
 */
export function ErrorSummary({ t, errors }: ErrorSummaryProps): VNode | null {
  if (errors.length === 0) return null;
  return (
    <div class="errors" role="alert" aria-labelledby="errors" tabIndex={-1} autofocus>
      <h2 id="errors">{t.frame.form.problem}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li>
            <a href={`#${field}`} data-act="error">
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface FieldProps extends FieldBase {
  readonly optional?: boolean;
  readonly children: ComponentChildren;
}

function Field({ t, id, label, hint, error, optional, children }: FieldProps) {
  return (
    <div class={error === undefined ? "field" : "field wrong"}>
      <label for={id}>
        {label}
        {optional === true ? <span class="small"> ({t.frame.form.optional})</span> : null}
      </label>
      <Hint id={id} hint={hint} />
      <Complaint t={t} id={id} error={error} />
      {children}
    </div>
  );
}

function Hint({ id, hint }: { readonly id: string; readonly hint: string | undefined }) {
  return hint === undefined ? null : (
    <p class="small" id={`${id}-hint`}>
      {hint}
    </p>
  );
}

type ComplaintProps = Pick<FieldBase, "t" | "id" | "error">;

function Complaint({ t, id, error }: ComplaintProps) {
  return error === undefined ? null : (
    <p class="error" id={`${id}-error`}>
      <span class="hidden">{t.frame.form.error} </span>
      {error}
    </p>
  );
}

/** Ties a control to its hint and its error. */
function described({ id, hint, error }: Pick<FieldBase, "id" | "hint" | "error">) {
  const ids = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(error === undefined ? [] : [`${id}-error`]),
  ];
  return {
    ...(ids.length === 0 ? {} : { "aria-describedby": ids.join(" ") }),
    ...(error === undefined ? {} : { "aria-invalid": true as const }),
  };
}
