import { randomInt, randomUUID } from 'node:crypto';
import { customerOfIdentity, type Identifying, identityCodeIn } from '../modules/customers/identifying/service.ts';
import { startCustomerSession } from '../modules/identity/customers/sessions.ts';
import { inTransaction } from '../platform/db/transaction.ts';
import type { App, Caller } from './app.ts';

export type SignedInCustomer = Caller & { customerId: string };

/** Who signs in: a customer there is already (who need not have an identity), or the one of an identity code; else somebody new. */
export type WhoSignsIn = { customerId: string } | { identityCode?: string; givenName?: string; familyName?: string };

/** Puts a session of this customer into the database, as strong identification would, and gives their browser. */
export async function signInCustomer(app: App, who: WhoSignsIn = {}): Promise<SignedInCustomer> {
  const { db, clock } = app.polku.desk;
  const { customerId, token } = await inTransaction(db, async (trx) => {
    const id = 'customerId' in who ? who.customerId : await customerOf(trx, app, who);
    const session = { customerId: id, acr: 'http://ftn.ficora.fi/2017/loa2', idToken: null };
    return { customerId: id, token: await startCustomerSession(trx, { clock }, session, undefined) };
  });
  return { ...app.caller(`__Host-polku-my=${token}`), customerId };
}

async function customerOf(
  trx: Parameters<typeof customerOfIdentity>[0],
  app: App,
  {
    identityCode = aTestCode(),
    givenName = 'Tuntematon',
    familyName = `Testaaja ${randomUUID().slice(0, 6)}`,
  }: Exclude<WhoSignsIn, { customerId: string }>,
): Promise<string> {
  const deps = identifyingOf(app);
  const identity = identityCodeIn(deps, identityCode);
  if (!identity) throw new Error('not an identity code of the test range');
  return customerOfIdentity(trx, deps, identity, { kind: 'person', givenName, familyName, learned: 'signed-in' });
}

export function identifyingOf({ polku, keys }: App): Identifying {
  return { clock: polku.desk.clock, keys, testIdentities: true };
}

const CHECKS = '0123456789ABCDEFHJKLMNPRSTUVWXY';
const two = (number: number) => String(number).padStart(2, '0');

/** An identity code that belongs to nobody: serials 900–999. */
export function aTestCode(): string {
  const digits = `${two(randomInt(1, 29))}${two(randomInt(1, 13))}${two(randomInt(30, 99))}`;
  const serial = String(randomInt(900, 1000));
  return `${digits}${'-YXWVU'[randomInt(6)]}${serial}${CHECKS[Number(digits + serial) % CHECKS.length]}`;
}
