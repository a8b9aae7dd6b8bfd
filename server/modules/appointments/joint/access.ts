import { NotFound } from '../../../platform/errors.ts';
import type { Access } from '../../../platform/http/access.ts';
import { hashSecret } from '../../../platform/keys/keys.ts';
import type { Booking } from '../types.ts';
import { jointIdOfSecret } from './queries.ts';

/** Whoever holds the secret of what was agreed as one: its booker, or a city's own site on their behalf. */
export type JointBooker = { kind: 'joint-booker'; jointId: string };

/** `Authorization: Bearer <secret>`; of another than the address says it opens nothing. */
export function jointBookerAccess({ db }: Pick<Booking, 'db'>): Access<JointBooker> {
  return {
    name: 'booker of a whole',
    scheme: { type: 'http', scheme: 'bearer', description: 'The `secret` that holding the visit or course answered with.' },
    key: ({ jointId }) => `joint:${jointId}`,
    admit: async (request) => {
      const secret = /^Bearer ([\w-]{27})$/.exec(request.headers.authorization ?? '')?.[1];
      const jointId = secret && (await jointIdOfSecret(db, hashSecret(secret)));
      if (!jointId || jointId !== (request.params as { id?: string }).id) throw new NotFound();
      return { kind: 'joint-booker', jointId };
    },
  };
}
