import { pairIdsIn } from '../../db/ledger/pair-query.ts';
import { EXTRACTOR_VERSION } from '../../extract/version.ts';
import { formatInstant } from '../../model/day.ts';
import { filterWords } from '../../model/report-words.ts';
import { PROGRAM_VERSION } from '../../model/version.ts';
import type { XlsxAbout } from '../../reports/as-xlsx.ts';
import { FORMATS } from '../../reports/render.ts';
import { RULES_VERSION } from '../../rules/index.ts';
import { fileName } from '../downloads/file-name.ts';
import { inPieces } from '../downloads/in-pieces.ts';
import type { Handler } from '../handler.ts';

/** The deals that the same query shows on their page, all of them, as a workbook that is written while it is sent. */
export const dealsXlsx: Handler = async (context, { query }) => {
  const filter = query.toString();
  const ids = await pairIdsIn(context.db, filter);
  const about: XlsxAbout = {
    asOf: context.now(),
    lines: [
      ['Filter', filterWords(null, filter)],
      ['As of', formatInstant(context.now())],
      ['Screens version', RULES_VERSION],
      ['Reader', EXTRACTOR_VERSION],
      ['Dealwatch', PROGRAM_VERSION],
      ['Note', 'A flag says “look here”; it is not a finding of harm.'],
    ],
  };
  return {
    stream: {
      filename: fileName('deals', 'xlsx', context.now()),
      type: FORMATS.xlsx.type,
      write: async (out, signal) => {
        const { writeXlsx } = await import('../../reports/as-xlsx.ts');
        await writeXlsx(() => inPieces(context.db, ids), about, out, signal);
      },
    },
  };
};
