export const paid = {
  'licence-and-hire': '{acquirer} has paid {sum} for licences and people of {target}',
  purchase: '{acquirer} has paid {sum} for {target}',
  several: '{acquirer} has paid {sum} for {target}, its technology or its people',
  stake: '{acquirer} has put {sum} into {target}',
} as const;
