export const capex = {
  'as-a-table': 'As a table<hidden>: {company}</hidden>',
  'as-stated': 'as stated',
  'capital-expenditure': 'Capital expenditure',
  'cash-paid-for-property-and':
    'Cash paid for property and equipment by those who build data centres, by quarter, as their filings state it. Leases are not in it. Bars are to one scale.',
  'difference-of-two-longer-periods': 'difference of two longer periods',
  filing: 'Filing',
  'how-known': 'How known',
  'no-figure-has-been-read': 'No figure has been read yet.',
  'not-known': 'not known',
  'on-the-year': 'On the year',
  'on-the-year-small': ', {growth} on the year',
  'quarter-to': 'Quarter to',
  'quarter-to-small': 'quarter to {end}',
  'quarterly-figures-come-with-the':
    'Quarterly figures come with the SEC’s company facts. <sources>See whether that source is read</sources>.',
  spent: 'Spent',
  'spent-in-billions': 'Spent, thousand million {currency}',
} as const;
