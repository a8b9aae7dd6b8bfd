import type { MappingAnswers } from '../../../server/modules/matters/mapping/schema.ts';
import type { When } from './types.ts';

export type DemoMapping = {
  matter: string;
  by: string;
  at: When;
  group: string;
  answers: Partial<Omit<MappingAnswers, 'needKinds' | 'steps'>>;
  /** Kinds by the matter's needs, counted from 1. */
  kinds: Record<number, MappingAnswers['needKinds'][string]>;
} & (
  | { state: 'interrupted'; note: string }
  | {
      state: 'confirmed';
      confirmedHow: 'screen' | 'paper' | 'voice';
      pictures: Record<string, string>;
      reasons: string[];
      steps: { title: string; who: 'customer' | 'staff' | 'authority'; need?: number }[];
    }
);

/** One that reception left for the advice desk to go on with, one that its customer has confirmed. */
export const demoMappings: DemoMapping[] = [
  {
    matter: 'eino',
    by: 'Leo Salmi',
    at: '14 min',
    group: 'skills',
    state: 'interrupted',
    note: 'Jaksaa istua ja odottaa. Digitaidot kysymättä, aika poliisille varataan yhdessä.',
    answers: {
      situation: 'Pankki ei kelpuuta vanhaa ajokorttia. En osaa nettiä enkä jaksa jonottaa seisten.',
      lifeSituations: ['other-situation'],
      digital: { wants: 'yes', device: 'none', identification: null, forms: null },
    },
    kinds: { 1: ['identity', 'form'], 2: ['information'] },
  },
  {
    matter: 'gunnel',
    by: 'Ebba Nylund',
    at: '1 d 13.30',
    group: 'confirmation',
    state: 'confirmed',
    confirmedHow: 'voice',
    answers: {
      situation: 'Jag fick en pekplatta av mitt barnbarn. Jag är rädd att trycka fel.',
      digital: { wants: 'yes', device: 'own', identification: 'with-help', forms: 'beside' },
      notAlone: ['fear-of-mistake'],
      channel: 'counter',
      chosenBy: 'together',
    },
    kinds: { 1: ['conversation'] },
    reasons: ['skill-beside', 'conversation'],
    steps: [
      { title: 'Vi talar om saken tillsammans', who: 'staff', need: 1 },
      { title: 'Vi övar på att sköta ärenden på nätet, om du vill', who: 'staff' },
    ],
    pictures: {
      sv: 'Din situation\n”Jag fick en pekplatta av mitt barnbarn. Jag är rädd att trycka fel.”\n\nDet här behöver du hjälp med\n- Jag vill läsa mina egna uppgifter på nätet\n\nVarför du behöver stöd\n- Jag är rädd att göra fel\n\nÄrenden på nätet\nDu klarar ärenden på nätet när någon hjälper vid din sida.\n\nSå sköter du ditt ärende\nDu sköter ärendet på servicepunkten.\nPå servicepunkten hjälper någon vid din sida.\n\nVad händer härnäst\n- Vi: Vi talar om saken tillsammans\n- Vi: Vi övar på att sköta ärenden på nätet, om du vill',
      'fi-x-plain':
        'Tilanteesi\n”Jag fick en pekplatta av mitt barnbarn. Jag är rädd att trycka fel.”\n\nMihin tarvitset apua\n- Jag vill läsa mina egna uppgifter på nätet\n\nNäin asioit\nAsioit palvelupisteessä.\nPalvelupisteessä joku auttaa vieressäsi.\n\nMitä tapahtuu seuraavaksi\n- Me: Keskustelemme asiasta yhdessä\n- Me: Harjoittelemme verkkoasiointia yhdessä, jos haluat',
    },
  },
];
