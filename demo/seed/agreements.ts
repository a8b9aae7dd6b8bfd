import type { AssistingTask, Names, Wording } from '../../server/modules/directory/types.ts';

export type DemoAgreement = {
  principal: string;
  provider: string;
  point?: string;
  serviceName?: Names;
  tasks: AssistingTask[];
  wording: Wording;
  trainingOwed?: Names[];
  validFrom: string;
  /** The last day. */
  validUntil: string;
};

/** Through the years, so that the demo never runs out of agreements. */
const STANDING = { validFrom: '2025-01-01', validUntil: '2034-12-31' };

const generalWording: Wording = {
  fi: {
    may: [
      'Kertoa palveluista ja siitä, missä ja miten asia hoidetaan',
      'Opastaa verkkoasioinnissa asiakkaan vierellä',
      'Auttaa hakemuksen täyttämisessä ja liitteiden kokoamisessa',
      'Ottaa vastaan hakemuksia ja liitteitä ja välittää ne eteenpäin',
    ],
    mayNot: ['Arvioida, saako asiakas etuuden tai millainen päätös tulee', 'Kirjautua palveluun asiakkaan puolesta'],
  },
  sv: {
    may: [
      'Berätta om tjänsterna och om var och hur ärendet sköts',
      'Handleda kunden i e-tjänsterna, bredvid kunden',
      'Hjälpa till att fylla i ansökan och samla bilagorna',
      'Ta emot ansökningar och bilagor och förmedla dem vidare',
    ],
    mayNot: ['Bedöma om kunden får förmånen eller hurdant beslutet blir', 'Logga in i tjänsten för kundens räkning'],
  },
  en: {
    may: [
      'Tell about the services, and where and how the matter is handled',
      'Guide the customer in online services, side by side',
      'Help to fill in an application and gather its attachments',
      'Take in applications and attachments and pass them on',
    ],
    mayNot: ['Judge whether the customer gets a benefit, or what the decision will be', 'Sign in to a service for the customer'],
  },
};

const adviceWording: Wording = {
  fi: {
    may: ['Kertoa palveluista ja yhteystiedoista', 'Opastaa verkkoasioinnin alkuun'],
    mayNot: ['Ottaa vastaan asiakirjoja', 'Neuvoa yksittäisen asian sisällössä'],
  },
  sv: {
    may: ['Berätta om tjänsterna och kontaktuppgifterna', 'Hjälpa kunden i gång med e-tjänsterna'],
    mayNot: ['Ta emot handlingar', 'Ge råd om innehållet i ett enskilt ärende'],
  },
  en: {
    may: ['Tell about the services and contact details', 'Help the customer to get started online'],
    mayNot: ['Take in documents', 'Advise on the content of a single matter'],
  },
};

const informWording: Wording = {
  fi: {
    may: ['Kertoa, mistä palvelun saa ja miten aika varataan'],
    mayNot: ['Täyttää lomakkeita', 'Ottaa vastaan asiakirjoja tai tunnistaa hakijaa'],
  },
  sv: {
    may: ['Berätta var tjänsten fås och hur man bokar tid'],
    mayNot: ['Fylla i blanketter', 'Ta emot handlingar eller identifiera sökanden'],
  },
  en: {
    may: ['Tell where to get the service and how to book a time'],
    mayNot: ['Fill in forms', 'Take in documents or identify the applicant'],
  },
};

export const agreements: DemoAgreement[] = [
  { principal: 'kela', provider: 'mallila', tasks: ['inform', 'guide', 'help-fill', 'receive'], wording: generalWording, ...STANDING },
  {
    principal: 'kela',
    provider: 'mallila',
    point: 'palvelubussi',
    tasks: ['inform', 'guide'],
    wording: adviceWording,
    trainingOwed: [
      { fi: 'Etuuksien perusteet, puoli päivää', sv: 'Grunderna i förmånerna, en halv dag', en: 'Basics of the benefits, half a day' },
    ],
    ...STANDING,
  },
  { principal: 'dvv', provider: 'mallila', tasks: ['inform', 'guide', 'help-fill', 'receive'], wording: generalWording, ...STANDING },
  { principal: 'vero', provider: 'mallila', tasks: ['inform', 'guide', 'help-fill'], wording: adviceWording, ...STANDING },
  { principal: 'poliisi', provider: 'mallila', tasks: ['inform'], wording: informWording, ...STANDING },
  { principal: 'oikeus', provider: 'mallila', tasks: ['inform', 'guide'], wording: adviceWording, ...STANDING },
  { principal: 'hyvinvointialue', provider: 'mallila', tasks: ['inform', 'guide'], wording: adviceWording, ...STANDING },
  { principal: 'tyollisyysalue', provider: 'mallila', tasks: ['inform', 'guide', 'help-fill'], wording: adviceWording, ...STANDING },
  // Made with agencies that have since merged: it holds for who carries them on.
  { principal: 'avi', provider: 'mallila', tasks: ['inform', 'guide'], wording: adviceWording, ...STANDING },
  { principal: 'ely', provider: 'mallila', tasks: ['inform'], wording: informWording, ...STANDING },
  { principal: 'kela', provider: 'kuvala', tasks: ['inform'], wording: informWording, ...STANDING },
];
