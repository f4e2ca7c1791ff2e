/** A member of the demo's cooperative. Everybody here is invented, and so are their tax codes. */
export interface DemoMember {
  /** Of `people.ts` where it is somebody of the cast; else a household's or a producer's code. */
  readonly code: string;
  readonly name: string;
  readonly taxCode: string;
  readonly class: "producer" | "worker" | "consumer" | "courier" | "supporter" | "financing";
  /** Null for a legal person. */
  readonly bornOn: string | null;
  /** Who stands for a legal person. */
  readonly representedBy?: string;
  /** For how many days they have been in the book; null for who waits for an answer. */
  readonly days: number | null;
  readonly shares: number;
  readonly paidShares: number;
}

type Natural = readonly [
  code: string,
  name: string,
  taxCode: string,
  bornOn: string,
  as: DemoMember["class"],
  days: number | null,
  shares: number,
  paid: number,
];

const PEOPLE: readonly Natural[] = [
  ["caterina", "Caterina Dal Molin", "DLMCRN74C52L781B", "1974-03-12", "worker", 1400, 4, 4],
  ["ruggero", "Ruggero Marchesini", "MRCRGR61S02L781C", "1961-11-02", "consumer", 1400, 2, 2],
  ["ornella", "Ornella Bissoli", "BSSRLL69L65L781P", "1969-07-25", "consumer", 1380, 2, 2],
  ["fabio", "Fabio Tessari", "TSSFBA58A30L781H", "1958-01-30", "supporter", 900, 1, 1],
  ["yusuf", "Yusuf Cordioli", "CRDYSF90E08L781Z", "1990-05-08", "worker", 800, 2, 2],
  ["lucia", "Lucia Bressanin", "BRSLCU79H46L781H", "1979-06-06", "consumer", 1300, 2, 2],
  ["teresa", "Teresa Zampieri", "ZMPTRS72R50L781W", "1972-10-10", "consumer", 1250, 1, 1],
  ["piero", "Piero Castagna", "CSTPRI63C03L781E", "1963-03-03", "consumer", 1200, 1, 1],
  ["nives", "Nives Tommasi", "TMMNVS55E69L781T", "1955-05-29", "consumer", 1100, 1, 1],
  ["gino", "Gino Farinati", "FRNGNI51L07L781Z", "1951-07-07", "consumer", 1000, 2, 2],
  ["ahmed", "Ahmed Benassi", "BNSHMD82D16L781D", "1982-04-16", "consumer", 700, 1, 1],
  ["silvia", "Silvia Molinari", "MLNSLV91A49L781U", "1991-01-09", "consumer", 640, 1, 1],
  ["bruno", "Bruno Vantini", "VNTBRN67T05L781O", "1967-12-05", "consumer", 600, 1, 1],
  ["marta", "Marta Corradi", "CRRMRT76B67L781V", "1976-02-27", "consumer", 520, 3, 3],
  ["paolo", "Paolo Righetti", "RGHPLA70P01L781C", "1970-09-01", "consumer", 410, 1, 1],
  ["ines", "Ines Scandola", "SCNNSI84H58L781L", "1984-06-18", "consumer", 320, 1, 1],
  // In arrears: the second share was due long ago.
  ["rosa", "Rosa Marangon", "MRNRSO48M59L781N", "1948-08-19", "consumer", 300, 2, 1],
  // Too new in the book to vote.
  ["elena", "Elena Quaranta", "QRNLNE88S63L781K", "1988-11-23", "consumer", 30, 1, 1],
  // Both wait for the board.
  ["davide", "Davide Perlati", "PRLDVD85B14L781G", "1985-02-14", "consumer", null, 1, 0],
  ["amina", "Amina Rossetti", "RSSMNA95C71L781O", "1995-03-31", "consumer", null, 2, 0],
];

type Firm = readonly [
  code: string,
  name: string,
  taxCode: string,
  representedBy: string,
  days: number,
  shares: number,
];

const PRODUCERS: readonly Firm[] = [
  ["valpantena", "Orto Valpantena", "90000001371", "Nereo Valbusa", 1390, 4],
  ["adige", "Frutteto dell’Adige", "90000002742", "Olindo Sartori", 1390, 4],
  ["forno", "Forno Santa Toscana", "90000004110", "Miriam Zorzi", 1380, 2],
  ["lessinia", "Malga Alta Lessinia", "90000005489", "Ida Lavarini", 1370, 6],
  ["uova", "Uova della Collina", "90000006859", "Tullio Rama", 1100, 2],
  ["corte-bassa", "Corte Bassa", "90000008228", "Noemi Turrina", 1050, 2],
  ["squaranto", "Apicoltura Squaranto", "90000009598", "Walter Dalle Vedove", 980, 1],
  ["cantina", "Cantina Cooperativa Alta", "90000010968", "Agnese Fasoli", 900, 8],
  ["garda", "Frantoio Garda Est", "90000012337", "Berto Lonardi", 720, 2],
  ["tartaro", "Riseria del Tartaro", "90000013707", "Zita Mantovani", 640, 2],
  ["filo", "Saponeria Filo", "90000015074", "Livia Perbellini", 420, 1],
  ["ceramica", "Bottega Ceramica Veronetta", "90000016445", "Orso Brentaro", 200, 1],
];

const COURIERS: readonly Firm[] = [
  ["courier", "Pedali di Veronetta", "90000017815", "Samir Bertolini", 860, 3],
];

/** The members' book of the demo, which was kept on paper before. */
export const demoMembers: readonly DemoMember[] = [
  ...PEOPLE.map(([code, name, taxCode, bornOn, as, days, shares, paidShares]) => {
    return { code, name, taxCode, class: as, bornOn, days, shares, paidShares };
  }),
  ...firms(PRODUCERS, "producer"),
  ...firms(COURIERS, "courier"),
  {
    code: "samir",
    name: "Samir Bertolini",
    taxCode: "BRTSMR93T21L781E",
    class: "courier",
    bornOn: "1993-12-21",
    days: 500,
    shares: 1,
    paidShares: 1,
  },
];

function firms(list: readonly Firm[], as: "producer" | "courier"): DemoMember[] {
  return list.map(([code, name, taxCode, representedBy, days, shares]) => {
    const paid = { shares, paidShares: shares };
    return { code, name, taxCode, class: as, bornOn: null, representedBy, days, ...paid };
  });
}

/** What happens in the members' book lately: each shows one thing that waits for somebody. */
export const demoBookNews = {
  /** Its first instalment is due within days. */
  takesShares: { member: "lucia", shares: 2, instalments: 2 },
  /** It waits for the word of who is to have them. */
  givesShares: { member: "marta", to: "yusuf", shares: 1 },
  /** Overdue instalments that the board demanded. */
  isAskedToPay: { member: "rosa", words: "Manca la seconda quota: sentiamoci, se serve tempo." },
  /** A suspension that was answered, and waits for the board. */
  isSuspended: {
    member: "ahmed",
    ground: "inquiry",
    words: "Due casse risultano ritirate e non pagate: verifichiamo.",
    reply: "Le ho pagate a mano al punto di ritiro, il tre del mese: ho la ricevuta.",
  },
} as const;
