import { inTransaction } from '../../../platform/db/transaction.ts';
import { NotFound } from '../../../platform/errors.ts';
import { hashSecret } from '../../../platform/keys/keys.ts';
import { record } from '../../audit/service.ts';
import type { CustomerClaims, IdentityDeps } from '../settings.ts';
import { beginAttempt, finishAttempt, type Party, type Returned } from '../sign-in/attempts.ts';
import { type Provider, SignInRefused } from '../sign-in/provider.ts';
import { customerEntry } from '../trail.ts';
import type { CustomerCaller } from '../types.ts';
import { endCustomerSession, endCustomerSessionsOf } from './queries.ts';
import { openByToken } from './sealing.ts';
import { startCustomerSession } from './sessions.ts';

export type CustomerSignInDeps = IdentityDeps & { customerProvider: Provider<CustomerClaims> | undefined };

/** @throws NotFound where the installation has no provider for customers; Unavailable when it does not answer */
export async function beginCustomerSignIn(
  deps: CustomerSignInDeps,
  browser: string,
  returnTo: string | undefined,
  language: string,
): Promise<URL> {
  return beginAttempt(deps, partyOf(deps), browser, returnTo ?? HOME, language);
}

export type ReturnedCustomer = Returned & { formerToken: string | undefined; requestId: string };

/** @throws SignInRefused('expired' | 'acr' | 'not-identified' | the provider's code) and Unavailable */
export async function finishCustomerSignIn(
  deps: CustomerSignInDeps,
  returned: ReturnedCustomer,
): Promise<{ token: string; returnTo: string }> {
  const { requestId, formerToken } = returned;
  const { claims, idToken, returnTo } = await finishAttempt(deps, partyOf(deps), returned);
  const admitted = await inTransaction(deps.db, async (trx) => {
    const customerId = await deps.customerOf?.(trx, claims);
    if (!customerId) return undefined;
    await record(trx, {
      actorKind: 'customer',
      actorCustomerId: customerId,
      customerId,
      requestId,
      action: 'customer-session.start',
      purpose: 'sign-in',
    });
    return { customerId, token: await startCustomerSession(trx, deps, { customerId, acr: claims.acr, idToken }, formerToken) };
  });
  if (admitted) {
    await deps.afterIdentified?.(admitted.customerId);
    return { token: admitted.token, returnTo };
  }
  await record(deps.db, { actorKind: 'anonymous', requestId, action: 'customer-session.start', purpose: 'sign-in', outcome: 'refused' });
  throw new SignInRefused('not-identified');
}

/** Ends the session and says where to go: to the provider's own sign-out, which ends its session everywhere, else to a page of ours that says so. */
export async function signCustomerOut(deps: CustomerSignInDeps, token: string | undefined, requestId: string): Promise<string> {
  const ended = token ? await endCustomerSession(deps.db, hashSecret(token), deps.clock.now()) : undefined;
  if (!ended) return SIGNED_OUT;
  const { customerId, idToken } = ended;
  const entry = { actorKind: 'customer' as const, actorCustomerId: customerId, customerId };
  await record(deps.db, { ...entry, requestId, action: 'customer-session.end', purpose: 'sign-in' });
  return farewell(deps, token, idToken);
}

/** Ends every session of the customer, on every device, and then the provider's. */
export async function signCustomerOutEverywhere(
  deps: CustomerSignInDeps,
  caller: CustomerCaller,
  token: string | undefined,
  requestId: string,
): Promise<string> {
  const now = deps.clock.now();
  const ended = await inTransaction(deps.db, async (trx) => {
    const own = token ? await endCustomerSession(trx, hashSecret(token), now) : undefined;
    await endCustomerSessionsOf(trx, caller.customerId, now);
    await record(trx, { ...customerEntry(caller, requestId), action: 'customer-session.end-all', purpose: 'sign-in' });
    return own;
  });
  return farewell(deps, token, ended?.idToken ?? null);
}

const HOME = '/my';
/** Where the provider sends the browser after its own sign-out: registered there beside the callback. */
export const SIGNED_OUT = '/my/signed-out';
export const CUSTOMER_CALLBACK = '/my/sign-in/callback';

async function farewell(
  { customerProvider, publicUrl }: CustomerSignInDeps,
  token: string | undefined,
  sealed: string | null,
): Promise<string> {
  const idToken = token && sealed ? openByToken(token, sealed) : undefined;
  return (idToken && (await customerProvider?.farewell(idToken, new URL(SIGNED_OUT, publicUrl).href))) || SIGNED_OUT;
}

function partyOf({ customerProvider }: CustomerSignInDeps): Party<CustomerClaims> {
  if (!customerProvider) throw new NotFound();
  return { name: 'customer', callback: CUSTOMER_CALLBACK, provider: customerProvider };
}
