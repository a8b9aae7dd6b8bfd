import type { OpeningHours } from '../../../../server/platform/clock/opening.ts';
import { points } from '../../places.ts';
import { byRamp, byStep, fullyAccessible, inBus } from './accessibility.ts';
import { openOn, type Three } from './making.ts';
import { type Place, shortDayBeforeChristmas, trainingDays } from './place-making.ts';

/** A service point of the demo's own keeps its own hours; here are told the exceptions and what a resident needs to find it. */
const hoursOf = (point: string, exceptions: OpeningHours['exceptions'] = []): OpeningHours => {
  const { opening } = points.find(({ key }) => key === point) as (typeof points)[number];
  return { ...opening, exceptions };
};

export const ownPoints: Place[] = [
  {
    key: 'piste-mallila',
    provider: 'mallila',
    point: 'mallila',
    street: ['Torikuja', 'Torggränd', 'Torikuja'],
    number: '4',
    postalCode: '99990',
    at: [63.0214, 25.8032],
    phone: '019 000 1000',
    name: ['Mallilan palvelupiste', 'Mallila servicepunkt', 'Mallila service point'],
    summary: [
      'Neuvontaa kaikista julkisista palveluista saman katon alla. Asiakaspäätteet, etäpalveluhuone ja digituki.',
      'Råd om alla offentliga tjänster under samma tak. Kunddatorer, rum för distansservice och digistöd.',
      'Advice on all public services under one roof. Customer computers, a remote service room and digital support.',
    ],
    note: [
      'Torin laidalla, samassa talossa kirjaston kanssa.',
      'Vid torget, i samma hus som biblioteket.',
      'By the market square, in the same building as the library.',
    ],
    opening: hoursOf('mallila', [...trainingDays, ...shortDayBeforeChristmas]),
    accessibility: fullyAccessible,
  },
  {
    key: 'piste-kirkkoranta',
    provider: 'mallila',
    point: 'kirkkoranta',
    street: ['Kirkkorannantie', 'Kyrkstrandsvägen', 'Kirkkorannantie'],
    number: '12',
    postalCode: '99991',
    at: [63.0489, 25.7351],
    phone: '019 000 1010',
    name: ['Kirkkorannan asiointipiste', 'Kyrkstrandens servicepunkt', 'Kirkkoranta service point'],
    summary: [
      'Neuvontaa, asiakaspääte ja videoyhteys asiantuntijaan.',
      'Rådgivning, kunddator och videoförbindelse till en sakkunnig.',
      'Advice, a customer computer and a video link to a specialist.',
    ],
    opening: hoursOf('kirkkoranta'),
    accessibility: byRamp,
  },
  {
    key: 'piste-suvanto',
    provider: 'mallila',
    point: 'suvanto',
    street: ['Koulumäki', 'Skolbacken', 'Koulumäki'],
    number: '1',
    postalCode: '99992',
    at: [62.9702, 25.8894],
    phone: '019 000 1020',
    name: ['Suvannon asiointipiste', 'Selets servicepunkt', 'Suvanto service point'],
    summary: [
      'Neuvontaa kahtena päivänä viikossa kylätalossa koulun vieressä.',
      'Rådgivning två dagar i veckan i byahuset bredvid skolan.',
      'Advice two days a week in the village hall beside the school.',
    ],
    opening: hoursOf('suvanto'),
    accessibility: byStep,
  },
  {
    key: 'piste-palvelubussi',
    provider: 'mallila',
    point: 'palvelubussi',
    street: ['Kylien pysäkit', 'Hållplatser i byarna', 'Village stops'],
    number: '',
    postalCode: '99990',
    at: [63.0214, 25.8032],
    phone: '050 000 1030',
    name: ['Palvelubussi', 'Servicebussen', 'Service bus'],
    summary: [
      'Neuvontaa ja digitukea kylillä tiistaisin ja torstaisin. Katso pysäkkisi päivä ja aika.',
      'Rådgivning och digistöd i byarna på tisdagar och torsdagar. Se dag och tid för din hållplats.',
      'Advice and digital support in the villages on Tuesdays and Thursdays. See the day and time of your stop.',
    ],
    opening: hoursOf('palvelubussi'),
    accessibility: inBus,
  },
  {
    key: 'piste-kuvala',
    provider: 'kuvala',
    point: 'kuvala',
    street: ['Kunnantie', 'Kommunvägen', 'Kunnantie'],
    number: '2',
    postalCode: '99995',
    city: 'Kuvala',
    at: [62.8846, 26.0517],
    phone: '019 000 2000',
    name: ['Kuvalan asiointipiste', 'Kuvala servicepunkt', 'Kuvala service point'],
    summary: [
      'Kuvalan kunnan neuvonta kunnantalon aulassa.',
      'Kuvala kommuns rådgivning i kommunhusets aula.',
      'The municipality’s advice desk in the lobby of the municipal hall.',
    ],
    opening: hoursOf('kuvala'),
    accessibility: byRamp,
  },
];

const stop = (key: string, name: Three, at: [number, number], hours: [number, string, string][], note: Three): Place => ({
  key,
  provider: 'mallila',
  point: 'palvelubussi',
  name,
  at,
  note,
  street: afterComma(name),
  number: '',
  postalCode: '99992',
  opening: openOn(hours),
  accessibility: inBus,
  phone: '050 000 1030',
  summary: [
    'Palvelubussin pysäkki: neuvontaa, digitukea ja papereiden tulostusta.',
    'Servicebussens hållplats: rådgivning, digistöd och utskrifter.',
    'A stop of the service bus: advice, digital support and printing.',
  ],
});
const afterComma = (name: Three): Three => [
  name[0].split(',')[1]?.trim() ?? name[0],
  name[1].split(',')[1]?.trim() ?? name[1],
  name[2].split(',')[1]?.trim() ?? name[2],
];

export const busStops: Place[] = [
  stop(
    'pysakki-koivukyla',
    ['Palvelubussi, Koivukylän kauppa', 'Servicebussen, Björkby butik', 'Service bus, Koivukylä shop'],
    [63.0871, 25.9126],
    [[2, '09:30', '10:45']],
    ['Kaupan pihalla.', 'På butikens gård.', 'In the shop yard.'],
  ),
  stop(
    'pysakki-jarvenpera',
    ['Palvelubussi, Järvenperän seurantalo', 'Servicebussen, Träskända föreningshus', 'Service bus, Järvenperä village hall'],
    [63.1043, 25.6688],
    [[2, '11:15', '13:30']],
    ['Seurantalon edessä.', 'Framför föreningshuset.', 'In front of the village hall.'],
  ),
  stop(
    'pysakki-hakala',
    ['Palvelubussi, Hakalan palvelutalo', 'Servicebussen, Hakala servicehus', 'Service bus, Hakala service house'],
    [62.9961, 25.7009],
    [[4, '09:30', '11:00']],
    ['Palvelutalon pääoven luona.', 'Vid servicehusets huvuddörr.', 'By the main door of the service house.'],
  ),
  stop(
    'pysakki-lehtola',
    ['Palvelubussi, Lehtolan koulu', 'Servicebussen, Lehtola skola', 'Service bus, Lehtola school'],
    [62.9418, 25.8203],
    [[4, '11:45', '13:30']],
    ['Koulun parkkipaikalla.', 'På skolans parkering.', 'In the school car park.'],
  ),
];
