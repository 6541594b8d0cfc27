import type { Readable } from 'node:stream';
import { type TakenReturn, takeReturned } from '../jobs/returned.ts';
import { InvalidInput } from '../model/errors.ts';
import { LARGEST_RETURNED } from '../model/returned-mail.ts';
import type { Command } from './command.ts';
import { withContext } from './with-context.ts';

const SENTENCES: Record<TakenReturn, string> = {
  paused: 'The address gets no more mail until its owner says that it works.',
  noted: 'Noted at the mail that came back.',
  known: 'Known before: nothing changes.',
  'not ours': 'It bears the sign of no mail of ours: nothing changes.',
  'no notice': 'It is no notice of delivery (RFC 3464): nothing changes.',
};
/** "Try again later" to a mail server that hands a message to a program (sysexits.h). */
const TRY_AGAIN = 75;

/** `npm run -s bounce < MESSAGE`: takes a message that a mail server sent back, as mail servers hand it to a program. */
export const bounceCommand: Command = {
  name: 'bounce',
  summary: 'Take in a mail that came back (a notice of delivery, from standard input).',
  usage: '< MESSAGE',
  async run(args, io, config) {
    if (args.length) throw new InvalidInput('Hand the message over on standard input: npm run -s bounce < MESSAGE');
    const bytes = await beginningOf(io.stdin);
    try {
      const taken = await withContext(config, (context) => takeReturned(context, bytes));
      io.stdout.write(`${SENTENCES[taken]}\n`);
      return 0;
    } catch (cause) {
      io.stderr.write(`${(cause as Error).message}\n`);
      return TRY_AGAIN;
    }
  },
};

/** As much as is read of a message; the rest is taken from the sender and dropped. */
async function beginningOf(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    if (size >= LARGEST_RETURNED) continue;
    chunks.push(Buffer.from(chunk as Uint8Array));
    size += (chunk as Uint8Array).length;
  }
  return Buffer.concat(chunks).subarray(0, LARGEST_RETURNED);
}
