import type { Direction, Language } from './types.ts';

type Texts = {
  now: string;
  before: string;
  called: string;
  help: string;
  nobody: string;
  stale: string;
  today: string;
  hereNow: string;
  pairTitle: string;
  direction: Record<Direction, string>;
};

/** Few words, in the languages of the screen at once: those of the municipality's residents. */
export const texts: Record<Language, Texts> = {
  fi: {
    now: 'Vuorossa nyt',
    before: 'Viimeksi kutsutut',
    called: 'Kutsutut',
    help: 'Tarvitsetko apua? Tule vastaanottoon.',
    nobody: 'Kutsumme numerosi tähän.',
    stale: 'Näyttö ei päivity. Numerot ovat {time} ajalta. Kuuntele kutsua tai kysy vastaanotosta.',
    today: 'Täällä tänään',
    hereNow: 'Paikalla nyt',
    pairTitle: 'Ota näyttö käyttöön',
    direction: { left: 'vasemmalle', right: 'oikealle', ahead: 'suoraan', back: 'taakse', up: 'yläkertaan', down: 'alakertaan' },
  },
  sv: {
    now: 'Tur nu',
    before: 'Senast',
    called: 'Uppropade',
    help: 'Behöver du hjälp? Kom till receptionen.',
    nobody: 'Ditt nummer ropas upp här.',
    stale: 'Skärmen uppdateras inte. Numren är från {time}. Lyssna på utropen eller fråga i receptionen.',
    today: 'Här i dag',
    hereNow: 'På plats nu',
    pairTitle: 'Ta skärmen i bruk',
    direction: { left: 'till vänster', right: 'till höger', ahead: 'rakt fram', back: 'bakåt', up: 'en trappa upp', down: 'en trappa ner' },
  },
  en: {
    now: 'Now serving',
    before: 'Called before',
    called: 'Called',
    help: 'Do you need help? Come to reception.',
    nobody: 'Your number will be called here.',
    stale: 'This display is not up to date. The numbers are from {time}. Listen to the calls or ask at reception.',
    today: 'Here today',
    hereNow: 'Here now',
    pairTitle: 'Set up this display',
    direction: {
      left: 'to the left',
      right: 'to the right',
      ahead: 'straight ahead',
      back: 'behind you',
      up: 'upstairs',
      down: 'downstairs',
    },
  },
};
