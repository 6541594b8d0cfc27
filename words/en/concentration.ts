export const concentration = {
  concentration: 'Concentration',
  'what-is-on-record':
    'Who put in the money that is on record: what was paid for shares, for whole firms and for licences with teams, in US dollars at the rate of the day, by the layer of the firm that got it.',
  'what-it-is-not':
    'These are shares of the money in this ledger, not of a market. Rounds told without each investor’s own sum, sums that nobody told and investors that are not followed are missing; promises and cloud spend do not count. Shares of markets with their index are entered under <shares>Market shares</shares>, each with its source.',
  'shares-by-layer': 'Shares of the money on record in each layer, put in by {groups} and others.',
  'layer-not-known': 'Layer not known',
  'sums-known': {
    one: 'sum known for {withSum} of {n} pair',
    other: 'sum known for {withSum} of {n} pairs',
  },
  'index-of-these-shares': 'Index of these shares (HHI): <b>{hhi}</b> of 10,000',
  group: 'Group',
  'put-in': 'Put in',
  share: 'Share',
  pairs: 'Pairs',
  percent: '{share} %',
  'under-a-tenth': 'under 0.1 %',
  others: 'others',
  companies: 'Companies',
  'nothing-on-record': 'No deal with money is on record yet.',
  'it-fills-with-the-first':
    'This page fills with the first investment, purchase or licence. <deals>Show all deals</deals>.',
} as const;
