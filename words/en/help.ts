export const help = {
  'a-tour-of-five-minutes': 'A tour of five minutes over what is on record here, then keys and words.',
  'an-authority-found-that-it':
    'An authority found that it may not review the deal. Effects were not assessed; it is not a clearance.',
  assign: 'assign',
  'confirm-watch-escalate': 'confirm, watch, escalate',
  'correct-beside-a-sum':
    '“Correct” beside a sum, term or step lets you state what the document says, with the reason. It counts instead from then on, also when the document is read again, and can be taken back.',
  'correct-what-was-misread': 'Correct what was misread',
  'decide-about-a-flag': 'Decide about a flag',
  'decide-about-a-flag-of': 'Decide about a flag of {pair}',
  'dismiss-with-a-reason': 'dismiss with a reason',
  dossier: 'dossier',
  filters: 'filters',
  'follow-the-money': 'Follow the money',
  'g-then-t-f-d': '<kbd>g</kbd> then <kbd>t f d c s m o</kbd>',
  help: 'Help',
  keys: 'Keys',
  'money-in-promised-and-spend':
    'Money in, promised and spend back stand apart and are never added. The small number after a value opens the sentence it comes from.',
  'next-previous-flag-with-shift': 'next, previous flag; with Shift, pair',
  'no-jurisdiction': 'No jurisdiction',
  'none-on-record-unknown-not': 'None on record, unknown, not watched',
  note: 'note',
  'paid-so-far-agreed-for':
    'Paid so far; agreed for later; the most that a contract allows; what the target has to spend with its investor. They are never added.',
  'paste-a-text-or-a':
    'Paste a text, give a link or a file: you see what would be read and flagged, and why not. Nothing is stored until you keep it.',
  'press-on-any-page': 'press ? on any page',
  'put-in-promised-ceiling-spend': 'Put in, promised, ceiling, spend back',
  'read-a-dossier': 'Read a dossier',
  'read-a-text': 'read a text',
  'read-the-dossier-of': 'Read the dossier of {pair}',
  'recapture-ratio': 'Recapture ratio',
  reopened: 'Reopened',
  reported: 'Reported',
  'score-and-band': 'Score, band, floor',
  'score-is':
    'Each screen that fired adds its weight times its strength (weak, clear, strong), up to 100: High from 40, Medium from 20, Low from 5. What is only reported counts half. A case in phase 1 lifts a pair to Medium at least, one in phase 2 or before a court to High: “floor”.',
  search: 'search',
  'see-what-changed': 'See what changed',
  'see-who-has-looked-and': 'See who has looked, and who has not',
  'select-for-one-decision-about': 'select for one decision about several',
  'spend-back-for-each-1': 'Spend back for each 1 put in.',
  'talked-of-or-told-by': 'Talked of, or told by the press alone; not agreed.',
  'the-board-groups-pairs-by':
    'The board groups pairs by how long no authority is known to have moved. Hatched means that a register is late: its silence says nothing.',
  'the-evidence-of-a-flag': 'The evidence of a flag has changed since it was decided.',
  'the-map-shows-who-funds':
    'The map shows who funds and supplies whom. Loops of money in and spend back stand out in two colours.',
  'the-passage-behind-a-number': 'the passage behind a number',
  'the-register-was-read-and':
    'The register was read and holds nothing; the register is late; no register is read. Three kinds of nothing.',
  'the-words-that-prove-it':
    'The words that prove it are marked beside the list. C confirms, D and a number dismisses with a reason, W watches, E escalates, U takes it back. A flag says “look here”; it is no finding.',
  theme: 'theme',
  'today-flags-deals-companies-scrutiny': 'Today, Flags, Deals, Companies, Scrutiny, Map, Documents',
  'today-tells-what-is-new':
    'Today tells what is new since your last visit, what waits for you, and which sources could not be read.',
  tour: 'Tour',
  'try-a-text-of-your': 'Try a text of your own',
  undo: 'undo',
  'watch-and-escalate': 'Watch, escalate',
  'watch-keeps':
    'Watching keeps a flag out of the queue until its evidence changes; escalating hands it on for a second look, on a tab of its own. Neither says whether the screen was right: confirming and dismissing do.',
  words: 'Words',
} as const;
