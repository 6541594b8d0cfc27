import { z } from 'zod';

/** What the content API of GOV.UK says of every page. */
export const GOVUK_PAGE = z.looseObject({
  base_path: z.string(),
  title: z.string(),
  description: z.string().nullish(),
  document_type: z.string(),
  locale: z.string().nullish(),
  first_published_at: z.string().nullish(),
  withdrawn_notice: z.looseObject({ explanation: z.string().nullish() }).nullish(),
});

/** The text of a page: HTML, or parts of which one is. */
export const GOVUK_BODY = z.union([
  z.string(),
  z.array(z.looseObject({ content_type: z.string(), content: z.string() })),
]);

/** What was changed when, of a page that is kept up to date. */
export const GOVUK_CHANGES = z.array(z.looseObject({ note: z.string(), public_timestamp: z.string() }));
