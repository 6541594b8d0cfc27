import type { MoneyToken } from '../text/text-tokens.ts';

/** Furthest that the words around an answer are looked at, in tokens. */
const REACH = 26;

/**
 * Takes a document's words and those of an answer; true when the writer reports it to deny it: "that there was talk of a
 * clearance rests on a misunderstanding", "whoever claims that Bonn has no concerns", "nobody objected, for want of having
 * looked", or a paper shouts it: "“Cleared!” cried a newsletter".
 */
export function isDisbelieved(tokens: readonly MoneyToken[], first: number, next: number): boolean {
  let from = first;
  while (from > 0 && first - from < REACH && !/^[.!?;]$/.test(tokens[from - 1]?.text ?? '')) from--;
  const rest = tokens.slice(next, next + REACH);
  const end = rest.findIndex((t) => /^[.!?;]$/.test(t.text));
  const words = [...tokens.slice(from, next), ...rest.slice(0, end < 0 ? rest.length : end)].map((t) => t.lower);
  return words.some((word) => MISTAKE.test(word)) || isDenied(words.join(' ')) || isShouted(rest);
}

const MISTAKE =
  /^(?:misunderstanding|missverständnis(?:ses)?|irrtum|falschmeldung|malentendu|malentendido|equívoco|equivoco|malinteso|wrongly|mistakenly|erroneously|prematurely|fälschlich(?:erweise)?|irrtümlich(?:erweise)?|voreilig|erróneamente|erroneamente)$/;

const isDenied = (words: string) => WHOEVER.test(words) || UNSEEN.test(words);

/** What somebody is said to claim, whoever that may be. */
const WHOEVER =
  /^(?:\S )?(?:(?:whoever|anyone who) (?:claims|says|thinks|believes)|wer (?:behauptet|sagt|glaubt|meint)|(?:celui )?qui (?:prétend|affirme|croit)|quien (?:diga|afirme|sostenga|crea)|chi (?:dice|sostiene|afferma|crede))(?: |$)/;

/** Nobody objects to what nobody looks at. */
const UNSEEN =
  /(?:^| )(?:faute d ['’] (?:avoir|être|en avoir)|for want of (?:having|looking|being)|without (?:ever )?having (?:looked|been asked)|ohne (?:je )?(?:hinzusehen|hingesehen|gefragt)|sin haber(?:lo|la)? (?:mirado|examinado)|senza aver(?:lo|la)? (?:guardato|esaminato))(?: |$)/;

const CLOSES = /^["”»“'’]$/;
const PAPER =
  /^(?:newsletters?|papers?|newspapers?|tabloids?|headlines?|blogs?|bloggers?|posts?|zeitung|blatt|blätter|schlagzeile|journal|journaux|gazette|periódicos?|titular|giornal[ei]|titolo)$/;

/** Whether what is said between quotes is what a paper cries. */
function isShouted(rest: readonly MoneyToken[]): boolean {
  const close = rest.slice(0, 8).findIndex((t) => CLOSES.test(t.text));
  return close >= 0 && rest.slice(close + 1, close + 6).some((t) => PAPER.test(t.lower));
}
