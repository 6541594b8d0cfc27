/** Pages that stand where the content should be: challenges, refusals, consent walls (RELIABILITY F17). */

/** Words of page titles and of the machinery that the large gatekeepers put in; lower case. */
const TITLES = [
  'just a moment',
  'attention required',
  'access denied',
  'access to this page has been denied',
  'are you a robot',
  'verify you are human',
  'robot check',
  'pardon our interruption',
  'request unsuccessful',
  'request rejected',
  'security check',
  'before you continue',
  'human verification',
];
/** Titles of refusals that go on at length; no page of another kind is called so. */
const LONG_TITLES = ['undeclared automated tool', 'request rate threshold exceeded'];
const MACHINERY = [
  'cf-chl-',
  '/cdn-cgi/challenge-platform/',
  'g-recaptcha',
  'h-captcha',
  '_incapsula_resource',
  'captcha-delivery.com',
  'px-captcha',
  'errors.edgesuite.net',
  'bm-verify',
  '/_sec/verify',
  'consent.google.com',
  'consent.yahoo.com',
];
/** A challenge is short; a long article may well embed a captcha for its comment form. */
const LONGEST_VISIBLE = 1_500;
const LOOK_AT = 200_000;

/**
 * Takes the text of an HTML page; true when it is a challenge, a refusal or a consent wall rather than content.
 * A title decides alone, embedded machinery only when hardly any text stands beside it.
 */
export function looksBlocked(html: string): boolean {
  const page = html.slice(0, LOOK_AT).toLowerCase();
  const title = between(page, '<title', '</title>') + between(page, '<h1', '</h1>');
  if (LONG_TITLES.some((words) => title.includes(words))) return true;
  if (visibleLength(page) > LONGEST_VISIBLE) return false;
  return TITLES.some((words) => title.includes(words)) || MACHINERY.some((words) => page.includes(words));
}

function between(page: string, open: string, close: string): string {
  const start = page.indexOf(open);
  const end = start < 0 ? -1 : page.indexOf(close, start);
  return end < 0 ? '' : page.slice(start, end);
}

/** Length of the text outside tags, scripts and styles; one pass, no parser. */
function visibleLength(page: string): number {
  let length = 0;
  let at = 0;
  while (at < page.length) {
    const open = page.indexOf('<', at);
    if (open < 0) return length + page.length - at;
    length += page.slice(at, open).trim().length;
    const hidden = /^<(script|style|noscript|template)\b/.exec(page.slice(open, open + 12))?.[1];
    const close = hidden ? page.indexOf(`</${hidden}`, open) : open;
    const end = close < 0 ? -1 : page.indexOf('>', close);
    if (end < 0) return length;
    at = end + 1;
  }
  return length;
}
