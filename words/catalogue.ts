import type { en } from './en/index.ts';
import type { Message } from './message.ts';

/** The English catalogue says which words there are; every other language has the same. */
export type English = typeof en;
export type Page = keyof English & string;
export type Key = { [P in Page]: `${P}.${keyof English[P] & string}` }[Page];
export type MessageOf<K extends Key> = K extends `${infer P}.${infer W}`
  ? P extends Page
    ? W extends keyof English[P]
      ? English[P][W]
      : never
    : never
  : never;

/**
 * The words of one page in another language: no key that English has not, a message with forms where English has one.
 * A word may be missing while it waits for its translator; until it is there the language is not offered.
 */
export type Translated<P extends Page> = {
  readonly [W in keyof English[P]]?: English[P][W] extends string ? string : Message;
};
export type Catalogue = { readonly [P in Page]: Translated<P> };
