/**
 * Who buys in the demo: a code, a name, a street, where it is in microdegrees, and what the wallet
 * held when the demo begins, in cents. Names are invented, points are random inside a box.
 */
export type DemoHousehold = readonly [
  code: string,
  name: string,
  street: string,
  latMicrodegrees: number,
  lonMicrodegrees: number,
  openingCents: number,
];

/** Households that order alike: the same group, place and way to pay. */
export interface DemoCircle {
  /** Null for households that order by themselves. */
  readonly group: string | null;
  /** The code of a pickup point, or "home". */
  readonly place: string;
  /** The code of a window, for those who have their crates brought home. */
  readonly window: string | null;
  readonly payment: "wallet" | "card";
  readonly households: readonly DemoHousehold[];
}

export const demoCircles: readonly DemoCircle[] = [
  {
    group: "gas-santa-toscana",
    place: "santa-toscana",
    window: null,
    payment: "wallet",
    households: [
      ["lucia", "Lucia Bressanin", "via Cantarane 27", 45_437_740, 11_008_710, 6000],
      ["davide", "Davide Perlati", "via Scala Santa 44", 45_441_740, 11_005_740, 2500],
      ["amina", "Amina Rossetti", "lungadige Porta Vittoria 42", 45_441_210, 11_011_720, 8000],
      ["rosa", "Rosa Marangon", "via Muro Padri 21", 45_444_400, 11_003_110, 4500],
      ["teresa", "Teresa Zampieri", "lungadige Porta Vittoria 25", 45_442_800, 11_005_330, 5200],
      ["piero", "Piero Castagna", "via San Paolo 23", 45_441_830, 11_008_370, 3000],
      ["nives", "Nives Tommasi", "via San Paolo 34", 45_438_940, 11_005_590, 1000],
      ["gino", "Gino Farinati", "via Cantarane 29", 45_437_210, 11_004_290, 7000],
      ["elena", "Elena Quaranta", "via Santa Chiara 29", 45_444_460, 11_006_960, 6500],
      ["ahmed", "Ahmed Benassi", "via dell’Artigliere 39", 45_439_550, 11_014_370, 4000],
      ["silvia", "Silvia Molinari", "via San Paolo 20", 45_438_670, 11_014_830, 2000],
      ["bruno", "Bruno Vantini", "via San Nazaro 39", 45_443_530, 11_003_580, 6000],
    ],
  },
  {
    group: "gas-san-vitale",
    place: "universita",
    window: null,
    payment: "wallet",
    households: [
      ["marta", "Marta Corradi", "via dell’Artigliere 2", 45_442_590, 11_003_580, 9000],
      ["paolo", "Paolo Righetti", "lungadige Porta Vittoria 37", 45_438_430, 11_012_810, 3500],
      ["ines", "Ines Scandola", "via Cantarane 3", 45_438_500, 11_010_270, 5000],
      ["stefano", "Stefano Gaspari", "via Scala Santa 51", 45_437_940, 11_008_830, 4200],
      ["chiara", "Chiara Bonomo", "via Cantarane 40", 45_437_640, 11_014_010, 3800],
      ["fatou", "Fatou Zanella", "via San Vitale 52", 45_437_100, 11_009_990, 2600],
      ["carlo", "Carlo Pigozzi", "via Santa Chiara 19", 45_441_120, 11_006_860, 8500],
      ["giulia", "Giulia Menegatti", "via XX Settembre 29", 45_440_920, 11_011_430, 1800],
      ["omar", "Omar Filippini", "via Cantarane 59", 45_438_610, 11_004_480, 3200],
      ["angela", "Angela Brunelli", "via San Vitale 15", 45_437_340, 11_004_030, 5500],
      ["tommaso", "Tommaso Ferrarin", "via XX Settembre 3", 45_444_720, 11_010_280, 4800],
      ["noemi", "Noemi Lonardi", "via Cantarane 59", 45_441_770, 11_002_900, 2900],
    ],
  },
  {
    group: null,
    place: "home",
    window: "17-19",
    payment: "card",
    households: [
      ["franco", "Franco Oliosi", "via Muro Padri 8", 45_437_050, 11_003_290, 0],
      ["sergio", "Sergio Peretti", "via San Nazaro 9", 45_442_540, 11_005_600, 0],
      ["michele", "Michele Zocca", "via Santa Chiara 38", 45_440_480, 11_005_420, 0],
      ["ettore", "Ettore Pasini", "via San Vitale 9", 45_439_280, 11_001_850, 0],
      ["giorgio", "Giorgio Mantoan", "via Cantarane 59", 45_437_900, 11_003_150, 0],
    ],
  },
  {
    group: null,
    place: "home",
    window: "19-21",
    payment: "card",
    households: [
      ["ilaria", "Ilaria Campara", "via Muro Padri 32", 45_443_490, 11_001_530, 0],
      ["wanda", "Wanda Albrigo", "via Scala Santa 37", 45_440_630, 11_005_560, 0],
      ["beatrice", "Beatrice Sartori", "via Muro Padri 4", 45_444_970, 11_006_170, 0],
      ["viola", "Viola Adami", "via Scala Santa 3", 45_439_400, 11_005_120, 0],
      ["irene", "Irene Tezza", "via Scala Santa 34", 45_441_180, 11_007_360, 0],
    ],
  },
  {
    group: null,
    place: "casa-comune",
    window: null,
    payment: "card",
    households: [
      ["luca", "Luca Burato", "piazza Santa Toscana 56", 45_442_090, 11_006_720, 0],
      ["mei", "Mei Avesani", "via Muro Padri 8", 45_441_260, 11_009_310, 0],
      ["renzo", "Renzo Dallacosta", "via San Nazaro 23", 45_441_730, 11_002_690, 0],
      ["sara", "Sara Guerrato", "via Muro Padri 40", 45_441_030, 11_010_810, 0],
      ["anna", "Anna Zenari", "lungadige Porta Vittoria 27", 45_443_040, 11_001_120, 0],
      ["pietro", "Pietro Caliari", "via Carducci 31", 45_441_590, 11_008_530, 0],
    ],
  },
];
