import type { CustomerClaims } from '../settings.ts';
import type { Terms } from '../sign-in/provider.ts';

type Facts = Record<string, unknown>;

/** By the names of Traficom's OpenID Connect profile for strong identification, then by those of the standard. */
const NAMES = {
  identityCode: ['urn:oid:1.2.246.21', 'national_identity_number'],
  /** Of people of another country in the Union, who have no Finnish code (Regulation (EU) 2015/1501). */
  foreignId: ['http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier', 'person_identifier'],
  givenName: ['urn:oid:1.2.246.575.1.14', 'urn:oid:2.5.4.42', 'given_name'],
  familyName: ['urn:oid:2.5.4.4', 'family_name'],
  municipality: ['urn:oid:1.2.246.517.2002.2.18'],
} as const;

/** What the customers' provider is asked for: a level of authentication, and who it is. */
export function customerTerms(acr: readonly string[]): Terms<CustomerClaims> {
  return {
    scope: 'openid profile',
    acr,
    enough: (idToken) => textIn(idToken, 'identityCode') !== undefined || textIn(idToken, 'foreignId') !== undefined,
    read: (idToken, about) => {
      const of = (fact: keyof typeof NAMES) => textIn(idToken, fact) ?? textIn(about, fact);
      return {
        issuer: idToken.iss,
        acr: String(idToken.acr ?? ''),
        identityCode: of('identityCode'),
        foreignId: of('foreignId'),
        givenName: of('givenName') ?? '',
        familyName: of('familyName') ?? '',
        municipality: of('municipality'),
      };
    },
  };
}

function textIn(facts: Facts, fact: keyof typeof NAMES): string | undefined {
  for (const name of NAMES[fact]) {
    const value = facts[name];
    if (typeof value === 'string' && value.trim() !== '') return value.normalize().trim().slice(0, 200);
  }
  return undefined;
}
