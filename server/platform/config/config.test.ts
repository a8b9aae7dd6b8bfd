import { expect, test } from 'vitest';
import { generateKeyring } from '../keys/keyring.ts';
import { newPrivateJwk, publicPart } from '../keys/private-jwk.ts';
import { ConfigError, type Env, readConfig } from './config.ts';

const production: Env = {
  DATABASE_URL: 'postgresql://polku:s3cret-word@db.example/polku',
  POLKU_KEYS: generateKeyring(),
  PUBLIC_URL: 'https://polku.example/',
  OIDC_ISSUER: 'https://login.example',
  OIDC_CLIENT_ID: 'polku',
  OIDC_CLIENT_SECRET: 'another-s3cret',
};

function problemsOf(env: Env): string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError)
      return error.message
        .split('\n')
        .slice(1)
        .map((line) => line.trim());
    throw error;
  }
  return [];
}

test('nothing set is the demo on loopback with the embedded database', () => {
  expect(readConfig({})).toMatchObject({
    demo: true,
    host: '127.0.0.1',
    port: 3000,
    publicUrl: 'http://localhost:3000',
    databaseUrl: undefined,
    keys: undefined,
    oidc: undefined,
    session: { idleMinutes: 30, maxHours: 12 },
    logLevel: 'info',
    demoSmtpPort: 2525,
    files: { maxBytes: 20 * 1024 * 1024, maxCount: 10 },
  });
});

test('a whole production setting is read', () => {
  const config = readConfig({ ...production, HOST: '0.0.0.0', PORT: '8080', SESSION_IDLE_MINUTES: '15', MAX_FILES: '3' });
  expect(config).toMatchObject({
    demo: false,
    host: '0.0.0.0',
    port: 8080,
    publicUrl: 'https://polku.example',
    databaseUrl: production.DATABASE_URL,
    oidc: { issuer: 'https://login.example', clientId: 'polku', clientSecret: 'another-s3cret' },
    session: { idleMinutes: 15 },
    files: { maxCount: 3 },
  });
  expect(config.keys?.present.id).toMatch(/^k/);
});

test('every wrong setting is listed at once with what is expected', () => {
  const problems = problemsOf({ PORT: '99999', SESSION_MAX_HOURS: 'many', LOG_LEVEL: 'loud', POLKU_DEMO: 'yes', MAX_FILE_MB: '-1' });
  expect(problems).toEqual([
    'PORT=99999: expected a whole number from 1 to 65535',
    'POLKU_DEMO=yes: expected on or off',
    'SESSION_MAX_HOURS=many: expected a whole number from 1 to 24',
    'LOG_LEVEL=loud: expected one of debug, info, warn, error, silent',
    'MAX_FILE_MB=-1: expected a whole number from 1 to 1000',
  ]);
});

test('printers stand in private networks at their usual ports, where nothing else is said; in the demo on this machine too', () => {
  const { networks, ports } = readConfig(production).printers;
  expect([networks.includes('10.0.0.0/8'), networks.includes('127.0.0.0/8'), ports]).toEqual([true, false, [9100, 9101, 9102]]);
  expect(readConfig({}).printers.networks).toContain('127.0.0.0/8');
  const named = readConfig({ ...production, PRINTER_NETWORKS: '10.20.0.0/16', PRINTER_PORTS: '9100, 6101' });
  expect(named.printers).toEqual({ networks: ['10.20.0.0/16'], ports: [9100, 6101] });
  expect(problemsOf({ PRINTER_NETWORKS: 'hall', PRINTER_PORTS: '0' })).toEqual([
    'PRINTER_NETWORKS=hall: expected addresses or networks such as 10.20.0.0/16',
    'PRINTER_PORTS=0: expected port numbers such as 9100',
  ]);
});

test('sites that book for their residents are named by address, and no proxy is one', () => {
  expect(readConfig(production).bookingSites).toEqual([]);
  expect(readConfig({ ...production, BOOKING_SITES: '198.51.100.7, 2001:db8::/48' }).bookingSites).toEqual([
    '198.51.100.7',
    '2001:db8::/48',
  ]);
  expect(problemsOf({ BOOKING_SITES: 'site.example' })).toEqual([
    'BOOKING_SITES=site.example: expected addresses or networks such as 198.51.100.7',
  ]);
  expect(problemsOf({ BOOKING_SITES: '10.0.0.5', TRUSTED_PROXIES: '10.0.0.5' })).toEqual([expect.stringContaining('no proxy')]);
});

test('an empty setting counts as none', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, demo: true });
});

test('the demo refuses a database of its own and an address others can reach', () => {
  expect(problemsOf({ ...production, POLKU_DEMO: 'on' })).toEqual([expect.stringContaining('never runs on the database of DATABASE_URL')]);
  expect(problemsOf({ HOST: '0.0.0.0' })).toEqual([expect.stringContaining('HOST=0.0.0.0: the demo')]);
  expect(problemsOf({ HOST: '192.168.1.5' })).toHaveLength(1);
  expect(problemsOf({ HOST: '127.0.0.2' })).toEqual([]);
  expect(problemsOf({ HOST: 'localhost' })).toEqual([]);
  expect(problemsOf({ HOST: '::1' })).toEqual([]);
});

test('outside the demo, keys, sign-in and public address are required', () => {
  const { DATABASE_URL } = production;
  expect(problemsOf({ DATABASE_URL })).toEqual([
    'POLKU_KEYS: required with DATABASE_URL; expected keys as `bin/keys` writes them',
    'PUBLIC_URL: required when the demo is off',
    'OIDC_ISSUER: required when the demo is off',
    'OIDC_CLIENT_ID: required when the demo is off',
    'OIDC_CLIENT_SECRET: required when the demo is off',
  ]);
  expect(problemsOf({ ...production, DATABASE_URL: undefined, POLKU_KEYS: undefined, POLKU_DEMO: 'off' })).toEqual([]);
});

test('sign-in never goes over plain http, except on this machine', () => {
  expect(problemsOf({ ...production, PUBLIC_URL: 'http://polku.example' })).toEqual([expect.stringContaining('expected https')]);
  expect(problemsOf({ ...production, PUBLIC_URL: 'http://localhost:3000', OIDC_ISSUER: 'http://[::1]:4000' })).toEqual([]);
});

test('an unknown POLKU_ name is refused with the nearest one', () => {
  expect(problemsOf({ POLKU_DATADIR: '/srv' })).toEqual(['POLKU_DATADIR is not a setting: did you mean POLKU_DATA_DIR?']);
  expect(problemsOf({ POLKU_KEY: 'x', POLKU_DEMOO: 'on' })).toEqual([
    'POLKU_KEY is not a setting: did you mean POLKU_KEYS?',
    'POLKU_DEMOO is not a setting: did you mean POLKU_DEMO?',
  ]);
});

test('no secret is quoted', () => {
  const wrong = {
    ...production,
    DATABASE_URL: 'mysql://root:s3cret-word@db',
    POLKU_KEYS: 'k1:s3cret-key:s3cret-key2',
    POLKU_OTHER: 's3cret',
  };
  const problems = problemsOf(wrong);
  expect(problems).toHaveLength(3);
  expect(problems.join()).not.toContain('s3cret');
});

test('proxies and inner mail servers are addresses, networks and names', () => {
  expect(readConfig(production)).toMatchObject({ trustedProxies: [], mailInnerServers: [] });
  expect(
    readConfig({ ...production, TRUSTED_PROXIES: '10.0.0.5, fd00::/8', MAIL_INNER_SERVERS: 'posti.example,10.1.0.0/16' }),
  ).toMatchObject({
    trustedProxies: ['10.0.0.5', 'fd00::/8'],
    mailInnerServers: ['posti.example', '10.1.0.0/16'],
  });
  expect(readConfig({}).mailInnerServers).toContain('127.0.0.0/8');
  expect(problemsOf({ ...production, TRUSTED_PROXIES: 'proxy.example' })).toEqual([
    expect.stringContaining('TRUSTED_PROXIES=proxy.example'),
  ]);
  expect(problemsOf({ ...production, MAIL_INNER_SERVERS: 'https://x' })).toEqual([expect.stringContaining('MAIL_INNER_SERVERS=https://x')]);
});

test('hours in which no notice leaves, and Suomi.fi messages as a whole or not at all', () => {
  expect(readConfig({}).notices).toEqual({
    quietHours: { from: '21:00', until: '08:00' },
    joinMinutes: 5,
    deadlineDays: 3,
    suomifi: undefined,
  });
  expect(readConfig({ QUIET_HOURS: 'off' }).notices.quietHours).toBeNull();
  expect(problemsOf({ QUIET_HOURS: '9-17' })).toEqual(['QUIET_HOURS=9-17: expected two local times such as 21:00-08:00, or off']);
  const service = {
    SUOMIFI_URL: 'https://messages.example',
    SUOMIFI_USERNAME: 'polku',
    SUOMIFI_PASSWORD: 's3cret',
    SUOMIFI_SERVICE_ID: 'service',
  };
  expect(readConfig({ ...production, ...service }).notices.suomifi).toMatchObject({ url: 'https://messages.example', paper: undefined });
  expect(problemsOf({ ...production, ...service, SUOMIFI_PASSWORD: '', SUOMIFI_PAPER_USERNAME: 'p' }).join()).toMatch(
    /SUOMIFI_PASSWORD: required.*SUOMIFI_PAPER_PASSWORD: required.*SUOMIFI_PAPER_EMAIL: required.*SUOMIFI_PAPER_SENDER: required/s,
  );
  expect(problemsOf({ ...production, ...service, SUOMIFI_URL: 'http://messages.example' })).toEqual([
    'SUOMIFI_URL=http://messages.example: expected https, as identity codes go through it',
  ]);
});

test('a broker’s client proves itself by a key and reads encrypted tokens only with keys for that, which are never quoted', () => {
  const [signing, decryption] = [newPrivateJwk('ES256'), newPrivateJwk('RSA-OAEP-256')];
  const party = { CUSTOMER_OIDC_ISSUER: 'https://broker.example', CUSTOMER_OIDC_CLIENT_ID: 'polku' };
  const byKey = { ...party, CUSTOMER_OIDC_CLIENT_AUTH: 'private_key_jwt', CUSTOMER_OIDC_CLIENT_KEY: JSON.stringify(signing) };
  const encrypted = { CUSTOMER_OIDC_ID_TOKEN: 'encrypted', CUSTOMER_OIDC_DECRYPTION_KEYS: JSON.stringify({ keys: [decryption] }) };
  expect(readConfig({ ...production, ...byKey, ...encrypted }).customerOidc).toMatchObject({
    clientAuth: 'private_key_jwt',
    clientKey: { kid: signing.kid },
    decryptionKeys: [{ kid: decryption.kid }],
  });
  const post = { ...party, CUSTOMER_OIDC_CLIENT_AUTH: 'client_secret_post', CUSTOMER_OIDC_CLIENT_SECRET: 'zqxsecret' };
  expect(readConfig({ ...production, ...post }).customerOidc).toMatchObject({ clientAuth: 'client_secret_post', decryptionKeys: [] });
  const wrong: [Record<string, string>, RegExp][] = [
    [{ ...byKey, CUSTOMER_OIDC_CLIENT_KEY: '' }, /^CUSTOMER_OIDC_CLIENT_KEY: required with/],
    [{ ...post, CUSTOMER_OIDC_CLIENT_KEY: JSON.stringify(signing) }, /^CUSTOMER_OIDC_CLIENT_KEY: used with/],
    [{ ...byKey, CUSTOMER_OIDC_CLIENT_KEY: JSON.stringify(publicPart(signing)) }, /^CUSTOMER_OIDC_CLIENT_KEY: expected private keys/],
    [{ ...byKey, CUSTOMER_OIDC_CLIENT_KEY: JSON.stringify(decryption) }, /^CUSTOMER_OIDC_CLIENT_KEY: expected private keys/],
    [{ ...byKey, CUSTOMER_OIDC_ID_TOKEN: 'encrypted' }, /^CUSTOMER_OIDC_DECRYPTION_KEYS: required with/],
    [{ ...byKey, ...encrypted, CUSTOMER_OIDC_ID_TOKEN: 'signed' }, /^CUSTOMER_OIDC_DECRYPTION_KEYS: used with/],
    [{ ...post, CUSTOMER_OIDC_CLIENT_AUTH: 'none' }, /^CUSTOMER_OIDC_CLIENT_AUTH=none: expected one of/],
  ];
  for (const [env, problem] of wrong) {
    const said = problemsOf({ ...production, ...env }).join('\n');
    expect(said).toMatch(problem);
    expect(said).not.toMatch(new RegExp(`zqxsecret|${String(signing.d)}|${String(decryption.d)}`));
  }
});

test('the settings of customers’ sign-in and of mandates are all there or none, go by https, and their secrets are never quoted', () => {
  const customers = {
    CUSTOMER_OIDC_ISSUER: 'https://broker.example',
    CUSTOMER_OIDC_CLIENT_ID: 'polku',
    CUSTOMER_OIDC_CLIENT_SECRET: 'zqxsecret',
  };
  const { customerOidc, testIdentities, mandates } = readConfig({ ...production, ...customers });
  expect(customerOidc).toMatchObject({ issuer: 'https://broker.example', clientId: 'polku' });
  expect(customerOidc?.acr).toContain('http://ftn.ficora.fi/2017/loa2');
  expect([testIdentities, mandates]).toEqual([false, undefined]);
  expect(readConfig({ ...production, ...customers, CUSTOMER_OIDC_ACR: 'a b' }).customerOidc?.acr).toEqual(['a', 'b']);
  const { CUSTOMER_OIDC_CLIENT_ID: _left, ...without } = customers;
  expect(problemsOf({ ...production, ...without }).join()).toMatch(/CUSTOMER_OIDC_CLIENT_ID: required with/);
  expect(problemsOf({ ...production, ...without }).join()).not.toContain('zqxsecret');
  expect(problemsOf({ ...production, ...customers, CUSTOMER_OIDC_ISSUER: 'http://broker.example' }).join()).toMatch(/expected https/);
  expect(problemsOf({ ...production, MANDATES_URL: 'https://mandates.example' }).length).toBe(3);
});
