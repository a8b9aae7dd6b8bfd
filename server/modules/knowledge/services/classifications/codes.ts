import { type LocalText, type Scheme, schemes } from '../types.ts';
import listed from './classifications.json' with { type: 'json' };
import { corrections, renumbered } from './corrections.ts';

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

/** The code lists as the product ships them: 19 life events, 230 service classes, 17 target groups. */
export const knownClasses: readonly KnownClass[] = schemes.flatMap((scheme) => listed[scheme].map((each) => classOf(scheme, each)));

type Listed = { code: string; uri: string | null; oldUri: string | null; fi: string; sv: string; en: string };

function classOf(scheme: Scheme, { code, uri, oldUri, ...names }: Listed): KnownClass {
  const own = renumbered[oldUri ?? ''] ?? { code, uri };
  if (own.uri === null) throw new Error(`class ${code} has no address`);
  return {
    scheme,
    code: own.code,
    uri: own.uri,
    oldUri,
    parentCode: code.includes('.') ? code.slice(0, code.lastIndexOf('.')) : null,
    names: { ...names, ...corrections[scheme][own.code] },
  };
}

/**
 * The code of the class a record points at, by its code, its address of today, its address before the code list was renamed, or its
 * name in any language; null for a class that the lists do not have.
 */
export function codeOf(scheme: Scheme, { code, uri, names }: ClassReference): string | null {
  const { codes, addresses, byName } = index[scheme];
  const byAddress = uri ? addresses.get(normal(uri)) : undefined;
  if (byAddress) return byAddress;
  const named = Object.values(names ?? {}).flatMap((name) => byName.get(normal(name)) ?? []);
  // One code has had two meanings: its name then tells which.
  const older = named.find((each) => each.startsWith(`${code}-`));
  if (code && (older || codes.has(code))) return older ?? code;
  return (uri && endOf(uri, codes)) || named[0] || null;
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
    byName: codesByName(classes),
  };
}

/** Two classes have the name Ulosotto, one of them out of use: the one in use comes first. */
function codesByName(classes: readonly KnownClass[]): ReadonlyMap<string, string[]> {
  const named = classes.flatMap(({ code, names }) => Object.values(names).map((name) => ({ name: normal(name), code })));
  const inOrder = named.toSorted((a, b) => Number(a.code.includes('-')) - Number(b.code.includes('-')));
  return new Map([...Map.groupBy(inOrder, ({ name }) => name)].map(([name, found]) => [name, found.map(({ code }) => code)]));
}
