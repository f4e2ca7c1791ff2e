/**
 * What a drawing says to those who hear the page: its label, or nothing when the words beside it
 * already say it.
 */
export function spoken(label?: string) {
  return label === undefined
    ? ({ "aria-hidden": "true" } as const)
    : ({ role: "img", "aria-label": label } as const);
}
