import type { Land } from "#domain/network/enterprise.ts";

export interface DemoProducer {
  /** Names it in the demo, and is its mailbox. */
  readonly code: string;
  readonly name: string;
  readonly vatNumber: string;
  readonly town: string;
  readonly land: Land;
  readonly latMicrodegrees: number;
  readonly lonMicrodegrees: number;
  readonly leadDays: number;
  /** Below it, it does not set out. */
  readonly minimumCents: number;
  /** Three facts, a line each. */
  readonly story: string;
}

export const demoProducers: readonly DemoProducer[] = [
  {
    code: "valpantena",
    name: "Orto Valpantena",
    vatNumber: "IT90000001001",
    town: "Grezzana",
    land: "collina",
    latMicrodegrees: 45_520_000,
    lonMicrodegrees: 11_020_000,
    leadDays: 1,
    minimumCents: 0,
    story:
      "Quattro ettari in fondo alla valle, coltivati in cinque.\n" +
      "Raccolgono il giovedì mattina quello che hai ordinato, non di più.\n" +
      "Il radicchio passa l’inverno nella vecchia stalla, al buio.",
  },
  {
    code: "adige",
    name: "Frutteto dell’Adige",
    vatNumber: "IT90000002002",
    town: "Zevio",
    land: "pianura",
    latMicrodegrees: 45_370_000,
    lonMicrodegrees: 11_130_000,
    leadDays: 2,
    minimumCents: 0,
    story:
      "Meli e peri su un’ansa del fiume, piantati dal nonno nel 1968.\n" +
      "Vende le mele a casse da dieci chili: aprirne una a metà le rovina.\n" +
      "Le storte diventano succo, nello stesso cortile.",
  },
  {
    code: "forno",
    name: "Forno Santa Toscana",
    vatNumber: "IT90000003003",
    town: "Verona",
    land: "citta",
    latMicrodegrees: 45_440_000,
    lonMicrodegrees: 11_010_000,
    leadDays: 0,
    minimumCents: 0,
    story:
      "Un forno a legna in una via dove passa una bicicletta alla volta.\n" +
      "La farina arriva dalla Riseria del Tartaro, a sacchi da cinque chili.\n" +
      "Inforna alle quattro: il pane del venerdì è del venerdì.",
  },
  {
    code: "lessinia",
    name: "Malga Alta Lessinia",
    vatNumber: "IT90000004004",
    town: "Bosco Chiesanuova",
    land: "monte",
    latMicrodegrees: 45_620_000,
    lonMicrodegrees: 11_030_000,
    leadDays: 2,
    minimumCents: 0,
    story:
      "Ventidue vacche, a millecinquecento metri da giugno a settembre.\n" +
      "La crosta si gira a mano ogni due giorni, per sei mesi.\n" +
      "Il siero torna agli animali: non si butta niente.",
  },
  {
    code: "uova",
    name: "Uova della Collina",
    vatNumber: "IT90000005005",
    town: "Negrar",
    land: "collina",
    latMicrodegrees: 45_530_000,
    lonMicrodegrees: 10_940_000,
    leadDays: 1,
    minimumCents: 0,
    story:
      "Trecento galline sotto gli olivi, in tre casette che si spostano.\n" +
      "In inverno depongono meno: se mancano uova, restano fuori gli ultimi ordini.\n" +
      "Ogni uovo porta il giorno in cui è stato raccolto.",
  },
  {
    code: "corte-bassa",
    name: "Corte Bassa",
    vatNumber: "IT90000006006",
    town: "Isola della Scala",
    land: "pianura",
    latMicrodegrees: 45_270_000,
    lonMicrodegrees: 11_010_000,
    leadDays: 3,
    minimumCents: 5000,
    story:
      "Polli e maiali all’aperto, in una corte di mattoni lungo la risaia.\n" +
      "Macella una volta la settimana, solo se gli ordini passano i 50 euro.\n" +
      "Il salame ha tre ingredienti: carne, sale, aglio nel vino.",
  },
  {
    code: "squaranto",
    name: "Apicoltura Squaranto",
    vatNumber: "IT90000007007",
    town: "Verona",
    land: "collina",
    latMicrodegrees: 45_470_000,
    lonMicrodegrees: 11_050_000,
    leadDays: 1,
    minimumCents: 0,
    story:
      "Novanta arnie tra le acacie del vaio e i castagni di Roverè.\n" +
      "Il miele non si scalda: se cristallizza, è lui.\n" +
      "Il polline si raccoglie a maggio e finisce presto.",
  },
  {
    code: "cantina",
    name: "Cantina Cooperativa Alta",
    vatNumber: "IT90000008008",
    town: "Fumane",
    land: "collina",
    latMicrodegrees: 45_540_000,
    lonMicrodegrees: 10_880_000,
    leadDays: 3,
    minimumCents: 6000,
    story:
      "Diciannove soci, undici ettari di marogne da tenere in piedi.\n" +
      "Le bottiglie vuote tornano con il giro e si lavano in cantina.\n" +
      "Il Valpolicella esce in casse da sei.",
  },
  {
    code: "garda",
    name: "Frantoio Garda Est",
    vatNumber: "IT90000009009",
    town: "Bardolino",
    land: "lago",
    latMicrodegrees: 45_550_000,
    lonMicrodegrees: 10_730_000,
    leadDays: 4,
    minimumCents: 12_000,
    story:
      "Un frantoio che lavora le olive di quaranta famiglie del lago.\n" +
      "Spreme entro la sera del giorno in cui si raccoglie.\n" +
      "Scende in città quando gli ordini passano i 120 euro.",
  },
  {
    code: "tartaro",
    name: "Riseria del Tartaro",
    vatNumber: "IT90000010010",
    town: "Isola della Scala",
    land: "pianura",
    latMicrodegrees: 45_280_000,
    lonMicrodegrees: 11_010_000,
    leadDays: 2,
    minimumCents: 0,
    story:
      "Il riso si sbrama a pestelli, in una pila mossa dall’acqua del Tartaro.\n" +
      "La risaia si sommerge in aprile: le rane fanno il resto.\n" +
      "Le farine si macinano a pietra il martedì.",
  },
  {
    code: "filo",
    name: "Saponeria Filo",
    vatNumber: "IT90000011011",
    town: "Verona",
    land: "citta",
    latMicrodegrees: 45_440_000,
    lonMicrodegrees: 11_010_000,
    leadDays: 1,
    minimumCents: 0,
    story:
      "Cooperativa sociale: otto persone, cinque in un percorso di lavoro.\n" +
      "L’olio dei saponi è quello del frantoio, di seconda spremitura.\n" +
      "Il detersivo si vende sfuso: il flacone torna indietro.",
  },
  {
    code: "ceramica",
    name: "Bottega Ceramica Veronetta",
    vatNumber: "IT90000012012",
    town: "Verona",
    land: "citta",
    latMicrodegrees: 45_440_000,
    lonMicrodegrees: 11_010_000,
    leadDays: 5,
    minimumCents: 4000,
    story:
      "Cooperativa sociale con due torni e un forno da tre metri cubi.\n" +
      "Accende il forno solo se gli ordini passano i 40 euro.\n" +
      "Ogni pezzo porta le iniziali di chi lo ha fatto.",
  },
];
