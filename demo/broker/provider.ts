import type { BrokerWay } from '../../server/platform/config/broker.ts';
import { type DemoProvider, demoProviderOf } from '../provider.ts';
import { type TestIdentity, testIdentities } from './identities.ts';

export const BROKER_SIGN_IN_PATH = '/demo/identify';
export const DOMESTIC_LEVEL = 'http://ftn.ficora.fi/2017/loa2';
export const FOREIGN_LEVEL = 'http://eidas.europa.eu/LoA/substantial';
export const BROKER_LEVELS = [DOMESTIC_LEVEL, FOREIGN_LEVEL];

const IDENTITY_CODE = 'urn:oid:1.2.246.21';
const GIVEN_NAME = 'urn:oid:1.2.246.575.1.14';
const FAMILY_NAME = 'urn:oid:2.5.4.4';
const FOREIGN_ID = 'http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier';

/** Plays the broker of strong identification: the claims and the levels of Traficom's OpenID Connect profile. `way`: what is agreed with it. */
export function demoBroker(publicUrl: string, way: BrokerWay): DemoProvider {
  return demoProviderOf(publicUrl, {
    mount: '/demo/tunnistus',
    signInPath: BROKER_SIGN_IN_PATH,
    callback: '/my/sign-in/callback',
    scope: 'openid profile',
    claims: { openid: ['sub'], profile: [IDENTITY_CODE, GIVEN_NAME, FAMILY_NAME, FOREIGN_ID] },
    findAccount: async (_ctx, key) => {
      const identity = testIdentities.find((each) => each.key === key);
      return identity && { accountId: key, claims: () => ({ sub: key, ...claimsOf(identity) }) };
    },
    acr: BROKER_LEVELS,
    way,
    cookie: '_broker',
  });
}

export const levelOf = ({ identityCode }: TestIdentity): string => (identityCode ? DOMESTIC_LEVEL : FOREIGN_LEVEL);

function claimsOf({ givenName, familyName, identityCode, foreignId }: TestIdentity) {
  return {
    [GIVEN_NAME]: givenName,
    [FAMILY_NAME]: familyName,
    ...(identityCode ? { [IDENTITY_CODE]: identityCode } : {}),
    ...(foreignId ? { [FOREIGN_ID]: foreignId } : {}),
  };
}
