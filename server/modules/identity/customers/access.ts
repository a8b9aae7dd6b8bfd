import type { FastifyRequest } from 'fastify';
import { Unauthenticated } from '../../../platform/errors.ts';
import type { Access } from '../../../platform/http/access.ts';
import type { CustomerCaller } from '../types.ts';
import { customerTokenOf } from './cookie.ts';
import { type CustomerSessions, customerOfToken } from './sessions.ts';

/** A customer who has signed in strongly: for routes under `/my`. A browser without a session is shown the way to sign in. */
export function customerAccess(deps: CustomerSessions): Access<CustomerCaller> {
  return {
    name: 'customer',
    key: ({ customerId }) => `customer:${customerId}`,
    admit: async (request) => {
      const caller = await signedInCustomer(deps, request);
      if (!caller) throw new Unauthenticated('sign-in-needed');
      return caller;
    },
  };
}

/** Who of the customers is signed in in this browser, if anybody. */
export async function signedInCustomer(deps: CustomerSessions, request: FastifyRequest): Promise<CustomerCaller | undefined> {
  const token = customerTokenOf(request, deps);
  return token ? customerOfToken(deps, token) : undefined;
}
