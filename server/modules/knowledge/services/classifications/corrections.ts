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
