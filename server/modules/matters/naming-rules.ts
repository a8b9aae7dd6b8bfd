/** How a name lives in Finnish and Swedish words: as pieces of patterns, for the code and for the database alike. */

/** A name this long is found with endings, but not as the first part of any word: "AVI" begins "avioliitto". A shorter one stands alone. */
export const endingsAlone = 3;

/** Ends of names and what they turn into before endings: grades of consonants, and words in -s and -nen. */
export const stemRules: readonly (readonly [end: string, turned: string])[] = [
  ['(o|u|y|ö|e)s$', '\\1kse'],
  ['(o|u|y|ö|e)s$', '\\1ksi'],
  ['nen$', 'se'],
  ['([kpt])\\1([aeiouyäö])$', '\\1\\2'],
  ['([nlr])t([aeiouyäö])$', '\\1\\1\\2'],
  ['nk([aeiouyäö])$', 'ng\\1'],
  ['mp([aeiouyäö])$', 'mm\\1'],
  ['([aeiouyäö])t([aeiouyäö])$', '\\1d\\2'],
  ['([aeiouyäö])p([aeiouyäö])$', '\\1v\\2'],
  ['i$', 'ei'],
  ['i$', 'ej'],
];

/** Endings of cases, singular and plural, by which a short name is known from the beginning of another word. */
const cases = [
  ...[
    'n',
    'a',
    'ä',
    'ta',
    'tä',
    't',
    'ksi',
    'na',
    'nä',
    'lle',
    'een',
    'iin',
    'hin',
    'han',
    'hän',
    'hon',
    'seen',
    'in',
    'ien',
    'den',
    'jen',
  ],
  ...['ss[aä]', 'st[aä]', 'll[aä]', 'lt[aä]', 'tt[aä]', 'iss[aä]', 'ist[aä]', 'ill[aä]', 'ilt[aä]', 'ille', 'iksi', 'it[aä]', 'j[aä]'],
  ...['s', 'en', 'ens', 'et', 'ets', 'ar', 'er', 'or', 'arna', 'erna', 'orna'],
];
const possessives = ['ni', 'si', 'ns[aä]', 'mme', 'nne'];
const clitics = ['kin', 'k[aä]{2}n', 'ko', 'kö', 'h[aä]n', 'p[aä]', 'kohan', 'köhän'];
const ending = `(?:${cases.join('|')})?(?:${possessives.join('|')})?(?:${clitics.join('|')})?`;

/** What stands after a name in the words of its services ("Kelakortti", "verotus", "skattesedel"): such a word is never a place. */
export const compoundParts = [
  ...[
    'asia',
    'asioin',
    'arvioin',
    'etu',
    'eläke',
    'haku',
    'hakemu',
    'hallin',
    'henkilö',
    'ilmoit',
    'juttu',
    'jutu',
    'kirj',
    'kortti',
    'korti',
  ],
  ...[
    'korvau',
    'käynti',
    'käynni',
    'laki',
    'laskel',
    'lasku',
    'lomak',
    'luku',
    'maks',
    'neuvo',
    'numero',
    'ohje',
    'paper',
    'palau',
    'palvel',
  ],
  ...[
    'pääto',
    'päätö',
    'raha',
    'selvi',
    'tarkast',
    'tie[dt]o',
    'tili',
    'toimi',
    'todist',
    'tuki',
    'tue',
    'tunni',
    'tunti',
    'tus',
    'tuk',
    'virka',
  ],
  ...[
    'velka',
    'vela',
    'velvo',
    'vähen',
    'ansök',
    'avgift',
    'beslut',
    'blankett',
    'brev',
    'bidrag',
    'deklar',
    'e?kort',
    'kund',
    'stöd',
    'ärende',
  ],
  ...['e?sedel', 'e?verk', 'e?åter', 'tjänst', 'kontor'],
] as const;

/** Parts of the names of streets and places. Left out are those that also mean a service: "polku", "linja", "portti", "piste". */
export const placeParts = [
  ...['tie', 'katu', 'kadu', 'kuja', 'raitti', 'raiti', 'rinne', 'rintee', 'mäki', 'mäe', 'kallio', 'harju', 'vuori', 'vuore', 'kumpu'],
  ...[
    'kummu',
    'laakso',
    'notko',
    'niemi',
    'nieme',
    'lahti',
    'lahde',
    'salmi',
    'salme',
    'saari',
    'saare',
    'ranta',
    'ranna',
    'järvi',
    'järve',
  ],
  ...['joki', 'joe', 'koski', 'koske', 'lampi', 'lamme', 'suo', 'niitty', 'niity', 'pelto', 'pello', 'metsä', 'puisto', 'aukio', 'silta'],
  ...['silla', 'kylä', 'kangas', 'kankaa', 'väg', 'vägen', 'gata', 'gatan', 'gränd', 'gränden', 'backen', 'berget', 'stranden', 'viken'],
  ...['udden', 'holmen', 'ängen', 'åsen', 'parken', 'brinken', 'esplanaden'],
] as const;
const placeEnding = '(?:n|ll[aä]|lt[aä]|lle|ss[aä]|st[aä]|t[aä]|[aä]|h?[aeiouyäö]n|s)?';

/** Words and names that begin like the short name of an authority and have nothing to do with it. */
export const otherWords = ['veronika', 'veronikk', 'veroniik', 'veronic', 'kelaami', 'kelanauh', 'kelakouk', 'taxi', 'taxa'] as const;

/** What a word is that begins with a name's stem (`other`), or what follows the stem in it. `letter` as the engine of the pattern writes it. */
export function namingPatterns({ letter }: { letter: string }) {
  return {
    other: `^(?:${otherWords.join('|')})`,
    ending: `^${ending}$`,
    compound: `^(?:${compoundParts.join('|')})`,
    place: `^(?:${letter}*n)?(?:${placeParts.join('|')}){1,2}${placeEnding}$`,
  };
}
