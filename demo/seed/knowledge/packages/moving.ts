import type { DemoPackage } from './types.ts';

export const movingPackages: DemoPackage[] = [
  {
    event: 'KE4',
    title: ['Muutan', 'Jag flyttar', 'I am moving', 'Muutan'],
    intro: [
      'Muutitpa mihin tahansa, tee muuttoilmoitus. Sen jälkeen katso, mitä muuta asuminen uudessa paikassa vaatii: tuet, koulu ja päiväkoti, verkkosopimukset ja posti.',
      'Oavsett vart du flyttar, gör en flyttanmälan. Se sedan vad annat det nya boendet kräver: stöd, skola och daghem, avtal och post.',
      'Wherever you move, notify it. Then see what else the new home calls for: support, school and day care, contracts and post.',
      'Kun muutat, tee muuttoilmoitus. Katso sitten, mitä muuta pitää hoitaa.',
    ],
    steps: [
      {
        service: 'muuttoilmoitus',
        channel: 'web',
        days: 7,
        title: ['Tee muuttoilmoitus', 'Gör flyttanmälan', 'Notify your move', 'Tee muuttoilmoitus'],
      },
      {
        service: 'asumistuki',
        channel: 'web',
        days: 30,
        title: ['Tarkista asumistuki', 'Kontrollera bostadsbidraget', 'Check your housing allowance', 'Katso, saatko asumistukea'],
      },
      {
        service: 'koulukuljetus',
        channel: 'phone',
        title: [
          'Ilmoita lapsi uuteen kouluun',
          'Anmäl barnet till den nya skolan',
          'Enrol your child in the new school',
          'Ilmoita lapsi uuteen kouluun',
        ],
      },
      {
        service: 'varhaiskasvatus',
        channel: 'web',
        title: [
          'Hae varhaiskasvatuspaikkaa uudesta kunnasta',
          'Sök plats i småbarnspedagogik i den nya kommunen',
          'Apply for early childhood education in the new municipality',
          'Hae päiväkotipaikkaa',
        ],
      },
      {
        title: [
          'Tee sopimukset sähköstä ja netistä',
          'Gör avtal om el och nät',
          'Make contracts for electricity and internet',
          'Tee sähkösopimus ja nettisopimus',
        ],
      },
    ],
  },
  {
    event: 'KE4.1',
    title: ['Muutan pois kotoa', 'Jag flyttar hemifrån', 'I am moving away from home', 'Muutan pois kotoa'],
    intro: [
      'Ensimmäinen oma koti! Varaa rahaa vakuuteen ja ensimmäiseen vuokraan. Opiskelija hakee asumislisää, muut yleistä asumistukea.',
      'Första egna hemmet! Reservera pengar för säkerheten och första hyran. Studerande söker bostadstillägg, andra allmänt bostadsbidrag.',
      'Your first home of your own! Set money aside for the deposit and first rent. Students apply for the housing supplement, others for general housing allowance.',
      'Muutat ensimmäiseen omaan kotiin. Tarvitset rahaa vuokraan ja takuuseen.',
    ],
    steps: [
      {
        service: 'vuokra-asunnot',
        channel: 'web',
        title: ['Hae vuokra-asuntoa', 'Sök hyresbostad', 'Apply for a rental home', 'Hae vuokra-asuntoa'],
      },
      {
        title: [
          'Lue vuokrasopimus ennen kuin allekirjoitat',
          'Läs hyresavtalet innan du skriver under',
          'Read the rental agreement before signing',
          'Lue vuokrasopimus',
        ],
        note: [
          'Kysy neuvonnasta, jos jokin kohta jää epäselväksi.',
          'Fråga i rådgivningen om något är oklart.',
          'Ask at the advice desk if something is unclear.',
          'Kysy apua, jos et ymmärrä.',
        ],
      },
      {
        service: 'muuttoilmoitus',
        channel: 'web',
        days: 7,
        title: ['Tee muuttoilmoitus', 'Gör flyttanmälan', 'Notify your move', 'Tee muuttoilmoitus'],
      },
      {
        service: 'opintotuki',
        channel: 'web',
        title: [
          'Hae opintotuen asumislisää, jos opiskelet',
          'Sök bostadstillägg om du studerar',
          'Apply for the housing supplement if you study',
          'Jos opiskelet, hae asumislisää',
        ],
      },
      {
        service: 'asumistuki',
        channel: 'web',
        days: 30,
        title: [
          'Hae asumistukea, jos et opiskele',
          'Sök bostadsbidrag om du inte studerar',
          'Apply for housing allowance if you do not study',
          'Hae asumistukea',
        ],
      },
      { title: ['Ota kotivakuutus', 'Ta en hemförsäkring', 'Take out home insurance', 'Ota kotivakuutus'] },
    ],
  },
  {
    event: 'KE4.2',
    title: ['Muutan Suomessa', 'Jag flyttar inom Finland', 'I am moving within Finland', 'Muutan Suomessa'],
    intro: [
      'Muuttoilmoituksella osoitteesi päivittyy viranomaisille. Muut asiat hoidat itse: pankin, työn, vakuutukset ja sopimukset.',
      'Med flyttanmälan uppdateras adressen hos myndigheterna. Det andra sköter du själv: bank, arbete, försäkringar och avtal.',
      'Your notification updates your address for authorities. The rest you do yourself: bank, work, insurance and contracts.',
      'Tee muuttoilmoitus. Kerro itse osoite pankkiin ja työpaikalle.',
    ],
    steps: [
      {
        service: 'muuttoilmoitus',
        channel: 'web',
        days: 7,
        title: ['Tee muuttoilmoitus', 'Gör flyttanmälan', 'Notify your move', 'Tee muuttoilmoitus'],
      },
      {
        service: 'asumistuki',
        channel: 'web',
        days: 30,
        title: [
          'Ilmoita uusi vuokra tukiin',
          'Meddela den nya hyran för stöden',
          'Report the new rent for your benefits',
          'Ilmoita uusi vuokra',
        ],
      },
      {
        service: 'asukaspysakointi',
        channel: 'web',
        title: ['Hae asukaspysäköintitunnus', 'Sök boendeparkeringstillstånd', 'Apply for a parking permit', 'Hae pysäköintitunnus'],
      },
      {
        service: 'koulukuljetus',
        channel: 'phone',
        title: ['Ota yhteyttä uuteen kouluun', 'Kontakta den nya skolan', 'Contact the new school', 'Soita uuteen kouluun'],
      },
      {
        service: 'jateneuvonta',
        channel: 'phone',
        title: [
          'Selvitä jätehuolto uudessa kodissa',
          'Ta reda på avfallshanteringen',
          'Find out about waste collection',
          'Kysy, miten roskat hoidetaan',
        ],
      },
    ],
  },
];
