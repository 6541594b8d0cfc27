import { once } from 'node:events';
import { pairHashes } from '../../db/ledger/ledger.ts';
import { registersRead } from '../../db/sources/registers.ts';
import { pairJson } from '../../reports/ledger-json.ts';
import { fileName, JSON_TYPE } from '../downloads/file-name.ts';
import { inPieces } from '../downloads/in-pieces.ts';
import type { Handler } from '../handler.ts';

/** The whole ledger in the shape that other programs read, written while it is sent. */
export const ledgerJson: Handler = async ({ db, now }) => {
  const ids = [...(await pairHashes(db)).keys()];
  const registers = await registersRead(db, now());
  const asOf = now();
  return {
    stream: {
      filename: fileName('ledger', 'json', asOf),
      type: JSON_TYPE,
      write: async (out, signal) => {
        out.write(`{"version":1,"asOf":${JSON.stringify(asOf)},"pairs":[`);
        let comma = '\n';
        for await (const entries of inPieces(db, ids)) {
          signal.throwIfAborted();
          const lines = entries.map((entry) => JSON.stringify(pairJson(entry, registers, asOf)));
          if (lines.length === 0) continue;
          const goesOn = out.write(comma + lines.join(',\n'));
          comma = ',\n';
          if (!goesOn) await once(out, 'drain', { signal });
        }
        out.write('\n]}\n');
      },
    },
  };
};
