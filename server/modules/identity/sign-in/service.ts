import { inTransaction } from '../../../platform/db/transaction.ts';
import { hashSecret } from '../../../platform/keys/keys.ts';
import { record } from '../../audit/service.ts';
import { endSessionOfToken } from '../sessions/queries.ts';
import { startSession } from '../sessions/service.ts';
import type { Claims, IdentityDeps } from '../settings.ts';
import { beginAttempt, finishAttempt, type Party, type Returned } from './attempts.ts';
import { type Provider, SignInRefused } from './provider.ts';

export type SignInDeps = IdentityDeps & { provider: Provider<Claims> };

export async function beginSignIn(deps: SignInDeps, browser: string, returnTo: string | undefined): Promise<URL> {
  return beginAttempt(deps, staffParty(deps), browser, returnTo);
}

export type ReturnedStaff = Returned & { formerToken: string | undefined; requestId: string };
export type SignedIn = { token: string; returnTo: string };

/** @throws SignInRefused('expired' | 'not-a-user' | the provider's code) and Unavailable */
export async function finishSignIn(deps: SignInDeps, returned: ReturnedStaff): Promise<SignedIn> {
  const { claims, idToken, returnTo } = await finishAttempt(deps, staffParty(deps), returned);
  return { token: await admitPerson(deps, claims, idToken, returned.formerToken, returned.requestId), returnTo };
}

const staffParty = ({ provider }: SignInDeps): Party<Claims> => ({ name: 'staff', callback: '/api/sign-in/callback', provider });

async function admitPerson(
  deps: SignInDeps,
  claims: Claims,
  idToken: string,
  formerToken: string | undefined,
  requestId: string,
): Promise<string> {
  const token = await inTransaction(deps.db, async (trx) => {
    const personId = await deps.personOf(trx, claims);
    if (!personId) return undefined;
    await record(trx, { actorKind: 'staff', personId, requestId, action: 'session.start', purpose: 'sign-in' });
    return startSession(trx, deps, personId, idToken, formerToken);
  });
  if (token) return token;
  await record(deps.db, { actorKind: 'anonymous', requestId, action: 'session.start', purpose: 'sign-in', outcome: 'refused' });
  throw new SignInRefused('not-a-user');
}

/** Ends the session and says where to go: to the provider's own sign-out, else to the front page. Ending twice is no fault. */
export async function signOut(deps: SignInDeps, token: string | undefined, requestId: string): Promise<string> {
  const ended = token ? await endSessionOfToken(deps.db, hashSecret(token), deps.clock.now()) : undefined;
  if (!ended) return '/';
  await record(deps.db, { actorKind: 'staff', personId: ended.personId, requestId, action: 'session.end', purpose: 'sign-in' });
  return (ended.idToken && (await deps.provider.farewell(ended.idToken, new URL('/', deps.publicUrl).href))) || '/';
}
