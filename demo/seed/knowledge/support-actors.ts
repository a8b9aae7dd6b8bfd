import type { ActorKind } from '../../../server/modules/knowledge/support/schema.ts';
import type { OpeningHours } from '../../../server/platform/clock/opening.ts';
import { names, openOn, type Three, weekdays } from './channels/making.ts';

type Words = { name: string; helpsWith: string; where: string; how: string };

/** Who gives digital support in the region; none of them is real. */
export type DemoSupportActor = {
  key: string;
  kind: ActorKind;
  texts: { fi: Words; sv: Words; en: Words };
  /** Kinds of digital support by their ids in the shipped list. */
  kinds: ('skill-check' | 'e-service' | 'own-device' | 'point-device' | 'independence')[];
  /** Referral criteria that this actor answers to, by their ids in the shipped list. */
  answersTo: string[];
  languages: string[];
  phone: string;
  email: string;
  opening: OpeningHours;
  /** Key of a place of the directory. */
  place?: string;
  visitsHomes: boolean;
  /** Also by phone or video. */
  remote?: true;
  /** What it costs; free where it is not said. */
  price?: Three;
  /** Days since the details were last looked over. */
  freshDaysAgo: number;
};

const words = (name: Three, helpsWith: Three, where: Three, how: Three): DemoSupportActor['texts'] => {
  const [n, h, w, o] = [names(name), names(helpsWith), names(where), names(how)];
  const said = (language: 'fi' | 'sv' | 'en') => ({ name: n[language], helpsWith: h[language], where: w[language], how: o[language] });
  return { fi: said('fi'), sv: said('sv'), en: said('en') };
};

export const supportActors: DemoSupportActor[] = [
  {
    key: 'mallila-digituki',
    kind: 'city',
    texts: words(
      ['Mallilan digituki', 'Mallila digistöd', 'Mallila digital support'],
      [
        'Verkkoasiointi, tunnistautumisen periaatteet, tulostaminen ja pisteen laitteet',
        'E-tjänster, grunderna i identifiering, utskrifter och servicepunktens enheter',
        'E-services, the basics of identification, printing and the point’s devices',
      ],
      ['Mallilan palvelupiste ja palvelubussi', 'Mallila servicepunkt och servicebussen', 'Mallila service point and the service bus'],
      [
        'Tule ilman ajanvarausta tai soita ja varaa tunnin aika.',
        'Kom utan tidsbokning eller ring och boka en timme.',
        'Drop in, or call and book an hour.',
      ],
    ),
    kinds: ['skill-check', 'e-service', 'point-device', 'own-device', 'independence'],
    answersTo: ['takes-long'],
    languages: ['fi', 'sv', 'en'],
    phone: '019 000 1180',
    email: 'digituki@mallila.example',
    opening: openOn(weekdays('09:00', '16:00')),
    place: 'piste-mallila',
    visitsHomes: false,
    remote: true,
    freshDaysAgo: 12,
  },
  {
    key: 'digiapu',
    kind: 'association',
    texts: words(
      ['Mallilan Digiapu ry', 'Mallilan Digiapu ry', 'Mallila Digital Help Association'],
      [
        'Pitkä opastus omalla laitteella, videopuhelut, kuvat ja laitteen perusasiat',
        'Längre handledning på egen enhet, videosamtal, bilder och enhetens grunder',
        'Longer guidance on your own device, video calls, pictures and device basics',
      ],
      ['Kirjasto, kotikäynnit keskustassa', 'Biblioteket, hembesök i centrum', 'The library, home visits in the centre'],
      [
        'Soita tai täytä pyyntö verkossa. Vapaaehtoinen ottaa yhteyttä viikossa.',
        'Ring eller fyll i begäran på nätet. En frivillig hör av sig inom en vecka.',
        'Call or send the request online. A volunteer gets in touch within a week.',
      ],
    ),
    kinds: ['own-device', 'independence', 'skill-check'],
    answersTo: ['long-term-guidance', 'takes-long', 'no-device-skills', 'basic-problems'],
    languages: ['fi', 'sv'],
    phone: '050 000 7010',
    email: 'apu@digiapu.example',
    opening: openOn([
      [1, '10:00', '14:00'],
      [3, '10:00', '14:00'],
    ]),
    place: 'digiapu-kirjasto',
    visitsHomes: true,
    freshDaysAgo: 40,
  },
  {
    key: 'kirjasto-digi',
    kind: 'library',
    texts: words(
      ['Kirjaston laitekerho', 'Bibliotekets enhetsklubb', 'Library device club'],
      [
        'Omien laitteiden käyttöönotto, päivitykset, sähköposti ja e-kirjat',
        'Att ta i bruk egna enheter, uppdateringar, e-post och e-böcker',
        'Setting up your own devices, updates, e-mail and e-books',
      ],
      ['Mallilan kirjaston ryhmätila', 'Grupprummet på Mallila bibliotek', 'The group room of Mallila library'],
      ['Tiistaisin klo 13–15, ei ilmoittautumista.', 'Tisdagar kl. 13–15, ingen anmälan.', 'Tuesdays 1–3 pm, no need to sign up.'],
    ),
    kinds: ['own-device', 'independence'],
    answersTo: ['device-management', 'basic-problems'],
    languages: ['fi', 'sv', 'en'],
    phone: '019 000 1160',
    email: 'kirjasto@mallila.example',
    opening: openOn([[2, '13:00', '15:00']]),
    place: 'kirjasto-mallila',
    visitsHomes: false,
    freshDaysAgo: 75,
  },
  {
    key: 'kansalaisopisto',
    kind: 'education',
    texts: words(
      ['Mallilan kansalaisopisto', 'Mallila medborgarinstitut', 'Mallila adult education centre'],
      [
        'Kurssit: älypuhelin alusta, tietokone alusta, turvallisesti verkossa',
        'Kurser: smarttelefon från början, dator från början, tryggt på nätet',
        'Courses: smartphone from scratch, computer from scratch, safely online',
      ],
      [
        'Kansalaisopisto, Koulukatu 5, ja Suvannon kylätalo',
        'Medborgarinstitutet, Skolgatan 5, och byahuset i Selet',
        'The adult education centre, Koulukatu 5, and Suvanto village hall',
      ],
      [
        'Kurssit alkavat tammikuussa ja syyskuussa. Pieni kurssimaksu, alennus eläkeläisille ja työttömille.',
        'Kurserna börjar i januari och september. En liten avgift, rabatt för pensionärer och arbetslösa.',
        'Courses begin in January and September. A small fee, reduced for pensioners and jobseekers.',
      ],
    ),
    kinds: ['own-device', 'independence'],
    answersTo: ['long-term-guidance', 'no-device-skills'],
    languages: ['fi', 'sv'],
    phone: '019 000 1190',
    price: ['Pieni kurssimaksu', 'En liten kursavgift', 'A small course fee'],
    email: 'opisto@mallila.example',
    opening: openOn(weekdays('10:00', '15:00')),
    visitsHomes: false,
    freshDaysAgo: 20,
  },
  {
    key: 'pankin-neuvontatunti',
    kind: 'company',
    texts: words(
      ['Torin pankin neuvontatunti', 'Torgbankens rådgivningstimme', 'Market Bank advice hour'],
      [
        'Oman pankin tunnuslaite, mobiilitunnistus ja lukkiutuneet tunnukset',
        'Den egna bankens kodapparat, mobilidentifiering och låsta koder',
        'Your own bank’s code device, mobile identification and locked codes',
      ],
      ['Torin pankki, Torikuja 8', 'Torgbanken, Torggränd 8', 'Market Bank, Torikuja 8'],
      [
        'Torstaisin klo 10–12. Ota henkilökortti tai passi mukaan.',
        'Torsdagar kl. 10–12. Ta med identitetskort eller pass.',
        'Thursdays 10–12 am. Bring your identity card or passport.',
      ],
    ),
    kinds: ['own-device'],
    answersTo: ['bank-identification'],
    languages: ['fi', 'sv', 'en'],
    phone: '019 000 7100',
    email: 'neuvonta@torinpankki.example',
    opening: openOn([[4, '10:00', '12:00']]),
    visitsHomes: false,
    freshDaysAgo: 130,
  },
  {
    key: 'laitekorjaamo',
    kind: 'company',
    texts: words(
      ['Kierrätyskeskuksen laitepaja', 'Återvinningscentralens verkstad', 'Reuse centre device workshop'],
      [
        'Rikkinäiset puhelimet ja tietokoneet, varaosat ja edulliset käytetyt laitteet',
        'Trasiga telefoner och datorer, reservdelar och förmånliga begagnade enheter',
        'Broken phones and computers, spare parts and affordable used devices',
      ],
      ['Kierrätyskeskus, Kierrätystie 18', 'Återvinningscentralen, Återvinningsvägen 18', 'Reuse centre, Kierrätystie 18'],
      [
        'Tuo laite ja laturi. Arvio on maksuton, korjaus maksaa varaosat.',
        'Ta med enheten och laddaren. Bedömningen är gratis, för reparationen betalar du reservdelarna.',
        'Bring the device and charger. The estimate is free; for a repair you pay for the parts.',
      ],
    ),
    kinds: ['own-device'],
    answersTo: ['faulty-device', 'device-management'],
    languages: ['fi', 'en'],
    phone: '050 000 7110',
    price: ['Arvio maksuton, varaosat maksavat', 'Bedömningen gratis, reservdelarna kostar', 'The estimate is free, parts are charged'],
    email: 'paja@kierratyskeskus.example',
    opening: openOn([
      [2, '12:00', '17:00'],
      [4, '12:00', '17:00'],
    ]),
    visitsHomes: false,
    freshDaysAgo: 58,
  },
  {
    key: 'elakelaisten-vertaistuki',
    kind: 'association',
    texts: words(
      ['Suvannon eläkeläisten vertaisohjaajat', 'Seletpensionärernas kamrathandledare', 'Suvanto pensioners’ peer guides'],
      [
        'Rauhallinen opastus ikäihmiseltä ikäihmiselle, paperi ja kynä mukana',
        'Lugn handledning från äldre till äldre, med papper och penna',
        'Calm guidance from one older person to another, with pen and paper',
      ],
      ['Suvannon kylätalo, Koulumäki 1', 'Byahuset i Selet, Skolbacken 1', 'Suvanto village hall, Koulumäki 1'],
      ['Perjantaisin klo 10–12, kahvi tarjolla.', 'Fredagar kl. 10–12, kaffe serveras.', 'Fridays 10–12 am, coffee is served.'],
    ),
    kinds: ['own-device', 'independence'],
    answersTo: ['no-device-skills', 'basic-problems', 'long-term-guidance'],
    languages: ['fi', 'sv'],
    phone: '050 000 7120',
    email: 'vertaiset@suvanto.example',
    opening: openOn([[5, '10:00', '12:00']]),
    place: 'piste-suvanto',
    visitsHomes: true,
    freshDaysAgo: 200,
  },
  {
    key: 'maailmantalo',
    kind: 'association',
    texts: words(
      ['Maailmantalon digiklinikka', 'Maailmantalos digiklinik', 'World House digital clinic'],
      [
        'Verkkopalvelut ja puhelin omalla kielellä: arabia, ukraina, somali ja englanti',
        'E-tjänster och telefon på eget språk: arabiska, ukrainska, somaliska och engelska',
        'Online services and phones in your own language: Arabic, Ukrainian, Somali and English',
      ],
      ['Mallilan kirjaston toinen kerros', 'Andra våningen på Mallila bibliotek', 'Second floor of Mallila library'],
      [
        'Tiistaisin klo 15–17. Lapset saavat tulla mukaan.',
        'Tisdagar kl. 15–17. Barnen får följa med.',
        'Tuesdays 3–5 pm. Children may come along.',
      ],
    ),
    kinds: ['e-service', 'own-device', 'independence'],
    answersTo: ['long-term-guidance', 'beyond-advisor'],
    languages: ['ar', 'uk', 'so', 'en', 'fi'],
    phone: '050 000 7040',
    email: 'klinikka@maailmantalo.example',
    opening: openOn([[2, '15:00', '17:00']]),
    place: 'kirjasto-mallila',
    visitsHomes: false,
    freshDaysAgo: 5,
  },
];
