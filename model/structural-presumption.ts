import { type Day, lastDay, type PartialDay } from './day.ts';
import type { StructuralPresumption } from './market.ts';

/**
 * The structural presumptions of the US Merger Guidelines, from the day each applied. HHI in points of squared per cent.
 * Source: the guidelines of 1992 (1.51), of 2010 (5.3) and of 2023 (guideline 1), at
 * https://www.justice.gov/atr/merger-guidelines
 */
const PRESUMPTIONS: readonly StructuralPresumption[] = [
  {
    title: 'Merger Guidelines 2023, guideline 1',
    url: 'https://www.justice.gov/atr/2023-merger-guidelines',
    from: '2023-12-18' as Day,
    until: null,
    hhi: 1800,
    delta: 100,
    share: 30,
    shareDelta: 100,
  },
  {
    title: 'Horizontal Merger Guidelines 2010, section 5.3',
    url: 'https://www.justice.gov/atr/horizontal-merger-guidelines-08192010',
    from: '2010-08-19' as Day,
    until: '2023-12-17' as Day,
    hhi: 2500,
    delta: 200,
    share: null,
    shareDelta: 0,
  },
  {
    title: 'Horizontal Merger Guidelines 1992, section 1.51',
    url: 'https://www.justice.gov/archives/atr/1992-merger-guidelines',
    from: '1992-04-02' as Day,
    until: '2010-08-18' as Day,
    hhi: 1800,
    delta: 100,
    share: null,
    shareDelta: 0,
  },
];

/** The presumption in force on a day; the latest one when the day is not known, the first for earlier days. */
export function presumptionOn(day: PartialDay | null): StructuralPresumption {
  const at = day === null ? '9999' : lastDay(day);
  return (PRESUMPTIONS.find(({ from }) => from <= at) ?? PRESUMPTIONS.at(-1)) as StructuralPresumption;
}
