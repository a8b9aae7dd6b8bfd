import type { DemoChannel } from '../types.ts';
import { byRamp, byStep, fullyAccessible } from './accessibility.ts';
import { openOn, weekdays } from './making.ts';
import { type Place, placeOf, shortDayBeforeChristmas } from './place-making.ts';
import { busStops, ownPoints } from './places-own.ts';
import { offices } from './places-state.ts';

const regionAndCity: Place[] = [
  {
    key: 'terveysasema-mallila',
    provider: 'hyvinvointialue',
    street: ['Sairaalantie', 'Sjukhusvägen', 'Sairaalantie'],
    number: '2',
    postalCode: '99990',
    at: [63.0269, 25.7921],
    phone: '019 000 5010',
    name: ['Mallilan terveysasema', 'Mallila hälsostation', 'Mallila health centre'],
    summary: [
      'Vastaanotot, neuvola, mielenterveys- ja päihdevastaanotto sekä laboratorio.',
      'Mottagningar, rådgivning, mental- och missbrukarmottagning och laboratorium.',
      'Appointments, maternity and child clinic, mental health and substance use clinic and laboratory.',
    ],
    opening: openOn(weekdays('08:00', '16:00')),
    accessibility: fullyAccessible,
  },
  {
    key: 'kirjasto-mallila',
    provider: 'mallila',
    street: ['Torikuja', 'Torggränd', 'Torikuja'],
    number: '4',
    postalCode: '99990',
    at: [63.0214, 25.8032],
    phone: '019 000 1160',
    name: ['Mallilan kirjasto', 'Mallila bibliotek', 'Mallila library'],
    summary: [
      'Lainoja, asiakaspäätteet, tulostus ja kokoustila. Sama talo kuin palvelupiste.',
      'Lån, kunddatorer, utskrift och mötesrum. Samma hus som servicepunkten.',
      'Loans, customer computers, printing and a meeting room. The same building as the service point.',
    ],
    opening: openOn([...weekdays('10:00', '19:00'), [6, '10:00', '15:00']], shortDayBeforeChristmas),
    accessibility: fullyAccessible,
  },
  {
    key: 'digiapu-kirjasto',
    provider: 'digitukiyhdistys',
    street: ['Torikuja', 'Torggränd', 'Torikuja'],
    number: '4',
    postalCode: '99990',
    at: [63.0214, 25.8032],
    name: ['Digiapu kirjastossa', 'Digiapu på biblioteket', 'Digital Help at the library'],
    summary: [
      'Vapaaehtoisten vastaanotto kirjaston toisessa kerroksessa.',
      'De frivilligas mottagning på bibliotekets andra våning.',
      'Volunteers’ drop-in on the second floor of the library.',
    ],
    opening: openOn([
      [1, '12:00', '15:00'],
      [3, '12:00', '15:00'],
    ]),
    accessibility: fullyAccessible,
  },
  {
    key: 'kaupungintalo',
    provider: 'mallila',
    street: ['Raatihuoneenkatu', 'Rådhusgatan', 'Raatihuoneenkatu'],
    number: '1',
    postalCode: '99990',
    at: [63.0209, 25.8057],
    phone: '019 000 1110',
    name: ['Mallilan kaupungintalo', 'Mallila stadshus', 'Mallila city hall'],
    summary: [
      'Rakennusvalvonta, kaavoitus ja kirjaamo.',
      'Byggnadstillsyn, planläggning och registratorskontor.',
      'Building control, planning and the registry.',
    ],
    opening: openOn(weekdays('09:00', '15:00')),
    accessibility: byRamp,
  },
  {
    key: 'lajitteluasema',
    provider: 'mallila',
    street: ['Kierrätystie', 'Återvinningsvägen', 'Kierrätystie'],
    number: '20',
    postalCode: '99990',
    at: [63.0345, 25.8256],
    phone: '019 000 1120',
    name: ['Mallilan lajitteluasema', 'Mallila sorteringsstation', 'Mallila sorting station'],
    summary: [
      'Pienet vaaralliset jätteet ja metallit maksutta, suuret jätteet painon mukaan.',
      'Små mängder farligt avfall och metall gratis, stort avfall enligt vikt.',
      'Small hazardous waste and metal free, large waste by weight.',
    ],
    opening: openOn([
      [2, '12:00', '18:00'],
      [4, '12:00', '18:00'],
      [6, '09:00', '14:00'],
    ]),
    accessibility: byStep,
  },
  {
    key: 'yhteisotila',
    provider: 'ruokaapu',
    street: ['Satamakatu', 'Hamngatan', 'Satamakatu'],
    number: '11',
    postalCode: '99990',
    at: [63.0151, 25.8106],
    phone: '050 000 7030',
    name: ['Yhteisen Pöydän tila', 'Yhteinen Pöytäs lokal', 'Shared Table space'],
    summary: [
      'Yhteinen ruokailu ja ruokakassit torstaisin.',
      'Gemensam måltid och matkassar på torsdagar.',
      'A shared meal and food bags on Thursdays.',
    ],
    opening: openOn([[4, '12:00', '14:00']]),
    accessibility: byRamp,
  },
];

export const places: DemoChannel[] = [...ownPoints, ...busStops, ...offices, ...regionAndCity].map(placeOf);
