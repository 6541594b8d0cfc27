/** A request that is turned away before its page is asked, with a sentence for the person who sent it. */
export class Refusal extends Error {
  override name = 'Refusal';
  readonly status: number;
  readonly title: string;
  constructor(status: number, title: string, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.status = status;
    this.title = title;
  }
}
