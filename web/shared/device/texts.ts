export type Spoken = 'fi' | 'sv' | 'en';
type Texts = { hint: string; code: string; pair: string; fault: string; tooMany: string; soundOn: string };

export const SPOKEN: readonly Spoken[] = ['fi', 'sv', 'en'];

/** What whoever sets a device up reads, before the device knows whose it is and in which language. */
export const texts: Record<Spoken, Texts> = {
  fi: {
    hint: 'Kirjoita koodi, jonka palvelupisteen esihenkilö saa kohdasta Jonot ja laitteet.',
    code: 'Koodi',
    pair: 'Ota käyttöön',
    fault: 'Koodi ei kelpaa tai se on vanhentunut. Pyydä uusi koodi.',
    tooMany: 'Koodeja on kokeiltu liian monta. Odota kymmenen minuuttia.',
    soundOn: 'Ota ääni käyttöön',
  },
  sv: {
    hint: 'Skriv koden som servicepunktens chef får under Köer och enheter.',
    code: 'Kod',
    pair: 'Ta i bruk',
    fault: 'Koden duger inte eller har gått ut. Be om en ny kod.',
    tooMany: 'För många koder har provats. Vänta tio minuter.',
    soundOn: 'Slå på ljudet',
  },
  en: {
    hint: 'Type the code that the manager of the service point gets under Queues and devices.',
    code: 'Code',
    pair: 'Set up',
    fault: 'The code is not valid, or it has run out. Ask for a new one.',
    tooMany: 'Too many codes have been tried. Wait ten minutes.',
    soundOn: 'Turn the sound on',
  },
};
