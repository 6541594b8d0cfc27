/** The failures Dealwatch knows by name. Each message is a sentence for people and says what to do. */
export class DealwatchError extends Error {
  override name = 'DealwatchError';
  /** Instant before which a source asks not to be called again; null when it did not say. */
  retryAfter: string | null = null;
}

/** Thrown when a page, deal, flag or file that was asked for does not exist. */
export class NotFound extends DealwatchError {
  override name = 'NotFound';
}

/** Thrown when what a person or a file handed in cannot be used; `fields` says which field has which problem. */
export class InvalidInput extends DealwatchError {
  override name = 'InvalidInput';
  readonly fields: Readonly<Record<string, string>>;
  constructor(message: string, fields: Record<string, string> = {}, options?: ErrorOptions) {
    super(message, options);
    this.fields = fields;
  }
}

/** Thrown when someone signed in may not do what was asked. */
export class Forbidden extends DealwatchError {
  override name = 'Forbidden';
}

/** Thrown when two people changed the same thing; nothing of the second change is stored. */
export class Conflict extends DealwatchError {
  override name = 'Conflict';
}

/** Thrown when a source answers with something other than its usual page: moved, empty, another shape. */
export class SourceChanged extends DealwatchError {
  override name = 'SourceChanged';
}

/** Thrown when a site says that it has a page no longer: 404, 410. */
export class PageGone extends SourceChanged {
  override name = 'PageGone';
}

/** Thrown when a source refuses or challenges the reader: 403, captcha, robots.txt. */
export class SourceBlocked extends DealwatchError {
  override name = 'SourceBlocked';
}

/** Thrown when a source cannot be reached or answers with a failure of its own: time-out, unknown host, 429, 5xx. */
export class SourceUnavailable extends DealwatchError {
  override name = 'SourceUnavailable';
}

/** Thrown when an address may not be fetched: private network, odd scheme, too many redirects. */
export class AddressRefused extends DealwatchError {
  override name = 'AddressRefused';
}

/** Thrown when a document's bytes give no text: too deep, too large, wrong format, took too long. */
export class Unreadable extends DealwatchError {
  override name = 'Unreadable';
}
