import { type LocalText, type Scheme, schemes } from '../types.ts';
import listed from './classifications.json' with { type: 'json' };
import { corrections } from './corrections.ts';

export type KnownClass = {
  scheme: Scheme;
  code: string;
  uri: string;
  oldUri: string | null;
  parentCode: string | null;
  names: LocalText;
};

/** How a record points at a class: any of these may be missing. */
export type ClassReference = { code?: string | null; uri?: string | null; names?: LocalText };

/** Where the lists are published; the list of service classes leaves P7.12 (Ulosotto) without an address. */
const BASES: Record<Scheme, string> = {
  'life-event': 'http://uri.suomi.fi/codelist/ptv/ptvelti/code/',
  'service-class': 'http://uri.suomi.fi/codelist/ptv/ptvserclass2/code/',
  'target-group': 'http://uri.suomi.fi/codelist/ptv/ptvkohderyhmat/code/',
};

/** The code lists as the product ships them: 19 life events, 230 service classes, 17 target groups. */
export const knownClasses: readonly KnownClass[] = schemes.flatMap((scheme) =>
  listed[scheme].map(({ code, uri, oldUri, ...names }) => ({
    scheme,
    code,
    uri: uri ?? `${BASES[scheme]}${code}`,
    oldUri,
    parentCode: code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null,
    names: { ...names, ...corrections[scheme][code] },
  })),
);

/**
 * The code of the class a record points at, by its code, its address of today, its address before the code list was renamed, or its
 * name in any language; null for a class that the lists do not have.
 */
export function codeOf(scheme: Scheme, { code, uri, names }: ClassReference): string | null {
  const { codes, addresses, byName } = index[scheme];
  if (code && codes.has(code)) return code;
  const byAddress = uri && (addresses.get(normal(uri)) ?? endOf(uri, codes));
  if (byAddress) return byAddress;
  for (const name of Object.values(names ?? {})) {
    const found = byName.get(normal(name));
    if (found) return found;
  }
  return null;
}

/** What the product calls a class, whatever a source calls it. */
export const nameOf = (scheme: Scheme, code: string): LocalText | undefined => index[scheme].codes.get(code)?.names;

const normal = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/urn\.fi\//, '');

/** The list of service classes moved from ptvserclass to ptvserclass2 with the same codes. */
function endOf(uri: string, codes: ReadonlyMap<string, KnownClass>): string | undefined {
  const end = /\/code\/([A-Z]+[\d.]+)$/.exec(uri.trim())?.[1];
  return end !== undefined && codes.has(end) ? end : undefined;
}

const index = Object.fromEntries(schemes.map((scheme) => [scheme, indexOf(scheme)])) as Record<Scheme, ReturnType<typeof indexOf>>;

function indexOf(scheme: Scheme) {
  const classes = knownClasses.filter((known) => known.scheme === scheme);
  return {
    codes: new Map(classes.map((known) => [known.code, known])),
    addresses: new Map(
      classes.flatMap(({ code, uri, oldUri }) => [uri, oldUri].flatMap((each) => (each ? [[normal(each), code] as const] : []))),
    ),
    byName: new Map(classes.flatMap(({ code, names }) => Object.values(names).map((name) => [normal(name), code] as const))),
  };
}
