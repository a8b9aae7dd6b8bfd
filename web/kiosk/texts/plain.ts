import type { fi } from './fi.ts';

/** Clear Finnish where the usual words are not plain enough. */
export const plain: Partial<typeof fi> = {
  offline: 'Nyt ei ole verkkoa. Saat silti numeron. Emme tiedä, kauanko odotat.',
  hasTime: 'Olen varannut ajan',
  hasTimeHint: 'Kirjoita koodi, jonka sait',
  knowsHint: 'Valitse asia listasta',
  knowsNot: 'En tiedä',
  knowsNotHint: 'Saat numeron. Työntekijä auttaa sinua.',
  code: 'Kirjoita koodi',
  codeHint: 'Koodi on viestissä, jonka sait.',
  send: 'Olen täällä',
  choice: 'Mitä tarvitset?',
  needs: 'Tarvitsetko apua?',
  needsHint: 'Voit valita monta. Jos et tarvitse mitään, paina Jatka.',
  consentName: 'Emme kysy nimeä. Muut näkevät vain numeron.',
  consentKept: 'Kone muistaa, mitä odotat ja mitä apua tarvitset.',
  consentLong: 'Puhelimella voit seurata numeroa. Sivu sulkeutuu, kun käynnistäsi on kulunut vuorokausi. Nimeäsi ei jää muistiin.',
  goStraight: 'Tiedämme nyt, että olet täällä. Mene suoraan sisään. Emme kutsu sinua.',
  waitHere: 'Odota täällä',
  goWhenCalled: 'Kun näet tai kuulet {code}, mene sinne',
  hearAndSee: 'Näyttö kertoo, minne menet.',
};
