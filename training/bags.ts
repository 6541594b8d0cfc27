import type { Feature } from '../extract/likelihood/feature.ts';

/** Something that is or is not so, with the places that may show it: it is so when at least one of them says so. */
export interface Bag {
  label: boolean;
  /** What holds at each place. */
  places: readonly Place[];
}

export interface Place {
  features: readonly Feature[];
  /** The grammar reads it so: where to begin among the places of a bag that is so. */
  claimed: boolean;
}

/** Bags as rows of numbers in memory that threads share. Ends are those of the one before and so the begins of the next. */
export interface PackedBags {
  /** The features, each by its place here. */
  features: readonly Feature[];
  labels: Uint8Array;
  /** Where each bag's places begin, and the last ones end. */
  bags: Int32Array;
  claimed: Uint8Array;
  /** Where the features of each place begin, and the last ones end. */
  places: Int32Array;
  /** The features of all places, ascending within a place. */
  held: Int32Array;
}

/** Takes bags; gives them packed. */
export function packBags(bags: readonly Bag[]): PackedBags {
  const numbers = new Map<Feature, number>();
  const all = bags.flatMap((bag) => bag.places);
  const most = all.reduce((sum, place) => sum + place.features.length, 0);
  const held = ints(most);
  const places = ints(all.length + 1);
  all.forEach((place, i) => {
    const own = Int32Array.from(new Set(place.features), (feature) => numberOf(numbers, feature)).sort();
    held.set(own, places[i] as number);
    places[i + 1] = (places[i] as number) + own.length;
  });
  const begins = ints(bags.length + 1);
  bags.forEach((bag, b) => {
    begins[b + 1] = (begins[b] as number) + bag.places.length;
  });
  return {
    features: [...numbers.keys()],
    labels: marks(bags.map((bag) => bag.label)),
    bags: begins,
    claimed: marks(all.map((place) => place.claimed)),
    places,
    held,
  };
}

const ints = (length: number) => new Int32Array(new SharedArrayBuffer(4 * length));

function marks(of: readonly boolean[]): Uint8Array {
  const list = new Uint8Array(new SharedArrayBuffer(of.length));
  of.forEach((is, i) => {
    list[i] = is ? 1 : 0;
  });
  return list;
}

function numberOf(numbers: Map<Feature, number>, feature: Feature): number {
  const known = numbers.get(feature) ?? numbers.size;
  numbers.set(feature, known);
  return known;
}

/** One bag to learn from, with the numbers of the common features that hold at each place. */
export interface Lot {
  label: boolean;
  claimed: readonly boolean[];
  places: readonly Int32Array[];
}

/** Takes packed bags and which of them to learn from; gives those, and the features that hold at `least` of their places or more. */
export function lotsOf(packed: PackedBags, chosen: Int32Array, least: number): { lots: Lot[]; features: Int32Array } {
  const counts = new Int32Array(packed.features.length);
  for (const b of chosen) {
    const end = packed.places[packed.bags[b + 1] as number] as number;
    for (let i = packed.places[packed.bags[b] as number] as number; i < end; i++) {
      const feature = packed.held[i] as number;
      counts[feature] = (counts[feature] as number) + 1;
    }
  }
  const features = Int32Array.from([...counts.keys()].filter((feature) => (counts[feature] as number) >= least));
  const numbers = new Int32Array(counts.length).fill(-1);
  features.forEach((feature, n) => {
    numbers[feature] = n;
  });
  return { lots: Array.from(chosen, (b) => lotOf(packed, b, numbers)), features };
}

function lotOf({ labels, bags, claimed, places, held }: PackedBags, b: number, numbers: Int32Array): Lot {
  const [from, to] = [bags[b] as number, bags[b + 1] as number];
  const own = Array.from({ length: to - from }, (_, i) => from + i);
  return {
    label: labels[b] === 1,
    claimed: own.map((place) => claimed[place] === 1),
    places: own.map((place) =>
      held
        .subarray(places[place], places[place + 1])
        .map((feature) => numbers[feature] as number)
        .filter((n) => n >= 0),
    ),
  };
}
