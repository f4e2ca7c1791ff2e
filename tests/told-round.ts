import type { ToldRoute } from "#domain/delivery/told-route.ts";
import { instant } from "#domain/kernel/instant.ts";

/** Wednesday in Veronetta: a pickup with an awkward name, and a household with a warning. */
export const toldRound: ToldRoute = {
  name: "Giro di Anna, mercoledì",
  stops: [
    {
      name: 'Forno "Da <Gigi> & figli"',
      task: "Ritiro",
      latMicrodegrees: 45_438_400,
      lonMicrodegrees: 10_991_600,
      arrivesAt: instant(Date.UTC(2026, 5, 10, 15, 5)),
      leavesAt: instant(Date.UTC(2026, 5, 10, 15, 9)),
    },
    {
      name: "Lucia; scala B",
      task: "Consegna",
      note: "=HYPERLINK(1)",
      latMicrodegrees: 45_440_001,
      lonMicrodegrees: 11_001_000,
      arrivesAt: instant(Date.UTC(2026, 5, 10, 15, 30)),
      leavesAt: instant(Date.UTC(2026, 5, 10, 15, 33)),
    },
  ],
  line: [
    { latMicrodegrees: 45_438_400, lonMicrodegrees: 10_991_600 },
    { latMicrodegrees: 45_440_001, lonMicrodegrees: 11_001_000 },
  ],
};
