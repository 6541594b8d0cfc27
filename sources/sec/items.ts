/** The items of Form 8-K, as the form itself names them (17 CFR 249.308). */
const ITEMS: Record<string, string> = {
  '1.01': 'Entry into a Material Definitive Agreement',
  '1.02': 'Termination of a Material Definitive Agreement',
  '1.03': 'Bankruptcy or Receivership',
  '1.04': 'Mine Safety',
  '1.05': 'Material Cybersecurity Incidents',
  '2.01': 'Completion of Acquisition or Disposition of Assets',
  '2.02': 'Results of Operations and Financial Condition',
  '2.03': 'Creation of a Direct Financial Obligation',
  '2.04': 'Triggering Events That Accelerate a Financial Obligation',
  '2.05': 'Costs Associated with Exit or Disposal Activities',
  '2.06': 'Material Impairments',
  '3.01': 'Notice of Delisting',
  '3.02': 'Unregistered Sales of Equity Securities',
  '3.03': 'Material Modification to Rights of Security Holders',
  '4.01': "Changes in Registrant's Certifying Accountant",
  '4.02': 'Non-Reliance on Previously Issued Financial Statements',
  '5.01': 'Changes in Control of Registrant',
  '5.02': 'Departure or Election of Directors or Officers',
  '5.03': 'Amendments to Articles or Bylaws',
  '5.04': 'Temporary Suspension of Trading Under Employee Benefit Plans',
  '5.05': 'Amendments to the Code of Ethics',
  '5.06': 'Change in Shell Company Status',
  '5.07': 'Submission of Matters to a Vote of Security Holders',
  '5.08': 'Shareholder Director Nominations',
  '7.01': 'Regulation FD Disclosure',
  '8.01': 'Other Events',
  '9.01': 'Financial Statements and Exhibits',
};

/** Items under which deals are told. */
const TELLING = new Set(['1.01', '1.02', '2.01', '3.02', '5.01', '7.01', '8.01']);

/** The name of an item, or null for a number that the form does not have. */
export function itemName(number: string): string | null {
  return ITEMS[number] ?? null;
}

/** Takes the items of a filing; true when one of them may tell of a deal, or when none is known by number. */
export function mayTellOfDeal(items: readonly string[]): boolean {
  return items.some((item) => TELLING.has(item) || !(item in ITEMS));
}

/** Takes the items of a filing; gives their names for a title, exhibits left out. */
export function itemNames(items: readonly string[]): string {
  const named = items.filter((item) => item !== '9.01').map((item) => itemName(item) ?? `Item ${item}`);
  return named.join('; ');
}
