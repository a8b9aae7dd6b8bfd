import type { DemoChannel } from '../types.ts';
import { callBack, eightToFour, mornings, nineToFour, nineToThree } from './lines.ts';
import { openOn, phone, weekdays } from './making.ts';

const always = { ...openOn([1, 2, 3, 4, 5, 6, 7].map((day) => [day, '00:00', '24:00'])), holidaysClosed: false };

export const regionLines: DemoChannel[] = [
  phone(
    ['terveysasema-puhelin', 'hyvinvointialue'],
    '019 000 5010',
    eightToFour,
    ['Terveysaseman ajanvaraus', 'Hälsostationens tidsbokning', 'Health centre bookings'],
    [
      'Hoitaja arvioi hoidon tarpeen. Jos linjalla on ruuhkaa, saat takaisinsoiton samana päivänä.',
      'En vårdare bedömer vårdbehovet. Om det är kö blir du uppringd samma dag.',
      'A nurse assesses your need for care. If the line is busy you are called back the same day.',
    ],
  ),
  phone(
    ['paivystys-puhelin', 'hyvinvointialue'],
    '019 000 5020',
    always,
    ['Päivystyksen neuvonta', 'Jourens rådgivning', 'Emergency clinic advice'],
    [
      'Soita ennen kuin lähdet päivystykseen. Hengenvaarassa soita 112.',
      'Ring innan du åker till jouren. Ring 112 vid livsfara.',
      'Call before you go to the emergency clinic. If life is in danger call 112.',
    ],
  ),
  phone(
    ['neuvola-puhelin', 'hyvinvointialue'],
    '019 000 5030',
    openOn(weekdays('08:00', '14:00')),
    ['Neuvolan ajanvaraus', 'Rådgivningens tidsbokning', 'Maternity and child clinic bookings'],
    callBack,
  ),
  phone(
    ['mielenterveys-puhelin', 'hyvinvointialue'],
    '019 000 5040',
    eightToFour,
    [
      'Mielenterveys- ja päihdepalvelujen puhelin',
      'Mentalvårds- och missbrukartjänsternas telefon',
      'Mental health and substance use line',
    ],
    ['Voit soittaa nimeäsi kertomatta.', 'Du kan ringa utan att säga ditt namn.', 'You can call without giving your name.'],
  ),
  phone(
    ['palveluohjaus-puhelin', 'hyvinvointialue'],
    '019 000 5050',
    nineToThree,
    ['Palveluohjaus', 'Servicehandledningen', 'Service guidance'],
    [
      'Neuvoa kotihoidosta, omaishoidosta ja perheiden palveluista.',
      'Råd om hemvård, närståendevård och tjänster för familjer.',
      'Advice on home care, informal care and services for families.',
    ],
  ),
  phone(
    ['vammaispalvelut-puhelin', 'hyvinvointialue'],
    '019 000 5060',
    mornings,
    ['Vammaispalvelujen neuvonta', 'Rådgivning om funktionshinderservice', 'Disability services advice'],
    callBack,
  ),
  phone(
    ['sosiaalitoimisto-puhelin', 'hyvinvointialue'],
    '019 000 5070',
    nineToThree,
    ['Sosiaalityön neuvonta', 'Socialarbetets rådgivning', 'Social work advice'],
    callBack,
  ),
  phone(
    ['lastenvalvoja-puhelin', 'hyvinvointialue'],
    '019 000 5080',
    mornings,
    ['Lastenvalvojan ajanvaraus', 'Barnatillsyningsmannens tidsbokning', 'Child welfare officer bookings'],
    callBack,
  ),
  phone(
    ['tyo-puhelin', 'tyollisyysalue'],
    '019 000 6010',
    nineToFour,
    ['Työnhakijan puhelinpalvelu', 'Telefontjänst för arbetssökande', 'Jobseeker phone service'],
    callBack,
  ),
  phone(
    ['tyo-kotoutuminen-puhelin', 'tyollisyysalue'],
    '019 000 6020',
    nineToThree,
    ['Kotoutumisohjaus', 'Integrationshandledning', 'Integration guidance'],
    [
      'Kerro, mitä kieltä puhut: soitamme takaisin tulkin kanssa.',
      'Säg vilket språk du talar: vi ringer upp med en tolk.',
      'Say which language you speak: we call back with an interpreter.',
    ],
  ),
];

export const cityLines: DemoChannel[] = [
  phone(
    ['mallila-puhelin', 'mallila'],
    '019 000 1000',
    nineToFour,
    ['Mallilan neuvonta', 'Mallilas rådgivning', 'Mallila advice line'],
    ['Neuvoa kaikista julkisista palveluista.', 'Råd om alla offentliga tjänster.', 'Advice on all public services.'],
  ),
  phone(
    ['mallila-vikapuhelin', 'mallila'],
    '019 000 1199',
    always,
    ['Katujen vikapäivystys', 'Gatornas feljour', 'Street fault line'],
    [
      'Vain vaaralliset viat. Muut ilmoitukset verkossa tai neuvonnassa.',
      'Bara farliga fel. Andra anmälningar på nätet eller till rådgivningen.',
      'Dangerous faults only. Report others online or to the advice line.',
    ],
  ),
  phone(
    ['rakennusvalvonta-puhelin', 'mallila'],
    '019 000 1110',
    mornings,
    ['Rakennusvalvonnan neuvonta', 'Byggnadstillsynens rådgivning', 'Building control advice'],
    callBack,
  ),
  phone(['jateneuvonta-puhelin', 'mallila'], '019 000 1120', nineToThree, ['Jäteneuvonta', 'Avfallsrådgivning', 'Waste advice'], callBack),
  phone(['asunto-puhelin', 'mallila'], '019 000 1130', mornings, ['Asuntotoimisto', 'Bostadsbyrån', 'Housing office'], callBack),
  phone(
    ['varhaiskasvatus-puhelin', 'mallila'],
    '019 000 1140',
    nineToThree,
    ['Varhaiskasvatuksen neuvonta', 'Småbarnspedagogikens rådgivning', 'Early childhood education advice'],
    callBack,
  ),
  phone(['koulu-puhelin', 'mallila'], '019 000 1150', nineToThree, ['Koulutoimisto', 'Skolbyrån', 'School office'], callBack),
  phone(
    ['kirjasto-puhelin', 'mallila'],
    '019 000 1160',
    openOn([...weekdays('10:00', '18:00'), [6, '10:00', '15:00']]),
    ['Kirjaston asiakaspalvelu', 'Bibliotekets kundtjänst', 'Library customer service'],
    callBack,
  ),
  phone(
    ['joukkoliikenne-puhelin', 'mallila'],
    '019 000 1170',
    nineToThree,
    ['Bussiliikenteen neuvonta', 'Rådgivning om busstrafiken', 'Bus advice'],
    callBack,
  ),
  phone(
    ['digituki-puhelin', 'mallila'],
    '019 000 1180',
    nineToFour,
    ['Digituen puhelin', 'Digistödets telefon', 'Digital support line'],
    [
      'Neuvomme puhelimessa tai varaamme ajan. Älä kerro tunnuksiasi puhelimessa.',
      'Vi ger råd per telefon eller bokar en tid. Säg inte dina koder i telefon.',
      'We advise by phone or book a time. Do not tell your codes on the phone.',
    ],
  ),
  phone(
    ['digiapu-puhelin', 'digitukiyhdistys'],
    '050 000 7010',
    openOn([
      [1, '10:00', '14:00'],
      [3, '10:00', '14:00'],
    ]),
    ['Digiavun puhelin', 'Digiapus telefon', 'Digital Help line'],
    callBack,
  ),
  phone(
    ['omaishoitajat-puhelin', 'omaishoitajat'],
    '050 000 7020',
    openOn([
      [2, '10:00', '15:00'],
      [4, '10:00', '15:00'],
    ]),
    ['Omaishoitajien neuvonta', 'Rådgivning för närståendevårdare', 'Carers’ advice line'],
    callBack,
  ),
  phone(
    ['ruokaapu-puhelin', 'ruokaapu'],
    '050 000 7030',
    openOn([[4, '10:00', '14:00']]),
    ['Yhteisen Pöydän puhelin', 'Yhteinen Pöytäs telefon', 'Shared Table line'],
    callBack,
  ),
  phone(
    ['monikulttuuri-puhelin', 'monikulttuuri'],
    '050 000 7040',
    openOn([[2, '12:00', '17:00']]),
    ['Maailmantalon puhelin', 'Maailmantalos telefon', 'World House line'],
    callBack,
  ),
];
