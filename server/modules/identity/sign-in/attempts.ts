import type { FastifyReply, FastifyRequest } from 'fastify';
import { hashSecret, newSecret } from '../../../platform/keys/keys.ts';
import { type IdentityDeps, isSecure } from '../settings.ts';
import { type Arrived, type Provider, SignInRefused } from './provider.ts';
import { insertAttempt, takeAttempt } from './queries.ts';
import { localPath } from './rules.ts';

/** One of our relying parties: the staff's and the customers' never answer for each other. */
export type Party<C> = { name: 'staff' | 'customer'; callback: string; provider: Provider<C> };
export type AttemptDeps = Pick<IdentityDeps, 'db' | 'clock' | 'publicUrl'>;

/** Between leaving for the identity provider and coming back. */
const ATTEMPT_MINUTES = 10;

/**
 * Begins a sign-in. The state's hash is kept together with `browser`, a secret in this browser's cookie: an answer carried over
 * from another browser (login CSRF) finds nothing, and several tabs may sign in at once.
 */
export async function beginAttempt<C>(
  deps: AttemptDeps,
  party: Party<C>,
  browser: string,
  returnTo: string | undefined,
  language?: string,
): Promise<URL> {
  const [state, nonce] = [newSecret(), newSecret()];
  const { url, codeVerifier } = await party.provider.departure(new URL(party.callback, deps.publicUrl).href, state, nonce, language);
  const attempt = { stateHash: stateHash(party, state, browser), nonce, codeVerifier, returnTo: localPath(returnTo) };
  await insertAttempt(deps.db, attempt, deps.clock.now());
  return url;
}

export type Returned = { url: string; state: string | undefined; browser: string | undefined };

/** @throws SignInRefused('expired' | 'acr' | the provider's code) and Unavailable */
export async function finishAttempt<C>(deps: AttemptDeps, party: Party<C>, returned: Returned): Promise<Arrived<C> & { returnTo: string }> {
  const { url, state, browser } = returned;
  const startedAfter = deps.clock.now().subtract({ minutes: ATTEMPT_MINUTES });
  const attempt = state && browser ? await takeAttempt(deps.db, stateHash(party, state, browser), startedAfter) : undefined;
  if (!state || !attempt) throw new SignInRefused('expired');
  const { nonce, codeVerifier, returnTo } = attempt;
  const arrived = await party.provider.arrival({ currentUrl: new URL(url, deps.publicUrl), state, nonce, codeVerifier });
  return { ...arrived, returnTo };
}

/** The secret that ties a sign-in to the browser it began in; made when the browser has none. */
export function browserSecret(deps: Pick<IdentityDeps, 'publicUrl'>, request: FastifyRequest, reply: FastifyReply): string {
  const existing = heldBrowserSecret(deps, request);
  const secret = existing && /^[\w-]{27}$/.test(existing) ? existing : newSecret();
  reply.setCookie(cookieName(deps), secret, { path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(deps), maxAge: 600 });
  return secret;
}

export function heldBrowserSecret(deps: Pick<IdentityDeps, 'publicUrl'>, request: FastifyRequest): string | undefined {
  return request.cookies[cookieName(deps)];
}

const cookieName = (deps: Pick<IdentityDeps, 'publicUrl'>): string => (isSecure(deps) ? '__Host-polku-sign-in' : 'polku-sign-in');

const stateHash = ({ name }: Pick<Party<unknown>, 'name'>, state: string, browser: string): string =>
  hashSecret(`${name}.${state}.${browser}`);
