/** Planning rounds; `#` is put in by the script that runs it. */
export const planning = {
  here: {
    why: "I giri si possono pianificare anche su questo computer: la rete controlla il piano prima di salvarlo.",
    go: "Pianifica su questo computer",
    working: "Pianifico: #%",
    saved: "Salvata la versione #.",
    failed: "Non è riuscito: la pagina resta com’era. Riprova fra poco.",
    no: {
      "plan-not-measured": "Stiamo ancora calcolando le distanze: riprova fra un minuto.",
      "plan-not-better": "Il piano che c’è è già almeno altrettanto buono.",
      "plan-set-aside": "Questo piano è stato messo da parte: chiedine uno nuovo.",
      "changed-meanwhile": "Nel frattempo il giro è cambiato: ricarica e riprova.",
      "plan-unsound": "Nel frattempo il giro è cambiato: ricarica e riprova.",
    },
  },
};

/** The shape that every other language must fill. */
export type PlanningTexts = typeof planning;
