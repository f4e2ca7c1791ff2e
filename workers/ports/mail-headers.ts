/** The headers by which a mail program offers to stop letters like this one, with one press. */
export function stopHeaders({ unsubscribe }: { readonly unsubscribe: string | null }) {
  if (unsubscribe === null) return {};
  return {
    headers: {
      "List-Unsubscribe": `<${unsubscribe}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    },
  };
}
