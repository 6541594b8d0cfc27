import type { Writable } from 'node:stream';
import type { Context } from '../context.ts';
import type { Role, User } from '../db/people/users.ts';

/** A file as a browser sent it. */
export interface Upload {
  /** As the browser calls it; never used as a path. */
  name: string;
  bytes: Uint8Array;
}

/** What a page is handed of a request: nothing else of it reaches a handler or a template. */
export interface PageRequest {
  /** Parts of the path, decoded. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** Body of a POST; empty on a GET. */
  form: URLSearchParams;
  /** Body of a program's POST as it was sent; null otherwise. */
  json: string | null;
  /** The file that came with the form, where the route takes one and somebody chose one. */
  file: Upload | null;
  /** Who is signed in; never null where the route asks for a role. */
  user: User | null;
  /** What a form must carry in its field `_csrf`. */
  csrf: string;
  /** Path without query. */
  path: string;
  /** Where it comes from: to list sessions, and to bind a sign-in that is half done to one browser. */
  from: { address: string; agent: string; visit: string; bearer: string | null };
  /** The session it belongs to, by the hash of its token; null when not signed in. */
  sessionId: string | null;
}

/** A page to draw: views/pages/<view>.ejs is handed `page` (this data) and `site`, and nothing else. */
export interface ViewAnswer {
  view: string;
  title: string;
  data: object;
  status?: number;
  wide?: boolean;
}

/** Where to go after a POST. `session` signs in with that token, or out with null; the earlier session ends. */
export interface RedirectAnswer {
  redirect: string;
  /** Shown once, on the next page. */
  notice?: string;
  session?: string | null;
}

export interface DownloadAnswer {
  download: { filename: string; type: string; body: string | Buffer };
}

/** A file that is made while it is sent; `signal` fires when whoever asked has gone. */
export interface StreamAnswer {
  stream: { filename: string; type: string; write(out: Writable, signal: AbortSignal): Promise<unknown> };
}

/** For programs that watch: the health page. */
export interface JsonAnswer {
  json: object;
  status?: number;
  headers?: Record<string, string>;
  /** True to answer "not modified" when the asker has it already. */
  revalidate?: true;
}

/** For programs that watch: text of a given kind. */
export interface TextAnswer {
  text: string;
  type: string;
  /** True to answer "not modified" when the asker has it already. */
  revalidate?: true;
}

/** Server-sent events: told one after the other until the work is done or `signal` says that whoever asked has gone. */
export interface EventsAnswer {
  events(tell: (name: string, data: object) => void, signal: AbortSignal): Promise<void>;
}

export type Answer =
  | ViewAnswer
  | RedirectAnswer
  | DownloadAnswer
  | StreamAnswer
  | EventsAnswer
  | JsonAnswer
  | TextAnswer;

/** A page: takes what it may use and the request; gives what to answer. Throws the errors of model/errors.ts. */
export type Handler = (context: Context, request: PageRequest) => Promise<Answer>;

/** One line of the route table. Everything about who may come, and how much they may send, is decided here. */
export interface Route {
  method: 'GET' | 'POST';
  path: string;
  role: Role | 'anyone';
  handler: Handler;
  /** Most characters of a body, in KB; default 64. */
  bodyKb?: number;
  /** Largest body in MB of a form that sends a file along. */
  uploadMb?: number;
  /** Requests are counted, and too many of them are turned away for a while. */
  limit?: 'sign-in' | 'read' | 'ask' | 'program';
  /** Open to those who still have to set up the second factor that is asked of them. */
  early?: true;
  /** For programs: a JSON body instead of a form, a token instead of a session, and problems as JSON (RFC 9457). */
  program?: true;
  /** The address itself proves that we made it for this act: the form needs no token of a session (RFC 8058). */
  signedAddress?: true;
  /**
   * The page is made of the database, its address, who asks and the minute alone, and changes nothing: as long as none of
   * them is another, it is answered again as it was drawn (server/kept-pages.ts).
   */
  kept?: true;
  /** The form changes nothing that is kept: no line in the audit log. */
  keepsNothing?: true;
}

/** What every template knows besides its page's own data. */
export interface Site {
  title: string;
  wide: boolean;
  user: { name: string; role: Role } | null;
  csrf: string;
  path: string;
  /** Where the data of this page are; null for a page that has none. */
  data: { json: string; csv: string } | null;
  /** Flags that wait for a decision. */
  toReview: number;
  health: { text: string; late: boolean };
  notice: string | null;
  asOf: string;
  /**
   * Where static files are: `<%= site.assets %>/site.css`. Changes with their content, so that browsers keep them for a
   * year. Below it lie public/, `fonts/` (all files of the three font packages) and `htmx.min.js`.
   */
  assets: string;
}
