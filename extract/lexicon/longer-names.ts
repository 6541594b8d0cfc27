/** Trades that the listed firms are not in. Data only. */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** After the name of a start-up these make the name of another firm. */
export const ANOTHER_TRADE = words(
  'robotics health healthcare energy wind solar bank banking foods finance financial insurance materials motors airlines records therapeutics pharma pharmaceuticals biosciences biotech genomics medical hospitals hotels hospitality brewing properties realty mining logistics shipping steel petroleum partners advisors consulting',
);

const FAR = 'bank materials foods records brewing airlines motors hospitality hotels mining petroleum steel realty';

/** The same after the name of a large group, which has units of many trades; by group where it differs. */
export const NEVER_A_UNIT: Record<string, ReadonlySet<string>> = {
  '': words(FAR),
  Meta: words(`${FAR} robotics financial`),
};
