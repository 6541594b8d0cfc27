import type { Route } from './handler.ts';
import { setUp, showSetup } from './pages/setup.ts';
import { showSignIn, signIn, signOut } from './pages/sign-in.ts';

/** Every page, with who may open it. The server is built from this table, and tests walk it. */
export const routes: readonly Route[] = [
  // Coming in
  { method: 'GET', path: '/setup', role: 'anyone', handler: showSetup },
  { method: 'POST', path: '/setup', role: 'anyone', handler: setUp, limit: 'sign-in' },
  { method: 'GET', path: '/sign-in', role: 'anyone', handler: showSignIn },
  { method: 'POST', path: '/sign-in', role: 'anyone', handler: signIn, limit: 'sign-in' },
  { method: 'POST', path: '/sign-out', role: 'viewer', handler: signOut },

  // Looking and deciding (S2)
];
