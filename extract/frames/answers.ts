import type { Unit } from '../unit.ts';
import type { Frame } from './frame.ts';
import type { ParsedSentence, Trigger } from './sentence.ts';

/** Who answers may stand before the answer: "A:", "Huang:", "– ". */
const SPEAKER = /^(?:[\s"“„«'–—-]*)(?:\p{Lu}[\p{L}.’' -]{0,30}:)?[\s"“„«'–—-]*/u;
const YES =
  /^(?:yes|yeah|yep|correct|right|indeed|absolutely|we did|i did|it did|they did|we have|it has|that is (?:right|correct)|that['’]s (?:right|correct)|oui|tout à fait|exact|exactement|effectivement|ja|jawohl|genau|richtig|stimmt|sí|así es|efectivamente|correcto|sì|certo|esatto|proprio così)(?!\p{L})/iu;
const NO =
  /^(?:no|nope|not at all|we did not|we didn['’]t|i did not|it did not|never|non|pas du tout|absolument pas|jamais|nein|keineswegs|niemals|en absoluto|nunca|assolutamente no|mai)(?!\p{L})(?! (?:one|comment|doubt|longer))/iu;

/** True for a question. */
export const asks = ({ text }: Unit) => /\?["'»”)]?\s*$/.test(text);

/** Takes a sentence behind a question; says how it answers, or null where it does not. */
export function answerOf({ text }: Unit): 'yes' | 'no' | null {
  const said = text.replace(SPEAKER, '');
  if (YES.test(said)) return 'yes';
  return NO.test(said) ? 'no' : null;
}

/** "Did Nvidia buy X?" – "We did, for $300 million.": what was asked is so, as the answer tells. */
export function confirms(s: ParsedSentence, asked: readonly Frame[], nextGroup: () => number): Frame[] {
  const trigger = (frame: Frame): Trigger => ({ class: frame.trigger.class, from: 0, to: 1 });
  return asked.map((frame) => ({
    ...frame,
    sentence: s,
    trigger: trigger(frame),
    acquirerMention: null,
    targetMention: null,
    group: nextGroup(),
  }));
}
