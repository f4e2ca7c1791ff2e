/** What somebody found in last week's crate, and what the network answered; null: not yet. */
export interface DemoProblem {
  readonly household: string;
  readonly product: string;
  readonly problem: "missing" | "damaged" | "wrong" | "other";
  readonly quantityMilli: number;
  readonly words: string;
  readonly answer: {
    readonly verdict: "accepted" | "declined";
    readonly words: string;
  } | null;
}

export const lastWeekProblems: readonly DemoProblem[] = [
  {
    household: "lucia",
    product: "succo",
    problem: "damaged",
    quantityMilli: 1000,
    words: "Una bottiglia è arrivata incrinata, l’ho buttata.",
    answer: { verdict: "accepted", words: "Ci dispiace: quella bottiglia non la paghi." },
  },
  {
    household: "renzo",
    product: "pere",
    problem: "other",
    quantityMilli: 1000,
    words: "Un chilo era troppo maturo.",
    answer: {
      verdict: "declined",
      words: "Erano pere da consumo immediato, come diceva il cartellino.",
    },
  },
  {
    household: "wanda",
    product: "garganega",
    problem: "missing",
    quantityMilli: 1000,
    words: "Nella cassetta ce n’era una sola.",
    answer: null,
  },
];
