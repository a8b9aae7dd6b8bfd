import type { LocalText, Scheme } from '../types.ts';

/** Names that are wrong in the national code list, as they should be. An import never puts the wrong one back. */
export const corrections: Record<Scheme, Record<string, LocalText>> = {
  'life-event': {
    // Suomesta muuttaminen: the list's Swedish says the opposite, "Flyttning till Finland", as KE4.4 (Paluumuutto) nearly does.
    'KE4.3': { sv: 'Flyttning från Finland' },
    // The list has "Rehabilition".
    KE12: { en: 'Rehabilitation' },
  },
  'service-class': {
    // The list has "counceling".
    'P28.5': { en: 'One-Stop Guidance Centers and other youth information and counselling services' },
  },
  'target-group': {},
};

/**
 * The list of service classes was renumbered without Ulosotto: P7.12 was Ulosotto in ptvserclass and is Immateriaalioikeudet in
 * ptvserclass2, and the code list now has both under one code. The older one keeps its old number with it, and its address in the old list.
 */
export const renumbered: Readonly<Record<string, { code: string; uri: string }>> = {
  'http://urn.fi/URN:NBN:fi:au:ptvl:v1088': {
    code: 'P7.12-v1088',
    uri: 'http://uri.suomi.fi/codelist/ptv/ptvserclass/code/P7.12',
  },
};
