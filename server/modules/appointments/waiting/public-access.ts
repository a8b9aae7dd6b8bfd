import { NotFound } from '../../../platform/errors.ts';
import type { Access } from '../../../platform/http/access.ts';
import { hashSecret } from '../../../platform/keys/keys.ts';
import type { Booking } from '../types.ts';
import type { Waiter } from './pages/cookie.ts';
import { waitingOfSecret } from './queries.ts';

/** `Authorization: Bearer <secret>`, of the link that was sent to whoever stands in line. */
export function waiterAccess({ db }: Pick<Booking, 'db'>): Access<Waiter> {
  return {
    name: 'waiter',
    scheme: { type: 'http', scheme: 'bearer', description: 'What follows `/b/w/` in the link of the letter to whoever waits.' },
    key: ({ waitingId }) => `waiting:${waitingId}`,
    admit: async (request) => {
      const secret = /^Bearer ([\w-]{27})$/.exec(request.headers.authorization ?? '')?.[1];
      const waitingId = secret && (await waitingOfSecret(db, hashSecret(secret)));
      if (!waitingId) throw new NotFound();
      return { kind: 'waiter', waitingId };
    },
  };
}
