import type { Settings } from './settings.ts';

/** Where the national service directory (PTV) is read from. `apiKey`: v12 wants one for its searches; an administrator may give it on the desk. */
export type PtvConfig = { version: 'v11' | 'v12'; url: string; apiKey: string | undefined };

/** v11 is open to all and retires in spring 2027; v12 is in beta since March 2026. */
const ADDRESSES = {
  v11: 'https://api.palvelutietovaranto.suomi.fi/api/v11',
  v12: 'https://api-gw.palvelutietovaranto.suomi.fi/api/v12',
} as const;

export function ptvOf({ PTV_API: version, PTV_URL: url, PTV_API_KEY: apiKey }: Settings): PtvConfig | undefined {
  return version && { version, url: url ?? ADDRESSES[version], apiKey };
}

export function ptvContradictions({ PTV_API: version, PTV_URL: url, PTV_API_KEY: apiKey }: Settings): string[] {
  const alone = (
    [
      ['PTV_URL', url],
      ['PTV_API_KEY', apiKey],
    ] as const
  ).filter(([, value]) => value && !version);
  return alone.map(([name]) => `PTV_API: required with ${name}; expected v11 or v12`);
}
