import type { Claims, OidcSettings } from '../settings.ts';
import type { Terms } from './provider.ts';

/** What the staff's provider is asked for. */
export function staffTerms({ trustEmail }: OidcSettings): Terms<Claims> {
  return {
    scope: 'openid email profile',
    acr: [],
    enough: ({ email }) => Boolean(email),
    read: ({ iss, sub }, about) => {
      const email = typeof about.email === 'string' ? about.email.toLowerCase() : undefined;
      return { issuer: iss, subject: sub, email, emailVerified: about.email_verified === true || trustEmail === true };
    },
  };
}
