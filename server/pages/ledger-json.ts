import { reportEntries } from '../../db/report-entries.ts';
import { registersRead } from '../../db/sources.ts';
import { ledgerJson as inJson } from '../../reports/ledger-json.ts';
import { fileName, JSON_TYPE } from '../downloads/file-name.ts';
import type { Handler } from '../handler.ts';

/** The whole ledger in the shape that other programs read. */
export const ledgerJson: Handler = async ({ db, now }) => {
  const ledger = inJson(await reportEntries(db, null), await registersRead(db), now());
  const body = `${JSON.stringify(ledger, null, 2)}\n`;
  return { download: { filename: fileName('ledger', 'json', now()), type: JSON_TYPE, body } };
};
