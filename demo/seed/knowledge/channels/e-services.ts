import type { DemoChannel } from '../types.ts';
import { eService, type Three } from './making.ts';

const signIn: Three = ['Vaatii vahvan tunnistautumisen.', 'Kräver stark autentisering.', 'Requires strong identification.'];
const noSignIn: Three = ['Et tarvitse tunnuksia.', 'Du behöver inga koder.', 'You need no codes.'];
const open = { needsSignIn: undefined } satisfies Partial<DemoChannel>;

const stateAndKela: DemoChannel[] = [
  eService(
    ['dvv-asiointi', 'dvv'],
    'asiointi.dvv.example',
    ['Väestötietojen asiointipalvelu', 'Befolkningsuppgifternas e-tjänst', 'Population data e-service'],
    signIn,
  ),
  eService(
    ['dvv-ulkomaalaiset', 'dvv'],
    'rekisterointi.dvv.example',
    [
      'Ulkomaalaisen rekisteröinti: pyyntö ja ajanvaraus',
      'Registrering av utlänning: begäran och tidsbokning',
      'Registration of foreign nationals: request and booking',
    ],
    [
      'Täytä pyyntö etukäteen ja varaa aika käynnille. Et tarvitse suomalaisia tunnuksia.',
      'Fyll i begäran på förhand och boka tid för besöket. Du behöver inga finländska koder.',
      'Fill in the request beforehand and book a visit. You need no Finnish codes.',
    ],
    open,
  ),
  eService(['dvv-valtuudet', 'dvv'], 'valtuudet.dvv.example', ['Valtuudet verkossa', 'Fullmakter på nätet', 'Mandates online'], signIn),
  eService(
    ['vero-asiointi', 'vero'],
    'asiointi.vero.example',
    ['Verotuksen asiointipalvelu', 'Beskattningens e-tjänst', 'Tax e-service'],
    signIn,
  ),
  eService(
    ['poliisi-asiointi', 'poliisi'],
    'asiointi.poliisi.example',
    [
      'Passin ja henkilökortin hakeminen verkossa',
      'Ansökan om pass och identitetskort på nätet',
      'Applying for a passport and identity card online',
    ],
    signIn,
  ),
  eService(
    ['poliisi-ajanvaraus', 'poliisi'],
    'ajanvaraus.poliisi.example',
    ['Ajanvaraus lupapalveluun', 'Tidsbokning till tillståndsservicen', 'Booking a time at the licence service'],
    noSignIn,
    open,
  ),
  eService(
    ['poliisi-rikosilmoitus', 'poliisi'],
    'rikosilmoitus.poliisi.example',
    ['Rikosilmoitus verkossa', 'Brottsanmälan på nätet', 'Reporting an offence online'],
    signIn,
  ),
  eService(
    ['migri-asiointi', 'migri'],
    'asiointi.migri.example',
    ['Lupahakemukset verkossa ja ajanvaraus', 'Ansökan om tillstånd på nätet och tidsbokning', 'Permit applications online and booking'],
    [
      'Luo tunnus tai tunnistaudu. Lähetä hakemus, seuraa sitä ja varaa aika.',
      'Skapa ett konto eller identifiera dig. Skicka ansökan, följ den och boka tid.',
      'Create an account or identify yourself. Send your application, follow it and book a time.',
    ],
  ),
  eService(
    ['oikeus-asiointi', 'oikeus'],
    'asiointi.oikeus.example',
    ['Oikeusavun hakeminen verkossa', 'Ansökan om rättshjälp på nätet', 'Applying for legal aid online'],
    signIn,
  ),
  eService(
    ['velkaneuvonta-yhteydenotto', 'oikeus'],
    'velkaneuvonta.oikeus.example',
    ['Yhteydenotto velkaneuvontaan', 'Kontakta skuldrådgivningen', 'Contact debt counselling'],
    [
      'Jätä puhelinnumerosi, niin neuvoja soittaa sinulle. Et tarvitse tunnuksia.',
      'Lämna ditt telefonnummer så ringer en rådgivare dig. Du behöver inga koder.',
      'Leave your number and an adviser calls you. You need no codes.',
    ],
    open,
  ),
  eService(
    ['ulosotto-asiointi', 'ulosotto'],
    'asiointi.ulosotto.example',
    ['Omat velat ulosotossa', 'Mina skulder i utsökningen', 'My debts in enforcement'],
    signIn,
  ),
  eService(
    ['karajaoikeus-asiointi', 'karajaoikeus'],
    'asiointi.karajaoikeus.example',
    ['Avioerohakemus verkossa', 'Ansökan om äktenskapsskillnad på nätet', 'Applying for divorce online'],
    signIn,
  ),
  eService(
    ['traficom-asiointi', 'traficom'],
    'asiointi.traficom.example',
    ['Ajokorttiasiat verkossa', 'Körkortsärenden på nätet', 'Driving licence matters online'],
    signIn,
  ),
  eService(
    ['puolustusvoimat-asiointi', 'puolustusvoimat'],
    'asiointi.puolustusvoimat.example',
    ['Asevelvollisen asiointi verkossa', 'E-tjänst för värnpliktiga', 'E-service for conscripts'],
    signIn,
  ),
  eService(
    ['kela-asiointi', 'kela'],
    'asiointi.kela.example',
    ['Kelan asiointipalvelu', 'FPA:s e-tjänst', 'Kela e-service'],
    [
      'Hae etuuksia, lähetä liitteitä ja seuraa hakemustasi. Tarvitset vahvan tunnistautumisen.',
      'Ansök om förmåner, skicka bilagor och följ din ansökan. Du behöver stark autentisering.',
      'Apply for benefits, send attachments and follow your application. You need strong identification.',
    ],
  ),
];

const regionAndCity: DemoChannel[] = [
  eService(
    ['hyvinvointi-asiointi', 'hyvinvointialue'],
    'asiointi.pohjois-mallila.example',
    ['Hyvinvointialueen asiointi', 'Välfärdsområdets e-tjänst', 'Wellbeing services county e-service'],
    signIn,
  ),
  eService(
    ['tyo-asiointi', 'tyollisyysalue'],
    'tyonhaku.mallilanseutu.example',
    ['Työnhakijan asiointi', 'E-tjänst för arbetssökande', 'E-service for jobseekers'],
    signIn,
  ),
  eService(
    ['tyo-yritysneuvonta', 'tyollisyysalue'],
    'yritysneuvonta.mallilanseutu.example',
    ['Ajanvaraus yritysneuvontaan', 'Tidsbokning till företagsrådgivningen', 'Booking business advice'],
    noSignIn,
    open,
  ),
  eService(
    ['mallila-asiointi', 'mallila'],
    'asiointi.mallila.example',
    ['Kaupungin sähköinen asiointi', 'Stadens e-tjänster', 'City e-services'],
    signIn,
  ),
  eService(
    ['mallila-pysakointi', 'mallila'],
    'pysakointi.mallila.example',
    ['Asukaspysäköinti verkossa', 'Boendeparkering på nätet', 'Resident parking online'],
    signIn,
  ),
  eService(
    ['mallila-vikailmoitus', 'mallila'],
    'vikailmoitus.mallila.example',
    ['Vikailmoitus kartalla', 'Felanmälan på karta', 'Fault report on a map'],
    noSignIn,
    open,
  ),
  eService(
    ['mallila-rakentaminen', 'mallila'],
    'rakentaminen.mallila.example',
    ['Rakentamisen luvat verkossa', 'Bygglov på nätet', 'Building permits online'],
    signIn,
  ),
  eService(
    ['mallila-asunnot', 'mallila'],
    'asunnot.mallila.example',
    ['Asuntohakemus verkossa', 'Bostadsansökan på nätet', 'Housing application online'],
    signIn,
  ),
  eService(
    ['mallila-varhaiskasvatus', 'mallila'],
    'varhaiskasvatus.mallila.example',
    ['Varhaiskasvatuksen asiointi', 'Småbarnspedagogikens e-tjänst', 'Early childhood education e-service'],
    signIn,
  ),
  eService(
    ['mallila-koulu', 'mallila'],
    'koulu.mallila.example',
    ['Kouluun ilmoittautuminen verkossa', 'Anmälan till skolan på nätet', 'School enrolment online'],
    signIn,
  ),
  eService(
    ['kirjasto-verkko', 'mallila'],
    'kirjasto.mallila.example',
    ['Verkkokirjasto', 'Webbiblioteket', 'Online library'],
    [
      'Varaa ja uusi lainoja kirjastokortilla ja tunnusluvulla.',
      'Reservera och förnya lån med bibliotekskort och pinkod.',
      'Reserve and renew loans with your library card and PIN.',
    ],
  ),
  eService(
    ['mallila-joukkoliikenne', 'mallila'],
    'bussit.mallila.example',
    ['Reittiopas ja matkakortin lataaminen', 'Reseplanerare och laddning av resekort', 'Journey planner and loading a travel card'],
    noSignIn,
    open,
  ),
  eService(
    ['digiapu-verkko', 'digitukiyhdistys'],
    'digiapu.example',
    ['Pyydä vapaaehtoinen opastaja', 'Be om en frivillig handledare', 'Ask for a volunteer guide'],
    noSignIn,
    open,
  ),
];

export const eServices: DemoChannel[] = [...stateAndKela, ...regionAndCity];
