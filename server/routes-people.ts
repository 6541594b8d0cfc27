import type { Route } from './handler.ts';
import { account, changeLanguage, changeName, changePassword, endSessions } from './pages/account.ts';
import { auditCsv, auditList, auditVerify } from './pages/audit.ts';
import { health } from './pages/health.ts';
import { acceptInvitation, showInvitation } from './pages/invitation.ts';
import { invitePerson, people, withdraw } from './pages/people.ts';
import { ownData, personChange, personData } from './pages/person-change.ts';
import { personShow } from './pages/person-show.ts';
import { forgot, reset, showForgot, showReset } from './pages/reset.ts';
import { changeSecondFactor, showSecondFactor } from './pages/second-factor.ts';
import { setUp, showSetup } from './pages/setup.ts';
import { showSignIn, signIn, signInWithCode, signOut } from './pages/sign-in.ts';
import { ssoBegin, ssoReturn } from './pages/sso.ts';
import { healthz, metrics, readyz } from './pages/watching.ts';

/** Coming in, one's own account, everybody's, the audit log, and what programs that watch ask for. */
export const comingIn: readonly Route[] = [
  // Coming in
  { method: 'GET', path: '/setup', role: 'anyone', handler: showSetup },
  { method: 'POST', path: '/setup', role: 'anyone', handler: setUp, limit: 'sign-in' },
  { method: 'GET', path: '/sign-in', role: 'anyone', handler: showSignIn },
  { method: 'POST', path: '/sign-in', role: 'anyone', handler: signIn, limit: 'sign-in' },
  { method: 'POST', path: '/sign-in/code', role: 'anyone', handler: signInWithCode, limit: 'sign-in' },
  { method: 'GET', path: '/sign-in/sso', role: 'anyone', handler: ssoBegin, limit: 'ask' },
  { method: 'GET', path: '/sign-in/sso/return', role: 'anyone', handler: ssoReturn, limit: 'ask' },
  { method: 'POST', path: '/sign-out', role: 'viewer', handler: signOut, early: true },
  { method: 'GET', path: '/invitation', role: 'anyone', handler: showInvitation },
  { method: 'POST', path: '/invitation', role: 'anyone', handler: acceptInvitation, limit: 'sign-in' },
  { method: 'GET', path: '/forgot', role: 'anyone', handler: showForgot },
  { method: 'POST', path: '/forgot', role: 'anyone', handler: forgot, limit: 'ask' },
  { method: 'GET', path: '/reset', role: 'anyone', handler: showReset },
  { method: 'POST', path: '/reset', role: 'anyone', handler: reset, limit: 'sign-in' },

  // One's own account, and everybody's
  { method: 'GET', path: '/account', role: 'viewer', handler: account },
  { method: 'GET', path: '/account/data.json', role: 'viewer', handler: ownData },
  { method: 'POST', path: '/account/name', role: 'viewer', handler: changeName },
  { method: 'POST', path: '/account/language', role: 'viewer', handler: changeLanguage },
  { method: 'POST', path: '/account/password', role: 'viewer', handler: changePassword, limit: 'sign-in' },
  { method: 'POST', path: '/account/sessions', role: 'viewer', handler: endSessions },
  { method: 'GET', path: '/account/second-factor', role: 'viewer', handler: showSecondFactor, early: true },
  { method: 'POST', path: '/account/second-factor', role: 'viewer', handler: changeSecondFactor, early: true },
  { method: 'GET', path: '/people', role: 'admin', handler: people },
  { method: 'POST', path: '/people', role: 'admin', handler: invitePerson },
  { method: 'POST', path: '/people/invitations/:id', role: 'admin', handler: withdraw },
  { method: 'GET', path: '/people/:id', role: 'admin', handler: personShow },
  { method: 'POST', path: '/people/:id', role: 'admin', handler: personChange },
  { method: 'GET', path: '/people/:id/data.json', role: 'admin', handler: personData },
  { method: 'GET', path: '/audit', role: 'admin', handler: auditList },
  { method: 'POST', path: '/audit', role: 'admin', handler: auditVerify, keepsNothing: true },
  { method: 'GET', path: '/audit.csv', role: 'admin', handler: auditCsv },

  // For programs that watch
  { method: 'GET', path: '/health', role: 'anyone', handler: health },
  { method: 'GET', path: '/healthz', role: 'anyone', handler: healthz },
  { method: 'GET', path: '/readyz', role: 'anyone', handler: readyz },
  { method: 'GET', path: '/metrics', role: 'anyone', handler: metrics },
];
