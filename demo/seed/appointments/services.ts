import type { NeedRule, PartWanted } from '../../../server/modules/appointments/capacity/types.ts';
import type { Names } from '../../../server/modules/directory/types.ts';

/** What can be booked in the demo. `places`: the point, and the queue (of its set-up for visits) that an arrival joins. */
export type DemoService = {
  key: string;
  organisation: string;
  name: Names;
  minutes: number;
  after?: number;
  who?: 'public' | 'staff' | 'invited';
  ways?: string[];
  /** Key of the service of the directory that it is for; none: for all that its organisation gives or helps with. */
  about?: string;
  /** Keys of the list lifeSituations. */
  situations?: string[];
  parts?: PartWanted[];
  bring?: Names;
  /** None: only remotely. */
  places: { point: string; queue?: string }[];
  /** Booked of the times there are on an ordinary day. */
  share: number;
};

const name = (fi: string, sv: string, en: string): Names => ({ fi, sv, en });
const identity = name('Henkilötodistus', 'Identitetsbevis', 'Proof of identity');

/** Whoever needs an interpreter gets one and more time; whoever comes in a wheelchair a room that suits. */
export const needRules: NeedRule[] = [
  { need: 'needs-interpreter', minutes: 30, part: { kind: 'interpreter' } },
  { need: 'wheelchair', room: ['accessible'] },
];

const aboard = { point: 'palvelubussi', queue: 'palvelubussi' };
const inRoom: PartWanted[] = [{ kind: 'person' }, { kind: 'room' }];

export const services: DemoService[] = [
  {
    ...{ key: 'neuvonta', organisation: 'mallila', minutes: 30, share: 0.4, bring: identity, ways: ['point', 'bus'] },
    situations: ['moving', 'death', 'caring'],
    name: name('Palveluneuvonta', 'Servicerådgivning', 'Service advice'),
    places: [{ point: 'mallila', queue: 'neuvonta' }, { point: 'kirkkoranta' }, aboard],
  },
  {
    ...{ key: 'etaneuvonta', organisation: 'mallila', minutes: 30, share: 0.35, ways: ['remote', 'phone'] },
    name: name('Neuvonta kotoa käsin', 'Rådgivning hemifrån', 'Advice from home'),
    situations: ['moving', 'new-in-finland', 'caring', 'death'],
    places: [],
  },
  {
    ...{ key: 'digituki', organisation: 'mallila', minutes: 45, share: 0.45, about: 'digituki' },
    name: name('Digituki', 'Digitalt stöd', 'Digital support'),
    bring: name('Oma laite ja sen laturi', 'Egen apparat och laddare', 'Your own device and its charger'),
    places: [{ point: 'mallila', queue: 'digituki' }, { point: 'kirkkoranta' }],
  },
  {
    ...{ key: 'etuudet', organisation: 'kela', minutes: 30, after: 10, share: 0.5, bring: identity },
    situations: ['child', 'illness', 'job-loss', 'retirement', 'money-trouble'],
    name: name('Kelan etuudet', 'FPA:s förmåner', 'Kela benefits'),
    places: [{ point: 'mallila', queue: 'kela' }],
  },
  {
    ...{ key: 'kuntoutus', organisation: 'kela', minutes: 45, share: 0.3, who: 'invited', parts: inRoom },
    name: name('Kuntoutuksen suunnittelu', 'Planering av rehabilitering', 'Planning rehabilitation'),
    places: [{ point: 'mallila', queue: 'kela' }],
  },
  {
    ...{ key: 'maahanmuutto', organisation: 'dvv', minutes: 45, after: 15, share: 0.45, parts: inRoom },
    ...{ about: 'eu-kansalaisen-rekisterointi', situations: ['new-in-finland'] },
    name: name('Ulkomaalaisen rekisteröinti', 'Registrering av utlänning', 'Registration of a foreign national'),
    bring: name('Passi ja oleskelulupa', 'Pass och uppehållstillstånd', 'Passport and residence permit'),
    places: [{ point: 'mallila', queue: 'dvv' }],
  },
  {
    ...{ key: 'vero', organisation: 'vero', minutes: 30, share: 0.5, bring: identity, situations: ['new-work', 'retirement'] },
    name: name('Veroneuvonta', 'Skatterådgivning', 'Tax advice'),
    places: [{ point: 'mallila', queue: 'vero' }],
  },
  {
    ...{ key: 'kuolinpesa', organisation: 'vero', minutes: 60, share: 0.25, parts: inRoom, about: 'perukirja', situations: ['death'] },
    name: name('Kuolinpesän verotus', 'Beskattning av dödsbo', 'Taxation of an estate'),
    bring: name('Perukirja', 'Bouppteckning', 'Estate inventory'),
    places: [{ point: 'mallila', queue: 'vero' }],
  },
  {
    ...{ key: 'alkuhaastattelu', organisation: 'tyollisyysalue', minutes: 60, share: 0.5, parts: inRoom, about: 'tyonhaku' },
    situations: ['job-loss', 'new-in-finland'],
    name: name('Työnhaun alkuhaastattelu', 'Inledande intervju för jobbsökande', 'First interview for job seekers'),
    bring: name('Työ- ja koulutodistukset', 'Arbets- och skolbetyg', 'Certificates of work and education'),
    places: [{ point: 'mallila', queue: 'tyo' }],
  },
  {
    ...{ key: 'sosiaaliohjaus', organisation: 'hyvinvointialue', minutes: 45, after: 15, share: 0.4, parts: inRoom },
    situations: ['money-trouble', 'no-home', 'illness'],
    name: name('Sosiaaliohjaus', 'Social handledning', 'Social guidance'),
    places: [{ point: 'mallila' }, { point: 'kirkkoranta' }],
  },
  {
    ...{ key: 'oikeusapu', organisation: 'oikeus', minutes: 45, share: 0.3, ways: ['point', 'bus'], about: 'oikeusapu' },
    situations: ['separation', 'death'],
    name: name('Oikeusapu etäyhteydellä', 'Rättshjälp på distans', 'Legal aid by video'),
    bring: name('Asiaan liittyvät paperit', 'Papper som gäller ärendet', 'Papers about the matter'),
    parts: [{ kind: 'person' }, { kind: 'remote-desk' }],
    places: [{ point: 'mallila' }, aboard],
  },
];
