import type { FastifyRequest } from 'fastify';
import type { Kysely } from 'kysely';
import type { Clock } from '../../platform/clock/clock.ts';
import type { Tables } from '../../platform/db/tables.ts';
import type { Trx } from '../../platform/db/transaction.ts';
import type { PrivateJwk } from '../../platform/keys/private-jwk.ts';

/** How we prove to a provider that we are its relying party (OpenID Connect Core, 9). */
export type ClientAuth =
  | { clientAuth?: 'client_secret_basic' | 'client_secret_post'; clientSecret: string }
  | { clientAuth: 'private_key_jwt'; clientKey: PrivateJwk };

export type OidcSettings = ClientAuth & {
  /** The provider's issuer; its metadata is read from there when first needed. */
  issuer: string;
  clientId: string;
  /** The provider encrypts its ID tokens to one of these, and one that is not encrypted is refused; none: they are signed alone. */
  decryptionKeys?: readonly PrivateJwk[];
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

/** Strong identification of customers. */
export type CustomerOidcSettings = OidcSettings & {
  /** Levels of authentication of which one is demanded. */
  acr: readonly string[];
};

/** What the customers' provider says of who was identified. People of another country have no identity code. */
export type CustomerClaims = {
  issuer: string;
  /** The level of authentication that was reached; one of those demanded. */
  acr: string;
  identityCode?: string | undefined;
  foreignId?: string | undefined;
  givenName: string;
  familyName: string;
  municipality?: string | undefined;
};

/** The customer of these claims, by identity alone; a new one when the identity is new; undefined when the claims hold no valid identity. */
export type CustomerOf = (trx: Trx, claims: CustomerClaims) => Promise<string | undefined>;

export type IdentityDeps = {
  db: Kysely<Tables>;
  clock: Clock;
  /** Where people reach the service; `https:` decides the cookies' prefixes. */
  publicUrl: string;
  oidc: OidcSettings;
  session: SessionSettings;
  personOf: PersonOf;
  /** Undefined: customers cannot sign in here. */
  customerOidc?: CustomerOidcSettings | undefined;
  customerOf?: CustomerOf | undefined;
  /** What is to be learned of a customer who has just been identified; never keeps them from coming in. */
  afterIdentified?: ((customerId: string) => Promise<void>) | undefined;
  /** Draws the page between our sign-out and the customers' provider's. */
  drawFarewell?: ((request: FastifyRequest, location: string) => Promise<string>) | undefined;
};

export const isSecure = ({ publicUrl }: Pick<IdentityDeps, 'publicUrl'>): boolean => publicUrl.startsWith('https:');
