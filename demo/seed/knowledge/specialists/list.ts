import type { Names } from '../../../../server/modules/directory/types.ts';
import { names, type Three } from '../channels/making.ts';

/** What a person of the demo knows and how they may be asked. Persons and units by the demo's own names and keys. */
export type DemoSpecialist = {
  person: string;
  unit: string;
  skills: Names[];
  /** Keys of services asked about most. */
  services: string[];
  languages: string[];
  asked: ('call' | 'request')[];
  /** Needed where they are called. */
  phone?: string;
  /** When the telephone is answered, where it is not when on duty. */
  phoneHours?: [number, string, string][];
  /** Who is asked while they are away, by name. */
  backup?: string;
  /** [weekday 1-7, from, until] in which they are on duty for the advice desks. */
  onDuty: [number, string, string][];
};

const skills = (...all: Three[]): Names[] => all.map(names);
const days = (from: string, until: string, ...weekdays: number[]): DemoSpecialist['onDuty'] => weekdays.map((day) => [day, from, until]);

export const specialists: DemoSpecialist[] = [
  {
    person: 'Mika Ranta',
    unit: 'kela-2',
    skills: skills(
      ['Asumistuet', 'Bostadsbidrag', 'Housing allowances'],
      ['Toimeentulotuki', 'Utkomststöd', 'Social assistance'],
      ['Takaisinperintä', 'Återkrav', 'Recovery of benefits'],
    ),
    services: ['asumistuki', 'toimeentulotuki', 'elakkeensaajan-asumistuki'],
    languages: ['fi', 'en'],
    asked: ['call', 'request'],
    phone: '019 000 4012',
    backup: 'Sari Niemi',
    onDuty: days('09:00', '12:00', 1, 2, 3, 4, 5),
  },
  {
    person: 'Sari Niemi',
    unit: 'kela-3',
    skills: skills(
      ['Eläkkeet ja hoitotuki', 'Pensioner och vårdbidrag', 'Pensions and care allowance'],
      ['Kuntoutus', 'Rehabilitering', 'Rehabilitation'],
      ['Perhe-etuudet', 'Familjeförmåner', 'Family benefits'],
    ),
    services: ['hoitotuki', 'kuntoutusraha', 'takuuelake', 'vanhempainpaivaraha'],
    languages: ['fi', 'sv'],
    asked: ['request'],
    onDuty: days('12:00', '15:00', 2, 4),
  },
  {
    person: 'Daniel Berg',
    unit: 'dvv-2',
    skills: skills(
      ['Ulkomaalaisten rekisteröinti', 'Registrering av utlänningar', 'Registration of foreign nationals'],
      ['Turvakielto', 'Spärrmarkering', 'Non-disclosure'],
      ['Valtuudet', 'Fullmakter', 'Mandates'],
    ),
    services: ['henkilotunnus', 'kotikunta', 'turvakielto', 'valtuudet'],
    languages: ['sv', 'fi', 'en'],
    asked: ['call', 'request'],
    phone: '019 000 5012',
    phoneHours: days('09:00', '11:00', 1, 2, 3, 4),
    onDuty: days('09:00', '15:00', 1, 3),
  },
  {
    person: 'Tuula Hautala',
    unit: 'vero-2',
    skills: skills(
      ['Henkilöverotus', 'Personbeskattning', 'Personal tax'],
      ['Perintö- ja lahjavero', 'Arvs- och gåvoskatt', 'Inheritance and gift tax'],
      ['Ennakkovero ja vuokratulot', 'Förskottsskatt och hyresinkomster', 'Prepayments and rental income'],
    ),
    services: ['verokortti', 'veroilmoitus', 'ennakkovero', 'perukirja'],
    languages: ['fi'],
    asked: ['call', 'request'],
    phone: '019 000 6012',
    onDuty: days('10:00', '14:00', 2, 3, 4),
  },
  {
    person: 'Jari Koivula',
    unit: 'tyollisyysalue-2',
    skills: skills(
      ['Työnhaku ja suunnitelmat', 'Jobbsökning och planer', 'Job seeking and plans'],
      ['Starttiraha', 'Startpeng', 'Start-up grant'],
      ['Kotoutumisen alku', 'Inledningen av integrationen', 'The start of integration'],
    ),
    services: ['tyonhaku', 'starttiraha', 'kotoutuminen'],
    languages: ['fi', 'en', 'ru'],
    asked: ['request'],
    onDuty: days('09:00', '11:00', 1, 2, 3, 4, 5),
  },
  {
    person: 'Petri Laakso',
    unit: 'digituki',
    skills: skills(
      ['Tunnistautumisen opastus', 'Handledning i identifiering', 'Guidance in identification'],
      ['Laitteiden apuvälinetoiminnot', 'Enheternas hjälpmedel', 'Accessibility features of devices'],
      ['Etäpalvelun tekniikka', 'Tekniken i distansservice', 'Technology of remote service'],
    ),
    services: ['digituki', 'digiapu'],
    languages: ['fi', 'en'],
    asked: ['call'],
    phone: '050 000 1042',
    onDuty: days('09:00', '16:00', 1, 2, 3, 4, 5),
  },
  {
    person: 'Ebba Nylund',
    unit: 'mallila-neuvonta',
    skills: skills(
      ['Palvelu ruotsiksi', 'Service på svenska', 'Service in Swedish'],
      ['Kuljetuspalvelut', 'Färdtjänst', 'Transport services'],
      ['Selkeä kieli', 'Klarspråk', 'Plain language'],
    ),
    services: ['kuljetuspalvelu', 'neuvonta'],
    languages: ['sv', 'fi', 'en'],
    asked: ['call'],
    phone: '019 000 1006',
    backup: 'Aino Korpela',
    onDuty: days('09:00', '15:00', 1, 2, 4, 5),
  },
  {
    person: 'Aino Korpela',
    unit: 'mallila-neuvonta',
    skills: skills(
      ['Muuttajan asiat', 'Flyttarens ärenden', 'Matters of people who move'],
      ['Omaisen kuolema', 'När en anhörig dör', 'Death of someone close'],
      ['Tulkin kanssa asiointi', 'Betjäning med tolk', 'Serving with an interpreter'],
    ),
    services: ['muuttoilmoitus', 'sukuselvitys', 'perukirja'],
    languages: ['fi', 'en'],
    asked: ['call'],
    phone: '019 000 1004',
    backup: 'Ebba Nylund',
    onDuty: days('09:00', '16:00', 1, 2, 3, 4),
  },
];
