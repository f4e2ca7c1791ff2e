import { type Signal, signal } from "@preact/signals";
import { type FunctionComponent, h, hydrate } from "preact";
import type { Parts } from "./parts.ts";

/** The props of every island that lives, by its id: a change of one draws it anew. */
const living = new Map<string, Signal<object>>();

/** Hydrates an island from the data block that was written before it. */
export function wake(root: HTMLElement, draw: FunctionComponent<never>): void {
  const data = root.firstElementChild;
  if (!(data instanceof HTMLScriptElement)) return;
  const props = signal(JSON.parse(data.text) as object);
  data.remove();
  const Living = () => h(draw as FunctionComponent<object>, props.value);
  hydrate(h(Living, null), root);
  living.set(root.id, props);
  root.dataset["alive"] = "";
}

/** Brings what moves in this page up to date; what the page does not have is passed over. */
export function follow({ live, islands }: Parts): void {
  for (const at of document.querySelectorAll<HTMLElement>("[data-live]")) {
    const text = live[at.dataset["live"] ?? ""];
    if (text === undefined) continue;
    if (at instanceof HTMLInputElement) at.value = text;
    else if (text !== at.textContent) at.textContent = text;
  }
  if (live["basket-total"] !== undefined) forgetAhead();
  for (const [id, props] of Object.entries(islands)) {
    const held = living.get(id);
    const isNews = held !== undefined && JSON.stringify(held.value) !== JSON.stringify(props);
    if (isNews) held.value = props as object;
  }
}

/** Pages that were asked for ahead show the basket as it was: rules put in anew forget them. */
function forgetAhead(): void {
  const rules = document.querySelector('script[type="speculationrules"]');
  if (rules === null) return;
  const anew = Object.assign(document.createElement("script"), { type: "speculationrules" });
  anew.textContent = rules.textContent;
  rules.replaceWith(anew);
}

/** Whether a page has the same moving parts as this one; if not, it has to be loaded. */
export function isSameShape({ live, islands }: Parts): boolean {
  const texts = [...document.querySelectorAll<HTMLElement>("[data-live]")];
  const roots = [...document.querySelectorAll("f-island")];
  return (
    isSameSet(
      texts.map(({ dataset }) => dataset["live"] ?? ""),
      Object.keys(live),
    ) &&
    isSameSet(
      roots.map(({ id }) => id),
      Object.keys(islands),
    )
  );
}

function isSameSet(here: readonly string[], there: readonly string[]): boolean {
  const known = new Set(here);
  return known.size === there.length && there.every((one) => known.has(one));
}

/** Says something to who does not see it happen. */
export function announce(text: string): void {
  const before = document.querySelector<HTMLElement>("#said");
  const region = before ?? document.body.appendChild(document.createElement("p"));
  if (before === null) Object.assign(region, { id: "said", className: "hidden", role: "status" });
  // A region is heard when it changes: what it said before is taken out first.
  region.textContent = "";
  setTimeout(() => {
    region.textContent = text;
  }, 50);
}

/** Sends fields as a browser would, to the page that answers: for what takes more than a word. */
export function leaveWith(action: string, fields: Readonly<Record<string, string>>): void {
  const form = Object.assign(document.createElement("form"), { method: "post", action });
  for (const [name, value] of Object.entries(fields)) {
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name, value }));
  }
  document.body.append(form);
  form.submit();
}
