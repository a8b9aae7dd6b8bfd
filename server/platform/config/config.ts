import { isIPv4 } from 'node:net';
import type { Keyring } from '../keys/keyring.ts';
import type { Level } from '../log/log.ts';
import { StartError } from '../start-error.ts';
import { type BrokerWay, brokerWayOf, type CustomerOidcConfig, customerOidcContradictions, customerOidcOf } from './broker.ts';
import { placeDataFolder } from './data-folder.ts';
import { type NoticeConfig, noticeConfigOf, noticeContradictions } from './notices.ts';
import { type PtvConfig, ptvContradictions, ptvOf } from './ptv.ts';
import { type Settings, secretSettings, settingNames, settings } from './settings.ts';
import { closestTo } from './spelling.ts';

export type Config = {
  host: string;
  port: number;
  /** Without a slash at the end. */
  publicUrl: string;
  /** People to pick, demo data, identity provider and mail receiver of our own. */
  demo: boolean;
  /** Whose X-Forwarded-For is believed. */
  trustedProxies: string[];
  /** From where municipalities' own sites book for their residents: addresses and networks. */
  bookingSites: string[];
  /** Mail servers that may be spoken to although they are inside: names, addresses, networks. */
  mailInnerServers: string[];
  /** Where ticket printers of the network may stand. */
  printers: { networks: string[]; ports: number[] };
  /** Undefined: the embedded database in `dataDir`. */
  databaseUrl: string | undefined;
  dataDir: string;
  /** Undefined: `keysIn(dataDir)`. */
  keys: Keyring | undefined;
  /** Undefined in the demo only. */
  oidc: { issuer: string; clientId: string; clientSecret: string } | undefined;
  /** Strong identification of customers; undefined: they cannot sign in, or in the demo its own broker. */
  customerOidc: CustomerOidcConfig | undefined;
  /** How the demo's own broker is set. */
  brokerWay: BrokerWay;
  /** The register of mandates; undefined: nobody acts for another, or in the demo its own. */
  mandates: { url: string; clientId: string; apiKey: string; oauthSecret: string } | undefined;
  /** Only identity codes of the test range are taken: in the demo; elsewhere none of them. */
  testIdentities: boolean;
  session: { idleMinutes: number; maxHours: number };
  logLevel: Level;
  /** 0: any free port. */
  demoSmtpPort: number;
  files: { maxBytes: number; maxCount: number };
  notices: NoticeConfig;
  /** The national service directory; undefined: it is not imported by itself. */
  ptv: PtvConfig | undefined;
};

export type Env = Record<string, string | undefined>;

/** Its message is for the person who starts Polku: every wrong setting on a line of its own, and never a secret. */
export class ConfigError extends StartError {
  constructor(problems: string[]) {
    super(
      [`Polku cannot start: ${problems.length === 1 ? 'a setting is' : `${problems.length} settings are`} wrong.`, ...problems].join(
        '\n  ',
      ),
    );
  }
}

/** Reads and checks every setting of the environment. @throws ConfigError */
export function readConfig(env: Env): Config {
  const given = Object.fromEntries(settingNames.filter((name) => env[name]).map((name) => [name, env[name]]));
  const read = settings.safeParse(given);
  const problems = [...unknownNames(env), ...(read.success ? contradictions(read.data) : wrongValues(read.error.issues, given))];
  if (problems.length > 0 || !read.success) throw new ConfigError(problems);
  return configOf(read.data);
}

function unknownNames(env: Env): string[] {
  const unknown = Object.keys(env).filter((name) => name.startsWith('POLKU_') && !settingNames.includes(name as never));
  return unknown.map((name) => `${name} is not a setting: did you mean ${closestTo(name, settingNames)}?`);
}

function wrongValues(issues: { path: PropertyKey[]; message: string }[], given: Env): string[] {
  return issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `${name}${secretSettings.has(name) ? '' : `=${given[name]}`}: expected ${message}`;
  });
}

function contradictions(read: Settings): string[] {
  const demo = isDemo(read);
  const problems: string[] = [];
  if (demo && read.DATABASE_URL)
    problems.push('POLKU_DEMO=on: the demo lets anyone sign in as anyone, so it never runs on the database of DATABASE_URL');
  if (demo && !isLoopback(read.HOST)) {
    problems.push(`HOST=${read.HOST}: the demo lets anyone sign in as anyone, so it listens on 127.0.0.1, ::1 or localhost only`);
  }
  if (read.DATABASE_URL && !read.POLKU_KEYS)
    problems.push('POLKU_KEYS: required with DATABASE_URL; expected keys as `bin/keys` writes them');
  for (const both of read.BOOKING_SITES.filter((site) => read.TRUSTED_PROXIES.includes(site)))
    problems.push(`BOOKING_SITES=${both}: expected no proxy of TRUSTED_PROXIES, as everybody comes through it`);
  problems.push(...noticeContradictions(read), ...ptvContradictions(read));
  if (demo) return problems;
  for (const name of ['PUBLIC_URL', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const) {
    if (!read[name]) problems.push(`${name}: required when the demo is off`);
  }
  problems.push(...customerOidcContradictions(read));
  for (const together of TOGETHER) {
    if (!together.some((name) => read[name])) continue;
    for (const name of together)
      if (!read[name]) problems.push(`${name}: required with ${together.filter((each) => read[each]).join(', ')}`);
  }
  for (const name of ['PUBLIC_URL', 'OIDC_ISSUER', 'CUSTOMER_OIDC_ISSUER', 'MANDATES_URL'] as const) {
    if (read[name] && !isSafe(read[name])) problems.push(`${name}=${read[name]}: expected https, as sign-ins go through it`);
  }
  if (read.PTV_URL && !isSafe(read.PTV_URL)) problems.push(`PTV_URL=${read.PTV_URL}: expected https, as the key goes through it`);
  if (read.SUOMIFI_URL && !isSafe(read.SUOMIFI_URL))
    problems.push(`SUOMIFI_URL=${read.SUOMIFI_URL}: expected https, as identity codes go through it`);
  return problems;
}

/** All of them or none. */
const TOGETHER = [['MANDATES_URL', 'MANDATES_CLIENT_ID', 'MANDATES_API_KEY', 'MANDATES_OAUTH_SECRET']] as const;

function isDemo({ POLKU_DEMO, DATABASE_URL }: Settings): boolean {
  return POLKU_DEMO ?? !DATABASE_URL;
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}

function isSafe(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || isLoopback(hostname.replace(/^\[|\]$/g, ''));
}

function configOf(read: Settings): Config {
  return {
    host: read.HOST,
    port: read.PORT,
    publicUrl: read.PUBLIC_URL ?? `http://localhost:${read.PORT}`,
    demo: isDemo(read),
    trustedProxies: read.TRUSTED_PROXIES,
    bookingSites: read.BOOKING_SITES,
    // Whoever uses the demo is at this machine already.
    mailInnerServers: isDemo(read) ? ['localhost', '127.0.0.0/8', '::1', ...read.MAIL_INNER_SERVERS] : read.MAIL_INNER_SERVERS,
    printers: {
      networks: isDemo(read) ? ['127.0.0.0/8', '::1', ...read.PRINTER_NETWORKS] : read.PRINTER_NETWORKS,
      ports: read.PRINTER_PORTS,
    },
    databaseUrl: read.DATABASE_URL,
    dataDir: placeDataFolder(read.POLKU_DATA_DIR),
    keys: read.POLKU_KEYS,
    oidc: partyOf(read.OIDC_ISSUER, read.OIDC_CLIENT_ID, read.OIDC_CLIENT_SECRET),
    customerOidc: customerOidcOf(read),
    brokerWay: brokerWayOf(read),
    mandates: mandatesOf(read),
    testIdentities: isDemo(read),
    session: { idleMinutes: read.SESSION_IDLE_MINUTES, maxHours: read.SESSION_MAX_HOURS },
    logLevel: read.LOG_LEVEL,
    demoSmtpPort: read.DEMO_SMTP_PORT,
    files: { maxBytes: read.MAX_FILE_MB * 1024 * 1024, maxCount: read.MAX_FILES },
    notices: noticeConfigOf(read),
    ptv: ptvOf(read),
  };
}

function partyOf(issuer?: string, clientId?: string, clientSecret?: string): Config['oidc'] {
  return issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : undefined;
}

function mandatesOf(read: Settings): Config['mandates'] {
  const { MANDATES_URL: url, MANDATES_CLIENT_ID: clientId, MANDATES_API_KEY: apiKey, MANDATES_OAUTH_SECRET: oauthSecret } = read;
  return url && clientId && apiKey && oauthSecret ? { url, clientId, apiKey, oauthSecret } : undefined;
}
