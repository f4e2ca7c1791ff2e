/** The words of the pages that nobody wanted to see. */
export const lost = {
  notFoundTitle: "Questa pagina non c’è",
  notFoundWhy:
    "L’indirizzo è sbagliato, oppure il prodotto non è più sul banco. Cercalo qui, o guarda cosa c’è questa settimana.",
  refusedTitle: "Non si può",
  failureTitle: "Qualcosa si è rotto da noi",
  failureWhy:
    "Non è colpa tua. Se stavi ordinando, torna indietro e riprova: lo stesso ordine non parte due volte.",
  request: (id: string) => `Se scrivi alla rete, di’ questo numero: ${id}`,
  offlineTitle: "Sei senza rete",
  offlineWhy:
    "La cassetta è salva. Se avevi appena premuto un bottone, guarda se ha fatto in tempo prima di premerlo ancora: lo stesso ordine non parte due volte.",
  retry: "Riprova",
  again: "Torna alla prima pagina",
  products: "Guarda i prodotti",
};

/** The shape that every other language must fill. */
export type LostTexts = typeof lost;
