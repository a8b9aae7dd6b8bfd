import type { DemoPackage } from './types.ts';

export const healthAndDutyPackages: DemoPackage[] = [
  {
    event: 'KE11',
    title: ['Sairastuin vakavasti', 'Jag har blivit allvarligt sjuk', 'I have fallen seriously ill', 'Olen vakavasti sairas'],
    intro: [
      'Hoito tulee ensin. Raha-asiat ja hakemukset voi tehdä myöhemmin, mutta muista määräajat. Läheinen voi auttaa valtuudella, ja sairaalan sosiaalityöntekijä neuvoo.',
      'Vården kommer först. Pengar och ansökningar kan skötas senare, men minns tidsfristerna. En närstående kan hjälpa med fullmakt, och sjukhusets socialarbetare ger råd.',
      'Treatment comes first. Money and applications can wait a little, but mind the time limits. Someone close can help with a mandate, and the hospital’s social worker advises.',
      'Hoito on tärkeintä. Läheinen voi auttaa sinua papereissa.',
    ],
    steps: [
      {
        service: 'terveysasema',
        channel: 'phone',
        title: [
          'Sovi hoidosta ja pyydä lääkärintodistus',
          'Kom överens om vården och be om läkarintyg',
          'Agree on treatment and ask for a certificate',
          'Pyydä lääkäriltä todistus',
        ],
      },
      {
        service: 'sairauspaivaraha',
        channel: 'web',
        days: 60,
        title: ['Hae sairauspäivärahaa', 'Sök sjukdagpenning', 'Apply for sickness allowance', 'Hae rahaa sairauden ajalta'],
        note: [
          'Kahden kuukauden kuluessa työkyvyttömyyden alusta.',
          'Inom två månader från att arbetsoförmågan började.',
          'Within two months of the start of the incapacity.',
          'Hae 2 kuukauden kuluessa.',
        ],
      },
      {
        service: 'valtuudet',
        channel: 'web',
        title: [
          'Anna läheiselle valtuus asioida puolestasi',
          'Ge en närstående fullmakt att sköta dina ärenden',
          'Give someone close a mandate to act for you',
          'Anna läheiselle lupa hoitaa asioitasi',
        ],
      },
      {
        service: 'kuntoutusraha',
        channel: 'web',
        title: ['Keskustele kuntoutuksesta', 'Diskutera rehabilitering', 'Talk about rehabilitation', 'Kysy kuntoutuksesta'],
      },
      {
        service: 'hoitotuki',
        channel: 'web',
        days: 180,
        title: [
          'Selvitä tuet pitkään sairauteen',
          'Ta reda på stöd vid långvarig sjukdom',
          'Find out about support for long illness',
          'Kysy tukia',
        ],
      },
      {
        service: 'omaishoitajien-tuki',
        title: [
          'Ota läheinen mukaan vertaistukeen',
          'Ta med en närstående till kamratstöd',
          'Bring someone close to peer support',
          'Läheinen voi saada vertaistukea',
        ],
      },
    ],
  },
  {
    event: 'KE12',
    title: ['Tarvitsen kuntoutusta', 'Jag behöver rehabilitering', 'I need rehabilitation', 'Tarvitsen kuntoutusta'],
    intro: [
      'Kuntoutus alkaa lääkärin suunnitelmasta. Sen ajalle voi saada rahaa, ja matkoista voi hakea korvausta.',
      'Rehabiliteringen börjar med läkarens plan. För tiden kan du få pengar, och resor kan ersättas.',
      'Rehabilitation begins with a doctor’s plan. You may get money for the time, and travel can be reimbursed.',
      'Kuntoutus alkaa lääkärin suunnitelmasta.',
    ],
    steps: [
      {
        service: 'terveysasema',
        channel: 'phone',
        title: [
          'Pyydä kuntoutussuunnitelma lääkäriltä',
          'Be läkaren om en rehabiliteringsplan',
          'Ask the doctor for a rehabilitation plan',
          'Pyydä lääkäriltä suunnitelma',
        ],
      },
      {
        service: 'kuntoutusraha',
        channel: 'web',
        days: 120,
        title: [
          'Hae kuntoutusta ja kuntoutusrahaa',
          'Sök rehabilitering och rehabiliteringspenning',
          'Apply for rehabilitation and its allowance',
          'Hae kuntoutusta',
        ],
        note: [
          'Raha viimeistään neljän kuukauden kuluttua päättymisestä.',
          'Penningen senast fyra månader efter slutet.',
          'The allowance at the latest four months after it ends.',
          'Hae rahaa 4 kuukauden kuluessa.',
        ],
      },
      {
        service: 'kuljetuspalvelu',
        channel: 'web',
        title: [
          'Selvitä matkat kuntoutukseen',
          'Ordna resorna till rehabiliteringen',
          'Arrange travel to rehabilitation',
          'Sovi matkoista',
        ],
      },
      {
        service: 'tyonhaku',
        channel: 'phone',
        title: [
          'Kysy työn muokkaamisesta tai uudesta ammatista',
          'Fråga om anpassat arbete eller ett nytt yrke',
          'Ask about adapted work or a new trade',
          'Kysy uudesta työstä',
        ],
      },
    ],
  },
  {
    event: 'KE13',
    title: ['Hoidan läheistäni', 'Jag vårdar en närstående', 'I care for someone close to me', 'Hoidan läheistäni'],
    intro: [
      'Kun hoidat läheistäsi, huolehdi myös itsestäsi. Voit saada tukea, rahaa ja vapaata, eikä sinun tarvitse jaksaa yksin.',
      'När du vårdar en närstående, ta också hand om dig själv. Du kan få stöd, pengar och ledigt, och du behöver inte orka ensam.',
      'When you care for someone, look after yourself too. You can get support, money and time off, and you need not manage alone.',
      'Kun hoidat läheistä, huolehdi myös itsestäsi. Saat apua ja vapaata.',
    ],
    steps: [
      {
        service: 'omaishoito',
        channel: 'phone',
        title: ['Hae omaishoidon tukea', 'Sök stöd för närståendevård', 'Apply for informal care support', 'Hae tukea hoitoon'],
      },
      {
        service: 'kotihoito',
        channel: 'phone',
        title: [
          'Sovi apua kotiin lepoasi varten',
          'Ordna hjälp hemma så att du får vila',
          'Arrange help at home so that you can rest',
          'Sovi apua kotiin',
        ],
      },
      {
        service: 'valtuudet',
        channel: 'web',
        title: [
          'Sovi, kuinka hoidat toisen asioita',
          'Kom överens om hur du sköter den andras ärenden',
          'Agree how you handle the other person’s affairs',
          'Sovi, miten hoidat toisen asioita',
        ],
      },
      {
        service: 'hoitotuki',
        channel: 'web',
        days: 180,
        title: [
          'Selvitä hoitotuki ja muut etuudet',
          'Ta reda på vårdbidrag och andra förmåner',
          'Find out about care allowance and other benefits',
          'Kysy tuista',
        ],
      },
      {
        service: 'omaishoitajien-tuki',
        title: ['Tule vertaisryhmään', 'Kom till kamratgruppen', 'Come to the peer group', 'Tule tapaamaan muita hoitajia'],
      },
    ],
  },
  {
    event: 'KE2',
    title: [
      'Menen asepalvelukseen tai siviilipalvelukseen',
      'Jag ska göra värnplikten eller civiltjänsten',
      'I am going into military or civilian service',
      'Menen armeijaan tai siviilipalvelukseen',
    ],
    intro: [
      'Kutsunnat ovat syksyllä, ja kutsu tulee postissa. Jos palvelus ei sovi nyt, voit pyytää lykkäystä. Voit myös hakea siviilipalvelukseen.',
      'Uppbåden är på hösten, och kallelsen kommer per post. Om tjänsten inte passar nu kan du be om uppskov. Du kan också söka till civiltjänst.',
      'Call-ups are in autumn, and the summons comes by post. If service does not suit you now, you can ask for a postponement. You can also apply for non-military service.',
      'Kutsunnat ovat syksyllä. Saat kirjeen. Voit pyytää lykkäystä tai siviilipalvelusta.',
    ],
    steps: [
      {
        service: 'asevelvollisuus',
        channel: 'web',
        title: [
          'Täytä terveyskysely ja toiveet',
          'Fyll i hälsoenkäten och önskemål',
          'Fill in the health questionnaire and your wishes',
          'Täytä kysely',
        ],
      },
      {
        service: 'asevelvollisuus',
        channel: 'counter',
        title: [
          'Käy kutsunnoissa tai kerro esteestäsi ajoissa',
          'Gå på uppbådet eller meddela hinder i tid',
          'Attend the call-up, or tell beforehand if you cannot',
          'Mene kutsuntoihin tai kerro, jos et pääse',
        ],
      },
      {
        title: [
          'Kerro palveluksesta työnantajalle tai kouluun',
          'Berätta om tjänsten för arbetsgivaren eller skolan',
          'Tell your employer or school about the service',
          'Kerro työpaikalle tai kouluun',
        ],
      },
      {
        service: 'asevelvollisuus',
        channel: 'web',
        title: [
          'Hae asumisen tukea palveluksen ajalle',
          'Sök stöd för boendet under tjänsten',
          'Apply for housing support during service',
          'Hae tukea asumiseen',
        ],
        note: [
          'Sotilasavustusta voi saada myös perhe.',
          'Militärunderstöd kan också ges till familjen.',
          'Conscript’s allowance can also be given to a family.',
          'Myös perhe voi saada tukea.',
        ],
      },
    ],
  },
];
