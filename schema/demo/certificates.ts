import type { Scheme } from "#domain/catalogue/certificates.ts";

/** A certificate, with its days told from the day on which the demo is loaded. */
export interface DemoCertificate {
  /** The code of its producer. */
  readonly producer: string;
  readonly scheme: Scheme;
  readonly body: string;
  readonly number: string;
  readonly issuedDaysAgo: number;
  /** Negative: it has expired, and the shop does not show it. */
  readonly expiresInDays: number;
}

/** An invented body that inspects organic farms. */
const TERRA_CERTA = "Terra Certa (IT-BIO-098)";
/** An invented round of visits among farmers and those who eat what they make. */
const VISITE = "Rete delle visite in malga e in campo";

export const demoCertificates: readonly DemoCertificate[] = [
  {
    producer: "valpantena",
    scheme: "bio-eu",
    body: TERRA_CERTA,
    number: "VR-0412",
    issuedDaysAgo: 210,
    expiresInDays: 520,
  },
  {
    producer: "adige",
    scheme: "integrata",
    body: "Disciplinare di pianura",
    number: "PI-2290",
    issuedDaysAgo: 190,
    expiresInDays: 175,
  },
  {
    producer: "lessinia",
    scheme: "pgs",
    body: VISITE,
    number: "L-31",
    issuedDaysAgo: 180,
    expiresInDays: 185,
  },
  {
    producer: "uova",
    scheme: "bio-eu",
    body: TERRA_CERTA,
    number: "VR-0377",
    issuedDaysAgo: 718,
    expiresInDays: 12,
  },
  {
    producer: "squaranto",
    scheme: "pgs",
    body: VISITE,
    number: "L-28",
    issuedDaysAgo: 220,
    expiresInDays: 145,
  },
  {
    producer: "cantina",
    scheme: "bio-eu",
    body: TERRA_CERTA,
    number: "VR-0198",
    issuedDaysAgo: 400,
    expiresInDays: 330,
  },
  {
    producer: "garda",
    scheme: "bio-eu",
    body: TERRA_CERTA,
    number: "VR-0265",
    issuedDaysAgo: 300,
    expiresInDays: 430,
  },
  {
    producer: "garda",
    scheme: "dop",
    body: "Tutela oli del lago",
    number: "G-1104",
    issuedDaysAgo: 405,
    expiresInDays: -40,
  },
  {
    producer: "tartaro",
    scheme: "bio-eu",
    body: TERRA_CERTA,
    number: "VR-0301",
    issuedDaysAgo: 190,
    expiresInDays: 540,
  },
  {
    producer: "filo",
    scheme: "coop-sociale",
    body: "Albo delle cooperative sociali",
    number: "B-0081",
    issuedDaysAgo: 900,
    expiresInDays: 1000,
  },
  {
    producer: "ceramica",
    scheme: "coop-sociale",
    body: "Albo delle cooperative sociali",
    number: "B-0094",
    issuedDaysAgo: 600,
    expiresInDays: 1200,
  },
];
