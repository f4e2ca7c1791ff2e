import type { Texts } from "#frontend/texts/texts.ts";

/** What a posting of a wallet was for, in one sentence. */
export function movementWords(
  t: Texts,
  movement: { readonly kind: string; readonly orderCode: string | null },
): string {
  const say: Readonly<Record<string, (order: string) => string>> = t.member.wallet.kinds;
  const words = say[movement.kind] ?? t.member.wallet.kinds.other;
  return words(movement.orderCode ?? "");
}
