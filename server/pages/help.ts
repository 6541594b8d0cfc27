import type { Context } from '../../context.ts';
import { listFlags } from '../../db/review/flags.ts';
import { paths } from '../../model/paths.ts';
import { t } from '../../words/speak.ts';
import type { Handler } from '../handler.ts';

/** A tour of five minutes over what is on record, the keys, and what the words mean. */
export const help: Handler = async (context) => {
  return { view: 'help', title: t('help.help'), data: { tour: await tour(context) } };
};

/** Each stop on something that is there: the strongest flag, its pair, its company. */
async function tour({ db }: Context) {
  const { rows } = await listFlags(db, { state: 'to_review', page: 1, pageSize: 1 });
  const [first] = rows;
  const pair = first ? `${first.acquirer} → ${first.target}` : null;
  const dossier = first ? paths.deal(first.pairId) : paths.deals();
  return [
    {
      title: t('help.see-what-changed'),
      link: paths.today(),
      text: t('help.today-tells-what-is-new'),
    },
    {
      title: pair ? t('help.decide-about-a-flag-of', { pair }) : t('help.decide-about-a-flag'),
      link: paths.flags(),
      text: t('help.the-words-that-prove-it'),
    },
    {
      title: pair ? t('help.read-the-dossier-of', { pair }) : t('help.read-a-dossier'),
      link: dossier,
      text: t('help.money-in-promised-and-spend'),
    },
    {
      title: t('help.correct-what-was-misread'),
      link: `${dossier}#money`,
      text: t('help.correct-beside-a-sum'),
    },
    {
      title: t('help.see-who-has-looked-and'),
      link: paths.scrutiny(),
      text: t('help.the-board-groups-pairs-by'),
    },
    {
      title: t('help.follow-the-money'),
      link: paths.map(),
      text: t('help.the-map-shows-who-funds'),
    },
    {
      title: t('help.try-a-text-of-your'),
      link: paths.read(),
      text: t('help.paste-a-text-or-a'),
    },
  ];
}
