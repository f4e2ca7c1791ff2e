/** The words of the officers' pages: sales weeks, people, second signatures. */
export const office = {
  title: "La rete",
  cycles: {
    title: "Settimane di vendita",
    lead: "Chiudere o annullare una settimana vale per tutti: si firma con la passkey.",
    none: "Non c’è ancora nessuna settimana di vendita.",
    times: (opens: string, closes: string, delivers: string) =>
      `Apre ${opens}; chiude ${closes}; si consegna ${delivers}.`,
    state: {
      draft: "bozza",
      announced: "annunciata",
      open: "aperta",
      closed: "chiusa",
      completing: "si completano le casse",
      allocated: "assegnata",
      sent: "inviata alle aziende",
      receiving: "in arrivo",
      delivered: "consegnata",
      settled: "saldata",
      cancelled: "annullata",
    },
    orders: (n: string) => `Ordini: ${n}`,
    close: "Chiudi gli ordini",
    closeWhy:
      "Da quel momento nessuno ordina più, e ciò che è stato ordinato viene assegnato alle casse. Si può riaprire finché le aziende non hanno ricevuto gli ordini.",
    closeGo: "Chiudi adesso",
    cancel: "Annulla la settimana",
    cancelWhy:
      "Tutti gli ordini decadono e ciò che era fermo torna libero. Non si può tornare indietro.",
    reason: "Perché",
    reasonHint: "Lo legge chi aveva ordinato.",
    reasonMissing: "Scrivi perché, in poche parole",
    cancelGo: "Annulla la settimana",
    signClose: (code: string) => `Chiudi gli ordini della settimana ${code}.`,
    signCancel: (code: string) => `Annulla la settimana ${code}, con tutti i suoi ordini.`,
    signReason: (reason: string) => `Motivo: ${reason}`,
    signOrders: (n: string) => `Ordini che ne dipendono: ${n}.`,
    closed: (code: string) => `La settimana ${code} è chiusa.`,
    cancelled: (code: string) => `La settimana ${code} è annullata.`,
  },
};

/** The shape that every other language must fill. */
export type OfficeTexts = typeof office;
