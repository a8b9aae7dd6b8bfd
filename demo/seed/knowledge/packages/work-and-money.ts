import type { DemoPackage } from './types.ts';

export const workAndMoneyPackages: DemoPackage[] = [
  {
    event: 'KE8',
    title: ['Työni loppuu', 'Mitt arbete tar slut', 'I am losing my job', 'Työni loppuu'],
    intro: [
      'Kun työ loppuu, ilmoittaudu työnhakijaksi heti ensimmäisenä työttömänä päivänä. Vasta sen jälkeen voit saada rahaa työttömyyden ajalta. Muut asiat voit hoitaa sen jälkeen.',
      'När jobbet tar slut, anmäl dig som arbetssökande redan första arbetslösa dagen. Först därefter kan du få pengar för arbetslösheten. Det andra hinner du med senare.',
      'When your job ends, register as a jobseeker on the very first day without work. Only then can you get money for the time without work. The rest can follow.',
      'Kun työ loppuu, ilmoittaudu työnhakijaksi heti. Sen jälkeen voit saada rahaa.',
    ],
    steps: [
      {
        service: 'tyonhaku',
        channel: 'web',
        days: 0,
        title: ['Ilmoittaudu työnhakijaksi', 'Anmäl dig som arbetssökande', 'Register as a jobseeker', 'Ilmoittaudu työnhakijaksi'],
        note: [
          'Viimeistään ensimmäisenä työttömänä päivänä.',
          'Senast den första arbetslösa dagen.',
          'At the latest on your first day without work.',
          'Tee se ensimmäisenä päivänä.',
        ],
      },
      {
        title: [
          'Pyydä työtodistus ja palkkatodistus',
          'Be om arbetsintyg och löneintyg',
          'Ask for a work certificate and a pay certificate',
          'Pyydä todistukset työstä ja palkasta',
        ],
      },
      {
        service: 'tyottomyysetuus',
        channel: 'web',
        days: 90,
        title: [
          'Hae työttömyysajan etuutta',
          'Sök förmån för arbetslöshetstiden',
          'Apply for a benefit for the time without work',
          'Hae rahaa työttömyyden ajalta',
        ],
        note: [
          'Jos kuulut työttömyyskassaan, hae kassasta.',
          'Om du hör till en arbetslöshetskassa, sök där.',
          'If you belong to an unemployment fund, apply there.',
          'Jos kuulut kassaan, hae rahaa kassasta.',
        ],
      },
      {
        service: 'verokortti',
        channel: 'web',
        title: [
          'Muuta ennakonpidätystä, kun tulosi muuttuvat',
          'Ändra förskottsinnehållningen när inkomsterna ändras',
          'Change the withholding when your income changes',
          'Muuta, paljonko rahasta pidätetään',
        ],
      },
      {
        service: 'asumistuki',
        channel: 'web',
        days: 30,
        title: ['Hae asumistukea', 'Sök bostadsbidrag', 'Apply for housing allowance', 'Hae asumistukea'],
      },
      {
        service: 'tyonhaku',
        channel: 'phone',
        title: [
          'Käy haastattelussa ja tee suunnitelma',
          'Gå på intervju och gör upp en plan',
          'Attend the interview and make a plan',
          'Mene haastatteluun',
        ],
      },
    ],
  },
  {
    event: 'KE9',
    title: ['Rahat eivät riitä', 'Pengarna räcker inte till', 'My money does not last', 'Rahat eivät riitä'],
    intro: [
      'Velkoihin löytyy apua, ja se on maksutonta. Mitä aikaisemmin otat yhteyttä, sitä enemmän vaihtoehtoja on. Pidä ensin huolta vuokrasta, ruoasta ja lääkkeistä.',
      'Det finns hjälp med skulder och den är avgiftsfri. Ju tidigare du tar kontakt, desto fler möjligheter finns. Se först till hyran, maten och medicinerna.',
      'There is help with debts, and it is free. The earlier you get in touch, the more ways there are. Look after rent, food and medicine first.',
      'Saat apua velkoihin. Apu ei maksa. Maksa ensin vuokra ja osta ruokaa.',
    ],
    steps: [
      {
        title: [
          'Kokoa laskut, kirjeet ja tiedot tuloista',
          'Samla räkningar, brev och uppgifter om inkomster',
          'Gather bills, letters and details of income',
          'Kerää laskut ja kirjeet',
        ],
        note: [
          'Tuo ne palvelupisteeseen, vaikka et olisi avannut niitä.',
          'Ta med dem till servicepunkten även om de är oöppnade.',
          'Bring them to the service point even if you have not opened them.',
          'Tuo ne palvelupisteeseen. Autamme sinua.',
        ],
      },
      {
        service: 'talous-ja-velkaneuvonta',
        channel: 'phone',
        days: 7,
        title: ['Varaa aika velkaneuvontaan', 'Boka tid till skuldrådgivningen', 'Book debt counselling', 'Varaa aika velkaneuvontaan'],
      },
      {
        title: [
          'Sovi velkojien kanssa maksuajasta',
          'Kom överens med borgenärerna om betalningstid',
          'Agree on time to pay with your creditors',
          'Pyydä lisää aikaa maksaa',
        ],
      },
      {
        service: 'toimeentulotuki',
        channel: 'web',
        title: [
          'Hae toimeentulotukea, jos rahat eivät riitä',
          'Sök utkomststöd om pengarna inte räcker',
          'Apply for social assistance if money runs short',
          'Hae toimeentulotukea, jos raha ei riitä',
        ],
      },
      {
        service: 'ulosotto',
        channel: 'phone',
        title: [
          'Ota yhteyttä kirjeessä olevaan numeroon, jos velka on perittävänä',
          'Ring numret i brevet om skulden drivs in',
          'Call the number in your letter if a debt is being enforced',
          'Soita numeroon, joka on kirjeessä',
        ],
      },
      {
        service: 'ruoka-apu',
        title: [
          'Hae ruoka-apua, kun tarvitset',
          'Hämta mathjälp när du behöver',
          'Get food aid when you need it',
          'Hae ruokaa, jos tarvitset',
        ],
      },
    ],
  },
  {
    event: 'KE10',
    title: ['Jään eläkkeelle', 'Jag går i pension', 'I am retiring', 'Jään eläkkeelle'],
    intro: [
      'Eläke ei ala itsestään: hae sitä pari kuukautta ennen. Samalla hakemuksella voit hakea työeläkettä ja kansaneläkettä. Katso myös, mihin muuhun sinulla on oikeus.',
      'Pensionen börjar inte av sig själv: ansök ett par månader före. Med samma ansökan kan du söka arbetspension och folkpension. Se också vad annat du har rätt till.',
      'A pension does not start by itself: apply a couple of months before. One application covers earnings-related and national pension. See what else you are entitled to.',
      'Hae eläkettä itse. Tee se 2 kuukautta ennen.',
    ],
    steps: [
      {
        title: [
          'Tarkista työeläkeotteesi',
          'Kontrollera ditt arbetspensionsutdrag',
          'Check your pension record',
          'Katso, onko työsi merkitty oikein',
        ],
      },
      {
        title: [
          'Irtisanoudu ja sovi viimeinen työpäivä',
          'Säg upp dig och kom överens om sista arbetsdagen',
          'Give notice and agree your last working day',
          'Sovi, milloin lopetat työn',
        ],
      },
      {
        service: 'kansanelake',
        channel: 'web',
        title: ['Hae eläkettä', 'Ansök om pension', 'Apply for a pension', 'Hae eläkettä'],
        note: [
          '1–2 kuukautta ennen eläkkeen alkua.',
          '1–2 månader innan pensionen börjar.',
          '1–2 months before the pension starts.',
          'Tee se 1–2 kuukautta ennen.',
        ],
      },
      {
        service: 'verokortti',
        channel: 'web',
        title: [
          'Tilaa eläkkeelle uusi ennakonpidätys',
          'Beställ ny förskottsinnehållning för pensionen',
          'Order a new withholding for the pension',
          'Tarkista, paljonko eläkkeestä pidätetään',
        ],
      },
      {
        service: 'takuuelake',
        channel: 'web',
        days: 180,
        title: [
          'Selvitä, saatko takuueläkettä',
          'Ta reda på om du får garantipension',
          'Find out whether you get the guarantee pension',
          'Kysy takuueläkkeestä',
        ],
      },
      {
        service: 'elakkeensaajan-asumistuki',
        channel: 'web',
        days: 180,
        title: [
          'Hae asumistukea eläkkeensaajalle',
          'Sök bostadsbidrag för pensionstagare',
          'Apply for a pensioner’s housing allowance',
          'Hae asumistukea',
        ],
      },
    ],
  },
];
