import type { MapGround } from "#frontend/ui/map.tsx";

/**
 * Verona drawn by hand: the bend of the Adige, the walls, the bridges, the railway, the hills.
 * One degree of longitude is 7,530 units and one of latitude 10,733, as at 45.44° north.
 */
export const verona: MapGround = {
  width: 640,
  height: 376,
  westMicrodegrees: 10_939_950,
  northMicrodegrees: 45_457_970,
  unitsPerDegreeEast: 7530,
  unitsPerDegreeNorth: 10_733,
  shapes: [
    ["relief", "M430 0C436 34 462 58 492 54C520 48 540 30 566 34C596 38 616 22 660 44V0Z"],
    ["relief high", "M520 0C536 20 560 24 580 14C604 8 622 6 660 18V0Z"],
    ["railway", "M-10 338C120 322 220 318 320 318C440 318 540 250 660 236"],
    [
      "river",
      "M-30 -22C-19 -8 16 42 38 59C59 76 78 74 98 80C118 87 138 98 158 97C178 95 201 75 218 70",
      "C235 64 247 58 260 64C272 71 285 93 294 107C302 122 299 137 309 150C318 164 338 184 350 188",
      "C362 192 371 185 380 174C390 162 396 131 405 118C413 105 420 97 429 97",
      "C438 97 446 104 449 118C451 132 450 152 449 168C448 184 449 194 448 206",
      "C447 222 442 238 447 254C452 272 468 286 486 295",
      "C499 308 515 314 542 327C569 341 630 367 648 376",
    ],
    [
      "bridge",
      "M437 120L462 116M437 168H461M436 206H460M434 256L460 252M340 178L356 200M290 138L316 128",
    ],
    [
      "wall",
      "M301 145L275 166L277 193L294 231L324 263L355 281L392 295L440 311L482 297",
      "M489 295L535 263L565 252L591 209L572 161L557 107L535 64L504 70L474 107",
      "M410 195A9 9 0 1 1 409.9 195Z",
    ],
  ],
  places: [
    { name: "Arena", x: 388, y: 228 },
    { name: "Adige", x: 180, y: 58 },
    { name: "Veronetta", x: 492, y: 238 },
    { name: "Torricelle", x: 560, y: 28 },
  ],
};
