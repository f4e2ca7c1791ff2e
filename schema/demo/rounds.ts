/** What the demo drives with, when, and what that emits. */

/** A vehicle of the courier's or of the hub. */
export const demoVehicles = [
  {
    code: "furgone",
    owner: "hub",
    name: "Furgone di rete",
    kind: "van-diesel",
    profile: "van",
    capacityGrams: 900_000,
    capacityMillilitres: 5_000_000,
    capacityCrates: 60,
    coldCrates: 12,
    rangeMetres: null,
    tariff: { roundCents: 0, hourCents: 1800, kmCents: 45 },
  },
  {
    code: "furgoncino",
    owner: "courier",
    name: "Furgoncino di Pedali",
    kind: "van-elettrico",
    profile: "van",
    capacityGrams: 600_000,
    capacityMillilitres: 3_500_000,
    capacityCrates: 40,
    coldCrates: 8,
    rangeMetres: 180_000,
    tariff: { roundCents: 0, hourCents: 1800, kmCents: 30 },
  },
  {
    code: "cargo-1",
    owner: "courier",
    name: "Cargo bike 1",
    kind: "cargo-bike",
    profile: "bike",
    capacityGrams: 80_000,
    capacityMillilitres: 320_000,
    capacityCrates: 8,
    coldCrates: 3,
    rangeMetres: 45_000,
    tariff: { roundCents: 0, hourCents: 1700, kmCents: 8 },
  },
  {
    code: "cargo-2",
    owner: "courier",
    name: "Cargo bike 2",
    kind: "cargo-bike",
    profile: "bike",
    capacityGrams: 80_000,
    capacityMillilitres: 320_000,
    capacityCrates: 8,
    coldCrates: 3,
    rangeMetres: 45_000,
    tariff: { roundCents: 0, hourCents: 1700, kmCents: 8 },
  },
] as const;

/** Of the demo's people, one rides. */
const BY_SAMIR = { task: "deliver", driver: "Samir Bertolini" } as const;

/** Who drives in a week: two vans in the morning, two bikes from the sorting to the night. */
export const demoShifts = [
  { vehicle: "furgone", task: "collect", fromMinute: 6 * 60, toMinute: 13 * 60 },
  { vehicle: "furgoncino", task: "collect", fromMinute: 6 * 60 + 30, toMinute: 13 * 60 },
  { vehicle: "cargo-1", task: "deliver", fromMinute: 14 * 60 + 30, toMinute: 20 * 60 + 30 },
  { vehicle: "cargo-2", ...BY_SAMIR, fromMinute: 15 * 60, toMinute: 21 * 60 },
] as const;

/** Who drives today's bread: one bike, which fetches it and brings it to the points. */
export const todaysShifts = [
  { vehicle: "cargo-1", task: "collect", fromMinute: 9 * 60, toMinute: 12 * 60 },
  { vehicle: "cargo-2", ...BY_SAMIR, fromMinute: 14 * 60 + 30, toMinute: 20 * 60 + 30 },
] as const;

/**
 * What a kilometre emits, each from what its source measured or lays down, with the sum spelt out
 * where it is one. A cooperative that knows its own meters writes its own figures over them.
 */
export const demoFactors = [
  {
    // 8.5 l × 0.84 kg/l × 3.76 kg CO2e/kg = 26.8 kg for 100 km.
    vehicleKind: "van-diesel",
    milligramsPerKm: 268_000,
    source: "EN 16258, gasolio B7 dal pozzo alla ruota: 3,76 kg CO₂e al kg; 8,5 l ogni 100 km",
    year: 2012,
  },
  {
    // 15 × the cargo bike's.
    vehicleKind: "van-elettrico",
    milligramsPerKm: 67_500,
    source: "Pling Transport, prova a Göteborg: 15 volte l’elettricità di una cargo bike",
    year: 2017,
  },
  {
    vehicleKind: "cargo-bike",
    milligramsPerKm: 4500,
    source: "Possible e University of Westminster, «The Promise of Low-Carbon Freight»",
    year: 2021,
  },
] as const;

/** How many orders of a week each window at home takes. */
export const demoCapacities = { "17-19": 12, "19-21": 12 } as const;
