import type { Context } from '../../context.ts';
import { listFlags } from '../../db/flags.ts';
import { paths } from '../../model/paths.ts';
import type { Handler } from '../handler.ts';

/** A tour of five minutes over what is on record, the keys, and what the words mean. */
export const help: Handler = async (context) => {
  return { view: 'help', title: 'Help', data: { tour: await tour(context) } };
};

/** Each stop on something that is there: the strongest flag, its pair, its company. */
async function tour({ db }: Context) {
  const { rows } = await listFlags(db, { state: 'to_review', page: 1, pageSize: 1 });
  const [first] = rows;
  const pair = first ? `${first.acquirer} → ${first.target}` : null;
  const dossier = first ? paths.deal(first.pairId) : paths.deals();
  return [
    {
      title: 'See what changed',
      link: paths.today(),
      text: 'Today tells what is new since your last visit, what waits for you, and which sources could not be read.',
    },
    {
      title: pair ? `Decide about a flag of ${pair}` : 'Decide about a flag',
      link: paths.flags(),
      text: 'The words that prove it are marked beside the list. C confirms, D and a number dismisses with a reason, W watches, E escalates, U takes it back. A flag says “look here”; it is no finding.',
    },
    {
      title: pair ? `Read the dossier of ${pair}` : 'Read a dossier',
      link: dossier,
      text: 'Money in, promised and spend back stand apart and are never added. The small number after a value opens the sentence it comes from.',
    },
    {
      title: 'Correct what was misread',
      link: `${dossier}#money`,
      text: '“Correct” beside a sum, term or step lets you state what the document says, with the reason. It counts instead from then on, also when the document is read again, and can be taken back.',
    },
    {
      title: 'See who has looked, and who has not',
      link: paths.scrutiny(),
      text: 'The board groups pairs by how long no authority is known to have moved. Hatched means that a register is late: its silence says nothing.',
    },
    {
      title: 'Follow the money',
      link: paths.map(),
      text: 'The map shows who funds and supplies whom. Loops of money in and spend back stand out in two colours.',
    },
    {
      title: 'Try a text of your own',
      link: paths.read(),
      text: 'Paste a text or a link: you see what would be read and flagged, and why not. Nothing is stored until you keep it.',
    },
  ];
}
