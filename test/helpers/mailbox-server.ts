import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach } from 'vitest';

/** A mailbox in a test: put messages in, and see what was asked of it. */
export interface TestMailbox {
  url: string;
  messages: { uid: number; raw: Buffer }[];
  /** Every command as it came, without its tag. */
  asked: string[];
  validity: number;
}

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const PASSWORD = 'a password';

/**
 * A mail server that lets one mailbox be read over IMAP (RFC 3501): as much of it as a reader asks for. It answers
 * honestly that it knows nothing else. Gives the mailbox; its address names user and password.
 */
export async function aMailbox(): Promise<TestMailbox> {
  const mailbox: TestMailbox = { url: '', messages: [], asked: [], validity: 7 };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.write('* OK ready\r\n');
    let rest = '';
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('latin1')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) answer(socket, mailbox, line);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ends.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  mailbox.url = `imap://returned:${encodeURIComponent(PASSWORD)}@127.0.0.1:${port}/Returned%20mail`;
  return mailbox;
}

function answer(socket: Socket, mailbox: TestMailbox, line: string): void {
  const [, tag = '*', command = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
  mailbox.asked.push(command);
  const { said, done } = reply(mailbox, command);
  for (const one of said) socket.write(Buffer.concat([Buffer.from('* '), Buffer.from(one), Buffer.from('\r\n')]));
  socket.write(`${tag} ${done}\r\n`);
  if (/^LOGOUT/i.test(command)) socket.end();
}

function reply(mailbox: TestMailbox, command: string): { said: (string | Buffer)[]; done: string } {
  const [word = '', sub = ''] = command.toUpperCase().split(' ');
  const name = word === 'UID' ? `UID ${sub}` : word;
  switch (name) {
    case 'CAPABILITY':
      return { said: ['CAPABILITY IMAP4rev1'], done: 'OK' };
    case 'LOGIN':
      return command.includes(PASSWORD)
        ? { said: [], done: 'OK in' }
        : { said: [], done: 'NO [AUTHENTICATIONFAILED] no such user' };
    case 'LIST':
    case 'LSUB':
      return { said: [listed(word, command)], done: 'OK' };
    case 'EXAMINE':
    case 'SELECT':
      return opened(mailbox, command);
    case 'UID SEARCH':
      return { said: [`SEARCH ${uidsIn(mailbox, command).join(' ')}`], done: 'OK' };
    case 'UID FETCH':
      return { said: fetched(mailbox, command), done: 'OK' };
    case 'LOGOUT':
      return { said: ['BYE'], done: 'OK' };
    case 'NOOP':
      return { said: [], done: 'OK' };
    default:
      return { said: [], done: 'BAD not known here' };
  }
}

/** Asked for nothing, it says what stands between the names of folders (RFC 3501, 6.3.8). */
const listed = (word: string, command: string) =>
  command.endsWith('"" ""') ? `${word} (\\Noselect) "/" ""` : `${word} (\\HasNoChildren) "/" "Returned mail"`;

function opened({ messages, validity }: TestMailbox, command: string) {
  if (!command.includes('"Returned mail"')) return { said: [], done: 'NO [NONEXISTENT] no such mailbox' };
  const next = (messages.at(-1)?.uid ?? 0) + 1;
  const said = [
    'FLAGS (\\Seen)',
    `${messages.length} EXISTS`,
    `OK [UIDVALIDITY ${validity}] v`,
    `OK [UIDNEXT ${next}] n`,
  ];
  return { said, done: 'OK [READ-ONLY] open' };
}

/** `5:*` reaches back to the last message when 5 lies beyond it (RFC 3501, 6.4.8). */
function uidsIn({ messages }: TestMailbox, command: string): number[] {
  const [, from = '0'] = /UID (\d+):\*/i.exec(command.replace(/^UID /i, '')) ?? [];
  const last = messages.at(-1)?.uid ?? 0;
  return messages.map(({ uid }) => uid).filter((uid) => uid >= Math.min(Number(from), last));
}

function fetched({ messages }: TestMailbox, command: string): Buffer[] {
  const uid = Number(/^UID FETCH (\d+)/i.exec(command)?.[1]);
  const index = messages.findIndex((one) => one.uid === uid);
  const raw = messages[index]?.raw;
  if (!raw) return [];
  const [, most = '1e9'] = /<0\.(\d+)>/.exec(command) ?? [];
  const isHead = /HEADER/i.test(command);
  const head = /^Content-Type:.*(?:\r\n[ \t].*)*/im.exec(raw.toString('latin1'))?.[0] ?? '';
  const body = isHead ? Buffer.from(`${head}\r\n\r\n`, 'latin1') : raw.subarray(0, Number(most));
  const item = isHead ? 'BODY[HEADER.FIELDS (Content-Type)]' : most === '1e9' ? 'BODY[]' : 'BODY[]<0>';
  const start = `${index + 1} FETCH (UID ${uid} ${item} {${body.length}}\r\n`;
  return [Buffer.concat([Buffer.from(start), body, Buffer.from(')')])];
}
