import type { DemoPackage } from './types.ts';

export const studiesAndHomePackages: DemoPackage[] = [
  {
    event: 'KE3',
    title: ['Alan opiskella', 'Jag börjar studera', 'I am starting to study', 'Alan opiskella'],
    intro: [
      'Kun otat opiskelupaikan vastaan, hae opintotukea heti: tukea saa aikaisintaan hakukuukauden alusta. Jos muutat, asumislisä haetaan samalla.',
      'När du tar emot studieplatsen, sök studiestöd genast: stödet börjar tidigast från ansökningsmånaden. Om du flyttar söks bostadstillägget samtidigt.',
      'When you accept a study place, apply for student aid at once: it begins from the month of application. If you move, the housing supplement is applied for at the same time.',
      'Kun saat opiskelupaikan, hae heti opintotukea.',
    ],
    steps: [
      {
        title: [
          'Ota opiskelupaikka vastaan ja ilmoittaudu',
          'Ta emot studieplatsen och anmäl dig',
          'Accept the study place and enrol',
          'Ota opiskelupaikka vastaan',
        ],
        note: [
          'Määräpäivä lukee hyväksymiskirjeessä.',
          'Sista dagen står i antagningsbrevet.',
          'The last day is in your letter of acceptance.',
          'Katso viimeinen päivä kirjeestä.',
        ],
      },
      {
        service: 'opintotuki',
        channel: 'web',
        days: 30,
        title: ['Hae opintotukea', 'Sök studiestöd', 'Apply for student aid', 'Hae opintotukea'],
      },
      { service: 'vuokra-asunnot', channel: 'web', title: ['Etsi asunto', 'Sök bostad', 'Find a home', 'Etsi asunto'] },
      {
        service: 'muuttoilmoitus',
        channel: 'web',
        days: 7,
        title: ['Tee muuttoilmoitus', 'Gör flyttanmälan', 'Notify your move', 'Tee muuttoilmoitus'],
      },
      {
        service: 'verokortti',
        channel: 'web',
        title: [
          'Ilmoita tulosi ennakonpidätystä varten',
          'Uppge dina inkomster för förskottsinnehållningen',
          'Give your income for the withholding',
          'Kerro tulosi',
        ],
      },
    ],
  },
  {
    event: 'KE6',
    title: ['Rakennan talon', 'Jag bygger hus', 'I am building a house', 'Rakennan talon'],
    intro: [
      'Ennen piirustuksia kannattaa kysyä neuvoa: kaava määrää, mitä saa rakentaa. Hyvä suunnittelija ja vastaava työnjohtaja helpottavat kaikkea.',
      'Fråga om råd innan ritningarna görs: planen bestämmer vad som får byggas. En bra planerare och ansvarig arbetsledare underlättar allt.',
      'Ask for advice before drawings are made: the plan decides what may be built. A good designer and site manager make everything easier.',
      'Kysy neuvoa ennen kuin suunnittelet. Tarvitset luvan.',
    ],
    steps: [
      {
        service: 'rakentamislupa',
        channel: 'counter',
        title: [
          'Varaa rakennusneuvonta ja tarkista kaava',
          'Boka byggrådgivning och kontrollera planen',
          'Book building advice and check the plan',
          'Kysy neuvoa kaupungilta',
        ],
      },
      {
        title: [
          'Hanki pääsuunnittelija ja vastaava työnjohtaja',
          'Skaffa huvudplanerare och ansvarig arbetsledare',
          'Find a principal designer and a site manager',
          'Hanki suunnittelija ja työnjohtaja',
        ],
      },
      {
        service: 'rakentamislupa',
        channel: 'web',
        title: ['Hae rakentamislupaa', 'Sök bygglov', 'Apply for a building permit', 'Hae lupaa'],
      },
      {
        title: [
          'Sovi liittymät: vesi, viemäri ja sähkö',
          'Avtala om anslutningar: vatten, avlopp och el',
          'Agree on connections: water, sewage, electricity',
          'Sovi vedestä ja sähköstä',
        ],
      },
      {
        title: [
          'Pyydä katselmukset rakentamisen aikana',
          'Be om syner under bygget',
          'Ask for inspections while building',
          'Pyydä tarkastus',
        ],
      },
    ],
  },
];
