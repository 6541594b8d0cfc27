export const paid = {
  'licence-and-hire': '{acquirer} pays {sum} for licences and people of {target}',
  purchase: '{acquirer} pays {sum} for {target}',
  several: '{acquirer} pays {sum} for {target}, its technology or its people',
  stake: '{acquirer} puts {sum} into {target}',
} as const;
