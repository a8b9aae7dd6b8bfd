import type { Locale } from '../../../shared/i18n/locale.ts';
import type { Values } from './filling.ts';

const shared = {
  customerName: 'Veikko Lahdensuo',
  staffName: 'Aino Korpela',
  matterNumber: '41 72 83-6',
  link: 'https://polku.example/a/1234',
};

/** What a resident's own text could hold, in each language; the people are made up. */
export const samples: Record<Locale, Required<Values>> = {
  fi: {
    ...shared,
    place: 'Mallilan palvelupiste, Torikuja 4',
    nextStep: 'Käsittelemme hakemuksesi.',
    deadline: 'pe 27.11. klo 16.00',
    answer: 'Ota mukaan vuokrasopimus ja viimeisin tiliote.',
    linkValidUntil: 'pe 11.12.',
    news: '- Asiasi on otettu hoitoon',
  },
  sv: {
    ...shared,
    place: 'Mallila servicepunkt, Torggränden 4',
    nextStep: 'Vi behandlar din ansökan.',
    deadline: 'fre 27.11 kl. 16.00',
    answer: 'Ta med hyresavtalet och det senaste kontoutdraget.',
    linkValidUntil: 'fre 11.12',
    news: '- Ditt ärende har tagits upp',
  },
  en: {
    ...shared,
    place: 'Mallila service point, Torikuja 4',
    nextStep: 'We are processing your application.',
    deadline: 'Fri 27 Nov, 16:00',
    answer: 'Please bring your tenancy agreement and your latest bank statement.',
    linkValidUntil: 'Fri 11 Dec',
    news: '- Your matter has been taken in hand',
  },
};
