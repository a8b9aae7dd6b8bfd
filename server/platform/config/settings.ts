import { z } from 'zod';
import { type Keyring, readKeyring } from '../keys/keyring.ts';
import { algorithmsFor, type KeyUse, type PrivateJwk, privateJwksIn } from '../keys/private-jwk.ts';
import { levels } from '../log/log.ts';
import { isNetwork } from '../networks.ts';

/** Strong identification: Traficom's levels substantial and high, and the same of eIDAS for people of other countries. */
export const STRONG_LEVELS = [
  'http://ftn.ficora.fi/2017/loa2',
  'http://ftn.ficora.fi/2017/loa3',
  'http://eidas.europa.eu/LoA/substantial',
  'http://eidas.europa.eu/LoA/high',
] as const;

/** How a relying party proves who it is (OpenID Connect Core, 9). */
const clientAuths = ['client_secret_basic', 'client_secret_post', 'private_key_jwt'] as const;

/** Networks of organisations (RFC 1918, RFC 4193): neither this machine nor the internet. */
const PRIVATE_NETWORKS = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'];

/** Every setting of the environment with its default. The message of each says what is expected; docs/operations.md lists them. */
export const settings = z.object({
  PORT: whole(1, 65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: webAddress().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/\S+$/, 'a PostgreSQL address such as postgresql://user:password@host/database')
    .optional(),
  POLKU_DATA_DIR: z.string().optional(),
  POLKU_KEYS: z.string().transform(keyring).optional(),
  POLKU_DEMO: z
    .string()
    .regex(/^(on|off)$/, 'on or off')
    .transform((word) => word === 'on')
    .optional(),
  TRUSTED_PROXIES: words(isNetwork, 'addresses or networks such as 10.0.0.5,10.1.0.0/16').default([]),
  BOOKING_SITES: words(isNetwork, 'addresses or networks such as 198.51.100.7').default([]),
  MAIL_INNER_SERVERS: words(
    (word) => isNetwork(word) || isHostName(word),
    'names, addresses or networks such as mail.example,10.1.0.0/16',
  ).default([]),
  PRINTER_NETWORKS: words(isNetwork, 'addresses or networks such as 10.20.0.0/16').default(PRIVATE_NETWORKS),
  PRINTER_PORTS: words(isPort, 'port numbers such as 9100')
    .transform((ports) => ports.map(Number))
    .default([9100, 9101, 9102]),
  OIDC_ISSUER: webAddress().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  CUSTOMER_OIDC_ISSUER: webAddress().optional(),
  CUSTOMER_OIDC_CLIENT_ID: z.string().optional(),
  CUSTOMER_OIDC_CLIENT_AUTH: z.enum(clientAuths, `one of ${clientAuths.join(', ')}`).default('client_secret_basic'),
  CUSTOMER_OIDC_CLIENT_SECRET: z.string().optional(),
  CUSTOMER_OIDC_CLIENT_KEY: privateKeys('signing')
    .refine((keys) => keys.length === 1, 'one key')
    .transform(([key]) => key as PrivateJwk)
    .optional(),
  CUSTOMER_OIDC_ID_TOKEN: z.enum(['signed', 'encrypted'], 'signed or encrypted').default('signed'),
  CUSTOMER_OIDC_DECRYPTION_KEYS: privateKeys('decryption').optional(),
  CUSTOMER_OIDC_ACR: z
    .string()
    .regex(/^\S+( \S+)*$/, 'levels of authentication parted by spaces')
    .default(STRONG_LEVELS.join(' '))
    .transform((levels) => levels.split(' ')),
  MANDATES_URL: webAddress().optional(),
  MANDATES_CLIENT_ID: z.string().optional(),
  MANDATES_API_KEY: z.string().optional(),
  MANDATES_OAUTH_SECRET: z.string().optional(),
  SESSION_IDLE_MINUTES: whole(1, 24 * 60).default(30),
  SESSION_MAX_HOURS: whole(1, 24).default(12),
  LOG_LEVEL: z.enum(levels, `one of ${levels.join(', ')}`).default('info'),
  DEMO_SMTP_PORT: whole(0, 65_535).default(2525),
  MAX_FILE_MB: whole(1, 1000).default(20),
  MAX_FILES: whole(1, 100).default(10),
  QUIET_HOURS: z
    .string()
    .regex(/^(off|([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d)$/, 'two local times such as 21:00-08:00, or off')
    .default('21:00-08:00'),
  NOTICE_JOIN_MINUTES: whole(0, 120).default(5),
  DEADLINE_NOTICE_DAYS: whole(1, 60).default(3),
  SUOMIFI_URL: webAddress().optional(),
  SUOMIFI_USERNAME: z.string().optional(),
  SUOMIFI_PASSWORD: z.string().optional(),
  SUOMIFI_SERVICE_ID: z.string().optional(),
  SUOMIFI_PAPER_USERNAME: z.string().optional(),
  SUOMIFI_PAPER_PASSWORD: z.string().optional(),
  SUOMIFI_PAPER_EMAIL: z.string().optional(),
  SUOMIFI_PAPER_SENDER: z
    .string()
    .transform((text) => text.split(';').map((part) => part.trim()))
    .refine((parts) => parts.length === 4 && parts.every(Boolean), 'name; street; postal code; city')
    .optional(),
  PTV_API: z.enum(['v11', 'v12'], 'v11 or v12').optional(),
  PTV_URL: webAddress().optional(),
  PTV_API_KEY: z.string().optional(),
});

export type Settings = z.infer<typeof settings>;
export type SettingName = keyof Settings;

export const settingNames = Object.keys(settings.shape) as SettingName[];

/** Never quoted in a message. */
export const secretSettings = new Set<string>([
  'DATABASE_URL',
  'POLKU_KEYS',
  'OIDC_CLIENT_SECRET',
  'CUSTOMER_OIDC_CLIENT_SECRET',
  'CUSTOMER_OIDC_CLIENT_KEY',
  'CUSTOMER_OIDC_DECRYPTION_KEYS',
  'MANDATES_API_KEY',
  'MANDATES_OAUTH_SECRET',
  'SUOMIFI_PASSWORD',
  'SUOMIFI_PAPER_PASSWORD',
  'PTV_API_KEY',
] satisfies SettingName[]);

function whole(min: number, max: number) {
  const expected = `a whole number from ${min} to ${max}`;
  const digits = z.string().regex(/^\d{1,9}$/, { error: expected, abort: true });
  return digits.transform(Number).refine((value) => value >= min && value <= max, expected);
}

function words(fits: (word: string) => boolean, expected: string) {
  const list = z.string().transform((text) => text.split(',').map((word) => word.trim()));
  return list.refine((all) => all.every(fits), expected);
}

function privateKeys(use: KeyUse) {
  const message = `private keys as JSON Web Keys, each with alg (one of ${algorithmsFor(use).join(', ')}), as \`bin/broker-keys\` writes them`;
  return z.string().transform((text, context): PrivateJwk[] => {
    const keys = privateJwksIn(text, use);
    if (keys) return keys;
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

function isPort(word: string): boolean {
  return /^\d{1,5}$/.test(word) && Number(word) >= 1 && Number(word) <= 65_535;
}

function isHostName(word: string): boolean {
  return /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/i.test(word);
}

function webAddress() {
  const isAddress = (text: string) => /^https?:$/.test(URL.parse(text)?.protocol ?? '');
  return z
    .string()
    .refine(isAddress, 'an address such as https://polku.example')
    .transform((text) => text.replace(/\/+$/, ''));
}

function keyring(text: string, context: z.RefinementCtx): Keyring {
  try {
    return readKeyring(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: `keys as \`bin/keys\` writes them (${error instanceof Error ? error.message : error})` });
    return z.NEVER;
  }
}
