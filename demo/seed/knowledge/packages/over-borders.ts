import type { DemoPackage } from './types.ts';

export const overBordersPackages: DemoPackage[] = [
  {
    event: 'KE4.3',
    title: ['Muutan pois Suomesta', 'Jag flyttar från Finland', 'I am moving abroad', 'Muutan pois Suomesta'],
    intro: [
      'Kun lähdet yli vuodeksi, hoida tärkeimmät asiat ennen lähtöä: muutto, sosiaaliturva, verotus ja passi. Lyhyemmästäkin matkasta kannattaa kertoa.',
      'När du åker för över ett år, sköt det viktigaste före avresan: flytten, den sociala tryggheten, beskattningen och passet. Berätta gärna också om en kortare resa.',
      'If you go for more than a year, take care of the main things before you leave: the move, social security, tax and passport. It is worth reporting a shorter stay too.',
      'Jos muutat yli vuodeksi, hoida asiat ennen lähtöä.',
    ],
    steps: [
      {
        service: 'muuttoilmoitus',
        channel: 'web',
        title: ['Ilmoita ulkomaille muutosta', 'Anmäl flytten utomlands', 'Report your move abroad', 'Ilmoita, että muutat ulkomaille'],
        note: [
          'Voit antaa osoitteen, josta sinut tavoittaa.',
          'Du kan uppge en adress där du kan nås.',
          'You may give an address where you can be reached.',
          'Anna uusi osoitteesi.',
        ],
      },
      {
        service: 'sosiaaliturva',
        channel: 'web',
        title: [
          'Kerro lähdöstä sosiaaliturvan ratkaisua varten',
          'Meddela avresan för beslutet om social trygghet',
          'Report your leaving for the social security decision',
          'Kerro, että lähdet',
        ],
      },
      {
        service: 'verokortti',
        channel: 'web',
        title: [
          'Selvitä ennakonpidätys lähtövuonna',
          'Ta reda på förskottsinnehållningen avreseåret',
          'Find out about withholding for the year you leave',
          'Kysy, paljonko palkastasi pidätetään',
        ],
      },
      {
        service: 'passi',
        channel: 'web',
        title: ['Uusi passi ajoissa', 'Förnya passet i tid', 'Renew your passport in good time', 'Uusi passi ajoissa'],
      },
      {
        title: [
          'Irtisano vuokrasopimus ja sopimukset',
          'Säg upp hyresavtal och andra avtal',
          'End your rental and other contracts',
          'Lopeta sopimukset',
        ],
      },
    ],
  },
  {
    event: 'KE4.4',
    title: ['Palaan Suomeen', 'Jag flyttar tillbaka till Finland', 'I am moving back to Finland', 'Palaan Suomeen'],
    intro: [
      'Tervetuloa kotiin. Suomen kansalainen tekee muuttoilmoituksen, muut rekisteröivät muuton. Sen jälkeen voit hakea etuuksia ja kunnan palveluja.',
      'Välkommen hem. En finsk medborgare gör en flyttanmälan, andra registrerar flytten. Därefter kan du söka förmåner och kommunens tjänster.',
      'Welcome home. A Finnish citizen notifies the move, others register it. After that you can apply for benefits and municipal services.',
      'Tervetuloa takaisin! Tee ensin muuttoilmoitus.',
    ],
    steps: [
      {
        service: 'muuttoilmoitus',
        channel: 'web',
        days: 7,
        title: ['Ilmoita muutto Suomeen', 'Anmäl flytten till Finland', 'Report your move to Finland', 'Ilmoita, että muutat Suomeen'],
        note: [
          'Suomen kansalainen ilmoittaa muuton. Muut rekisteröivät kotikunnan.',
          'Finska medborgare anmäler flytten. Andra registrerar hemkommun.',
          'Finnish citizens notify the move. Others register a municipality.',
          'Jos et ole Suomen kansalainen, hae kotikuntaa.',
        ],
      },
      {
        service: 'kotikunta',
        channel: 'counter',
        title: [
          'Rekisteröi kotikunta, jos et ole Suomen kansalainen',
          'Registrera hemkommun om du inte är finsk medborgare',
          'Register a municipality if you are not a Finnish citizen',
          'Hae kotikuntaa',
        ],
      },
      {
        service: 'sosiaaliturva',
        channel: 'web',
        title: [
          'Hae sosiaaliturvaan kuulumista',
          'Ansök om social trygghet',
          'Apply for social security coverage',
          'Hae Suomen sosiaaliturvaa',
        ],
      },
      {
        service: 'verokortti',
        channel: 'web',
        title: [
          'Järjestä ennakonpidätys palkkaa varten',
          'Ordna förskottsinnehållningen för lönen',
          'Arrange the withholding from your pay',
          'Hanki kortti palkkaa varten',
        ],
      },
      {
        service: 'tyonhaku',
        channel: 'web',
        title: [
          'Ilmoittaudu työnhakijaksi, jos sinulla ei ole työtä',
          'Anmäl dig som arbetssökande om du saknar arbete',
          'Register as a jobseeker if you have no work',
          'Ilmoittaudu työnhakijaksi',
        ],
      },
    ],
  },
  {
    event: 'KE5',
    title: ['Tulin Suomeen', 'Jag har kommit till Finland', 'I have come to Finland', 'Tulin Suomeen'],
    intro: [
      'Tervetuloa! Muuton ensimmäiset askeleet ovat lupa, henkilötunnus ja kotikunta. Niiden jälkeen pääset muihin palveluihin. Saat tulkin, kun tarvitset sitä.',
      'Välkommen! De första stegen är tillståndet, personbeteckningen och hemkommunen. Därefter får du tillgång till de andra tjänsterna. Du får tolk när du behöver det.',
      'Welcome! The first steps are the permit, the personal identity code and the municipality. After them you can use the other services. You get an interpreter when you need one.',
      'Tervetuloa! Hae ensin lupa, sitten henkilötunnus ja kotikunta. Saat tulkin.',
    ],
    steps: [
      {
        service: 'oleskelulupa',
        channel: 'counter',
        title: [
          'Varmista oleskeluoikeus tai oleskelulupa',
          'Säkerställ uppehållsrätten eller tillståndet',
          'Make sure of your right of residence or permit',
          'Hae lupa asua Suomessa',
        ],
      },
      {
        service: 'henkilotunnus',
        channel: 'counter',
        title: ['Hanki henkilötunnus', 'Skaffa personbeteckning', 'Get a personal identity code', 'Hanki henkilötunnus'],
      },
      {
        service: 'kotikunta',
        channel: 'counter',
        title: ['Rekisteröi kotikunta', 'Registrera hemkommun', 'Register your municipality', 'Hae kotikuntaa'],
      },
      {
        service: 'kotoutuminen',
        channel: 'phone',
        title: [
          'Mene alkukartoitukseen ja kielikurssille',
          'Gå till inledande kartläggning och språkkurs',
          'Go to the assessment and language course',
          'Mene kurssille',
        ],
      },
      {
        service: 'verokortti',
        channel: 'web',
        title: [
          'Järjestä ennakonpidätys ja anna kortti työnantajalle',
          'Ordna förskottsinnehållningen och ge kortet till arbetsgivaren',
          'Arrange the withholding and give the card to your employer',
          'Hanki kortti palkkaa varten ja anna se työnantajalle',
        ],
      },
      {
        service: 'sosiaaliturva',
        channel: 'web',
        title: ['Hae sosiaaliturvaa', 'Ansök om social trygghet', 'Apply for social security', 'Hae Suomen tukia'],
      },
      {
        service: 'kielikahvila',
        title: ['Harjoittele kieltä kielikahvilassa', 'Öva språket på språkkaféet', 'Practise at the language café', 'Mene kielikahvilaan'],
      },
    ],
  },
];
