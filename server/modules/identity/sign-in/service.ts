import { inTransaction } from '../../../platform/db/transaction.ts';
import { hashSecret, newSecret } from '../../../platform/keys/keys.ts';
import { record } from '../../audit/service.ts';
import { endSessionOfToken } from '../sessions/queries.ts';
import { startSession } from '../sessions/service.ts';
import type { Claims, IdentityDeps } from '../settings.ts';
import { type Provider, SignInRefused } from './provider.ts';
import { insertAttempt, takeAttempt } from './queries.ts';
import { localPath } from './rules.ts';

export type SignInDeps = IdentityDeps & { provider: Provider };

/** Between leaving for the provider and coming back. */
const ATTEMPT_MINUTES = 10;
const CALLBACK = '/api/sign-in/callback';

/**
 * Begins a sign-in. The state's hash is kept together with `browser`, a secret in this browser's cookie: an answer carried over
 * from another browser (login CSRF) finds nothing, and several tabs may sign in at once.
 */
export async function beginSignIn(deps: SignInDeps, browser: string, returnTo: string | undefined): Promise<URL> {
  const [state, nonce] = [newSecret(), newSecret()];
  const { url, codeVerifier } = await deps.provider.departure(new URL(CALLBACK, deps.publicUrl).href, state, nonce);
  await insertAttempt(
    deps.db,
    { stateHash: stateHash(state, browser), nonce, codeVerifier, returnTo: localPath(returnTo) },
    deps.clock.now(),
  );
  return url;
}

export type Returned = {
  url: string;
  state: string | undefined;
  browser: string | undefined;
  formerToken: string | undefined;
  requestId: string;
};
export type SignedIn = { token: string; returnTo: string };

/** @throws SignInRefused('expired' | 'not-a-user' | the provider's code) and Unavailable */
export async function finishSignIn(deps: SignInDeps, { url, state, browser, formerToken, requestId }: Returned): Promise<SignedIn> {
  const startedAfter = deps.clock.now().subtract({ minutes: ATTEMPT_MINUTES });
  const attempt = state && browser ? await takeAttempt(deps.db, stateHash(state, browser), startedAfter) : undefined;
  if (!state || !attempt) throw new SignInRefused('expired');
  const { nonce, codeVerifier, returnTo } = attempt;
  const { claims, idToken } = await deps.provider.arrival({ currentUrl: new URL(url, deps.publicUrl), state, nonce, codeVerifier });
  return { token: await admitPerson(deps, claims, idToken, formerToken, requestId), returnTo };
}

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

const stateHash = (state: string, browser: string): string => hashSecret(`${state}.${browser}`);
