import type { Kysely } from 'kysely';
import type { Tables } from '../server/platform/db/tables.ts';
import { demoPersonById } from './people.ts';
import { type DemoProvider, demoProviderOf } from './provider.ts';

export { type DemoProvider, mountDemoProvider } from './provider.ts';

/** Where the provider asks who signs in; see routes.ts. */
export const SIGN_IN_PATH = '/demo/sign-in';

/** The staff's identity provider of the demo. */
export function demoProvider(db: Kysely<Tables>, publicUrl: string): DemoProvider {
  return demoProviderOf(publicUrl, {
    mount: '/demo/oidc',
    signInPath: SIGN_IN_PATH,
    callback: '/api/sign-in/callback',
    scope: 'openid email profile',
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'locale'] },
    findAccount: (_ctx, id) => accountOf(db, id),
    cookie: '_session',
  });
}

async function accountOf(db: Kysely<Tables>, id: string) {
  const person = await demoPersonById(db, id);
  return (
    person && {
      accountId: id,
      claims: () => ({ sub: id, email: person.email, email_verified: true, name: person.name, locale: person.language }),
    }
  );
}
