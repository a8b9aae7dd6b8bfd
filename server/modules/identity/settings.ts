import type { Kysely } from 'kysely';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Tables } from '../../platform/db/tables.ts';
import type { Trx } from '../../platform/db/transaction.ts';

export type OidcSettings = {
  /** The provider's issuer; its metadata is read from there when first needed. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** For providers that do not say `email_verified` because every address is the organisation's own. */
  trustEmail?: boolean;
};

export type SessionSettings = {
  idleMinutes: number;
  /** A session ends then, however busy. */
  maxHours: number;
};

/** What the provider says of who signed in. */
export type Claims = { issuer: string; subject: string; email?: string | undefined; emailVerified: boolean };

/** The person of these claims: by issuer + subject, else joined once by verified address; undefined when nobody may come in. */
export type PersonOf = (trx: Trx, claims: Claims) => Promise<string | undefined>;

export type IdentityDeps = {
  db: Kysely<Tables>;
  clock: Clock;
  /** Where people reach the service; `https:` decides the cookies' prefixes. */
  publicUrl: string;
  oidc: OidcSettings;
  session: SessionSettings;
  personOf: PersonOf;
};

export const isSecure = ({ publicUrl }: Pick<IdentityDeps, 'publicUrl'>): boolean => publicUrl.startsWith('https:');
