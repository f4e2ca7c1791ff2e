import { type Signal, useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { readSuggestions, type Suggestion } from "#frontend/api.ts";
import { formatFor, type Lang, type PluralForms } from "#frontend/texts/format.ts";
import { island } from "./island.tsx";
import { announce } from "./wake.ts";

interface SuggestionsProps {
  readonly lang: Lang;
  /** The box: its id, its name in the form, and what it says. */
  readonly field: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly placeholder: string;
  readonly maxLength: number;
  /** The cycle whose shelf is looked through. */
  readonly cycle: string;
  /** Where products are described, and what follows their address. */
  readonly href: string;
  readonly query: string;
  /** How many there are, and what they are called together. */
  readonly count: PluralForms;
  readonly list: string;
}

/** Fewer letters mean too much. */
const LEAST_LETTERS = 2;
/** Who types on is not asked for. */
const PAUSE_MS = 200;

/** What is open below the box: the suggestions, and which of them the arrows are on; -1: none. */
interface Open {
  readonly items: readonly Suggestion[];
  readonly at: number;
}

/** The roles of a combobox's list: HTML's own lists of options hold words only, and no links. */
const LIST: object = { role: "listbox" };
const option = (isChosen: boolean): object => ({ role: "option", "aria-selected": isChosen });

/** A suggestion is pressed before the box loses the focus, which closes the list. */
const keepFocus = (event: PointerEvent): void => event.preventDefault();

const NOTHING: Open = { items: [], at: -1 };

/**
 * The search box of the shelf. Without scripts it is a box in a form. With, it names products as
 * one types (ARIA's combobox with a list): arrows choose, Enter goes there, Escape closes.
 */
export const Suggestions = island("search-suggestions", (props: SuggestionsProps) => {
  const { field, name, label, value, placeholder, maxLength } = props;
  const isAlive = useSignal(false);
  const open = useSignal<Open>(NOTHING);
  useEffect(() => {
    isAlive.value = true;
  }, []);
  return (
    <div class="field">
      <label for={field}>{label}</label>
      <input
        class="input"
        id={field}
        name={name}
        type="search"
        // What was typed stays when the list below is drawn anew.
        defaultValue={value}
        inputMode="search"
        placeholder={placeholder}
        maxLength={maxLength}
        data-act={name}
        {...(isAlive.value ? combobox(props, open) : {})}
      />
      {isAlive.value ? <List {...props} open={open.value} /> : null}
    </div>
  );
});

/** What makes the box a combobox. */
function combobox(props: SuggestionsProps, open: Signal<Open>): object {
  const { items, at } = open.value;
  const list = listId(props);
  return {
    role: "combobox",
    autocomplete: "off",
    "aria-autocomplete": "list",
    "aria-expanded": items.length > 0,
    "aria-controls": list,
    ...(at < 0 ? {} : { "aria-activedescendant": `${list}-${at}` }),
    onInput: asking(props, open),
    onKeyDown: choosing(props, open),
    onBlur: () => {
      open.value = NOTHING;
    },
  };
}

function List({ open, ...props }: SuggestionsProps & { readonly open: Open }) {
  const id = listId(props);
  return (
    <div id={id} class="suggestions" {...LIST} aria-label={props.list}>
      {open.items.map((item, index) => (
        <a
          id={`${id}-${index}`}
          href={addressOf(props, item)}
          {...option(index === open.at)}
          tabIndex={-1}
          data-act="suggestion"
          onPointerDown={keepFocus}
        >
          {item.name} <span class="small">{item.producerName}</span>
        </a>
      ))}
    </div>
  );
}

function listId({ field }: SuggestionsProps): string {
  return `${field}-list`;
}

function addressOf({ href, query }: SuggestionsProps, { slug }: Suggestion): string {
  return `${href}/${slug}${query}`;
}

/** Asks for suggestions once a person stops typing; an answer that comes too late is dropped. */
function asking({ cycle, lang, count }: SuggestionsProps, open: Signal<Open>) {
  return ({ currentTarget }: { readonly currentTarget: HTMLInputElement }): void => {
    const typed = currentTarget.value.trim();
    setTimeout(() => {
      if (currentTarget.value.trim() !== typed) return;
      if (typed.length < LEAST_LETTERS) open.value = NOTHING;
      else void show();
    }, PAUSE_MS);
    const show = async (): Promise<void> => {
      const items = await readSuggestions(cycle, typed);
      if (currentTarget.value.trim() !== typed || document.activeElement !== currentTarget) return;
      open.value = { items, at: -1 };
      announce(formatFor(lang).plural(items.length, count));
    };
  };
}

function choosing(props: SuggestionsProps, open: Signal<Open>) {
  return (event: KeyboardEvent): void => {
    const { items, at } = open.value;
    if (items.length === 0) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = items[at];
    if (move !== undefined) {
      // One place more than there are suggestions: the box itself.
      const places = items.length + 1;
      open.value = { items, at: ((at + 1 + move + places) % places) - 1 };
    } else if (event.key === "Escape") open.value = NOTHING;
    else if (event.key === "Enter" && chosen !== undefined) {
      location.assign(addressOf(props, chosen));
    } else return;
    event.preventDefault();
  };
}
