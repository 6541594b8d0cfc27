import type { Request, Response } from 'express';

export interface Cookie {
  read(req: Request): string | null;
  /** Sets it for so many days, or until the browser closes. */
  set(res: Response, value: string, days?: number): void;
  clear(res: Response): void;
}

const VALUE = /^[A-Za-z0-9_-]{20,200}$/;
const DAY_MS = 86_400_000;

/**
 * One cookie that scripts cannot read and other sites cannot have sent. Over HTTPS its name begins with `__Host-`, so
 * that no neighbouring host can set it.
 */
export function createCookie(name: string, overHttps: boolean): Cookie {
  const fullName = overHttps ? `__Host-${name}` : name;
  const options = { httpOnly: true, sameSite: 'lax', secure: overHttps, path: '/' } as const;
  return {
    read: (req) => valueIn(req.headers.cookie ?? '', fullName),
    set: (res, value, days) => res.cookie(fullName, value, days ? { ...options, maxAge: days * DAY_MS } : options),
    clear: (res) => res.clearCookie(fullName, options),
  };
}

function valueIn(header: string, name: string): string | null {
  for (const part of header.split(';')) {
    const at = part.indexOf('=');
    const value = part.slice(at + 1).trim();
    if (at > 0 && part.slice(0, at).trim() === name && VALUE.test(value)) return value;
  }
  return null;
}
