import type { DemoService } from '../types.ts';

export const associationServices: DemoService[] = [
  {
    key: 'digiapu',
    provider: 'digitukiyhdistys',
    charge: 'free',
    area: 'mallila',
    lifeEvents: [],
    serviceClasses: ['P9.4', 'P8.4'],
    targetGroups: ['KR1', 'KR1.1'],
    texts: {
      fi: {
        name: 'Vapaaehtoisten digituki ja kurssit',
        summary: 'Vapaaehtoinen opastaa sinua omalla laitteellasi, rauhassa ja omaan tahtiisi: kirjastossa tai kotonasi.',
        description:
          'Mallilan Digiapu ry opastaa, kun pelkkä neuvontahetki ei riitä: puhelimen perusasioita, videopuhelua, valokuvia ja turvallista verkon käyttöä. Vapaaehtoinen voi tavata sinut kirjastossa tai kotonasi.\n\nVapaaehtoinen ei hoida virallisia asioitasi eikä näe tunnuksiasi. Viranomaisasioissa hän ohjaa palvelupisteeseen.',
        instruction:
          'Soita tai täytä pyyntö verkossa. Kerro, mikä laite sinulla on ja mitä haluat oppia. Kursseja pidetään kirjastossa. Kotikäynnistä sovit yhdistyksen kanssa.',
        charge: 'Maksuton.',
      },
      sv: {
        name: 'Frivilligas digistöd och kurser',
        summary: 'En frivillig handleder dig på din egen enhet, i lugn takt: på biblioteket eller hemma hos dig.',
        description:
          'Mallilan Digiapu ry visar när en kort rådgivning inte räcker: telefonens grunder, videosamtal, foton och trygg användning av nätet. En frivillig kan träffa dig på biblioteket eller hemma.\n\nDen frivilliga sköter inte officiella ärenden och ser inte dina koder. I myndighetsärenden visar hen till servicepunkten.',
        instruction:
          'Ring eller fyll i en begäran på nätet. Berätta vilken enhet du har och vad du vill lära dig. Kurser hålls på biblioteket. Hembesök kommer du överens om med föreningen.',
        charge: 'Avgiftsfritt.',
      },
      en: {
        name: 'Volunteer digital support and courses',
        summary: 'A volunteer guides you on your own device at your own pace: at the library or in your home.',
        description:
          'The Mallila Digital Help Association guides you when a short advice session is not enough: phone basics, video calls, photos and safe use of the internet. A volunteer can meet you at the library or at home.\n\nThe volunteer does not handle official matters and does not see your codes. For those they send you to the service point.',
        instruction:
          'Call or send a request online. Tell what device you have and what you want to learn. Courses are held at the library. Home visits are agreed with the association.',
        charge: 'Free of charge.',
      },
      plain: {
        name: 'Vapaaehtoinen digituki',
        summary: 'Vapaaehtoinen neuvoo puhelimen ja netin käytössä.',
        description: 'Vapaaehtoinen voi tavata sinut kirjastossa tai kotonasi. Opettelette yhdessä rauhassa.\n\nÄlä kerro tunnuksiasi.',
        instruction: 'Soita yhdistykseen. Kerro, mitä haluat oppia.',
        charge: 'Ei maksa.',
      },
    },
    terms: {
      fi: ['digiapu', 'kotiin opastus', 'älypuhelin opetus', 'vapaaehtoinen auttaja', 'kuvien siirto'],
      sv: ['hjälp hemma med telefonen', 'smarttelefon', 'frivillig hjälpare', 'videosamtal'],
      en: ['phone lesson', 'help at home with a device', 'volunteer helper', 'video calls'],
    },
    channels: ['digiapu-puhelin', 'digiapu-verkko', 'digiapu-kirjasto'],
  },
  {
    key: 'omaishoitajien-tuki',
    provider: 'omaishoitajat',
    charge: 'free',
    area: 'region',
    lifeEvents: ['KE13'],
    serviceClasses: ['P5.16', 'P5.14'],
    targetGroups: ['KR1', 'KR1.1'],
    texts: {
      fi: {
        name: 'Vertaistuki ja retket omaishoitajalle',
        summary: 'Vertaisryhmiä, retkiä ja juttuseuraa sinulle, joka hoidat läheistäsi. Et tarvitse omaishoidon sopimusta.',
        description:
          'Yhdistyksen ryhmissä jaat arkea toisten kanssa. Kuukausittain on avoin kahvila, retki ja etäryhmä. Myös läheisesi voi tulla mukaan, ja sinulle voidaan järjestää sijainen.\n\nYhdistys neuvoo omaishoidon sopimuksissa ja hakemuksissa, mutta päätöksen tekee hyvinvointialue.',
        instruction:
          'Tule kirjaston kahvilaan ilman ilmoittautumista. Retkille ja etäryhmiin ilmoittaudut puhelimella. Kerro, jos tarvitset kuljetusta tai sijaista.',
        charge: 'Maksuton, retkistä pieni maksu.',
      },
      sv: {
        name: 'Kamratstöd och utflykter för närståendevårdare',
        summary: 'Grupper, utflykter och sällskap för dig som vårdar en närstående. Du behöver inget avtal.',
        description:
          'I föreningens grupper delar du vardagen med andra. Varje månad finns ett öppet kafé, en utflykt och en distansgrupp. Din närstående kan komma med, och en avlösare kan ordnas åt dig.\n\nFöreningen ger råd om avtal och ansökningar, men beslutet fattas av välfärdsområdet.',
        instruction:
          'Kom utan anmälan till kaféet på biblioteket. Till utflykter och distansgrupper anmäler du dig per telefon. Berätta om du behöver skjuts eller avlösare.',
        charge: 'Avgiftsfritt, utflykter mot en liten avgift.',
      },
      en: {
        name: 'Peer support and outings for carers',
        summary: 'Peer groups, outings and company for you who care for someone close. You need no care agreement.',
        description:
          'In the groups you share daily life with others. Each month there is an open café, an outing and a remote group. The person you care for may come too, and cover is arranged for you.\n\nThe association advises on care agreements and applications, but the wellbeing services county decides.',
        instruction:
          'Come to the café at the library without signing up. Outings and remote groups are booked by phone. Say if you need transport or cover.',
        charge: 'Free of charge, a small fee for outings.',
      },
      plain: {
        name: 'Tuki omaishoitajalle',
        summary: 'Jos hoidat läheistä, voit tulla tapaamaan muita hoitajia.',
        description:
          'Yhdistys järjestää kahvilan ja retkiä. Voit puhua toisten kanssa. Saat neuvoja.\n\nKerro, jos tarvitset sijaisen hoitamaan läheistäsi.',
        instruction: 'Tule kahvilaan kirjastoon. Soita, jos haluat retkelle.',
        charge: 'Ei maksa. Retki maksaa vähän.',
      },
    },
    terms: {
      fi: ['omaishoitajan jaksaminen', 'vertaisryhmä', 'väsynyt hoitaja', 'vapaapäivä omaishoitajalle'],
      sv: ['anhörigvårdares ork', 'närståendevårdare', 'kamratgrupp', 'trött vårdare', 'ledig dag för vårdare'],
      en: ['carer burnout', 'peer group', 'tired carer', 'day off for carer'],
    },
    channels: ['omaishoitajat-puhelin', 'digiapu-kirjasto'],
  },
  {
    key: 'ruoka-apu',
    provider: 'ruokaapu',
    charge: 'free',
    area: 'mallila',
    lifeEvents: ['KE9', 'KE8'],
    serviceClasses: ['P4.12', 'P4.13'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Ruoka-apu ja yhteinen ruokailu',
        summary: 'Ilmaista ruokaa ja lämmin lounas viikoittain. Saat myös neuvon, mistä voi hakea tukea.',
        description:
          'Yhteinen ruokailu on avoin kaikille. Ruokakasseja jaetaan viikoittain ilman ajanvarausta ja ilman tulojen selvittämistä. Ota oma kassi mukaan.\n\nPaikalla on vapaaehtoinen, joka neuvoo, mistä saat tukea: esimerkiksi Kelasta, velkaneuvonnasta tai terveyspalveluista. Kukaan ei kysy, miksi tulet.',
        instruction:
          'Tule torstaina Yhteisen Pöydän tilaan. Ruokailu alkaa klo 12, ja kassit jaetaan klo 13. Ilmoita ruoka-aineallergiasta.',
        charge: 'Maksuton.',
      },
      sv: {
        name: 'Mathjälp och gemensam måltid',
        summary: 'Gratis mat och varm lunch varje vecka. Du får också råd om vart du kan söka stöd.',
        description:
          'Den gemensamma måltiden är öppen för alla. Matkassar delas ut varje vecka utan tidsbokning och utan utredning av inkomster. Ta med egen kasse.\n\nEn frivillig på plats hjälper dig vidare: till FPA, skuldrådgivning eller hälsovård. Ingen frågar varför du kommer.',
        instruction:
          'Kom till Yhteinen Pöytäs lokal på torsdag. Måltiden börjar kl. 12 och kassarna delas ut kl. 13. Säg till om matallergi.',
        charge: 'Avgiftsfritt.',
      },
      en: {
        name: 'Food aid and a shared meal',
        summary: 'Free food and a warm lunch every week. You also get advice on where to apply for support.',
        description:
          'The shared meal is open to everyone. Food bags are given out weekly without appointment and without asking about your income. Bring your own bag.\n\nA volunteer helps you onward: to Kela, debt counselling or health care. Nobody asks why you come.',
        instruction:
          'Come to the Shared Table space on Thursday. The meal begins at 12 noon and bags are handed out at 1 pm. Tell us about any food allergy.',
        charge: 'Free of charge.',
      },
      plain: {
        name: 'Ruoka-apu',
        summary: 'Saat ilmaista ruokaa ja lounaan kerran viikossa.',
        description:
          'Tule syömään yhdessä. Voit hakea myös ruokakassin. Kukaan ei kysy, paljonko tienaat.\n\nVapaaehtoinen auttaa, jos sinulla on asioita hoidettavana.',
        instruction: 'Tule torstaina klo 12. Ota oma kassi mukaan.',
        charge: 'Ei maksa.',
      },
    },
    terms: {
      fi: ['leipäjono', 'ruokakassi', 'nälkä', 'ilmainen ruoka', 'ruokapankki'],
      sv: ['brödkö', 'matkasse', 'hungrig', 'gratis mat', 'matbank'],
      en: ['food bank', 'food bag', 'hungry', 'free food', 'soup kitchen'],
    },
    channels: ['ruokaapu-puhelin', 'yhteisotila'],
  },
  {
    key: 'kielikahvila',
    provider: 'monikulttuuri',
    charge: 'free',
    area: 'mallila',
    lifeEvents: ['KE5'],
    serviceClasses: ['P4.12', 'P22.3'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Kielikahvila ja tuki uusille asukkaille',
        summary: 'Harjoittele suomea tai ruotsia kahvikupin ääressä ja tutustu kaupunkiin. Tukihenkilö neuvoo arjessa.',
        description:
          'Kahvila kokoontuu kerran viikossa. Mukana on vapaaehtoisia ja eri kieliä puhuvia asukkaita. Lapset voivat leikkiä samassa tilassa.\n\nTukihenkilö voi tulla mukaan esimerkiksi kirjastoon tai kauppaan, mutta viranomaisasioissa ohjaamme palvelupisteeseen, jossa on tulkki.',
        instruction: 'Tule ilman ilmoittautumista. Kirjasto kertoo ajan ja kielet. Kerro, jos tarvitset tulkkausta tai lastenhoitoa.',
        charge: 'Maksuton.',
      },
      sv: {
        name: 'Språkkafé och stöd för nya invånare',
        summary: 'Öva finska eller svenska över en kopp kaffe och lär känna staden. En stödperson ger råd i vardagen.',
        description:
          'Kaféet samlas en gång i veckan. Frivilliga och invånare som talar olika språk är med. Barnen kan leka i samma rum.\n\nStödpersonen kan följa med till exempelvis biblioteket eller butiken, men i myndighetsärenden visar vi till servicepunkten där det finns tolk.',
        instruction: 'Kom utan anmälan. Biblioteket berättar tid och språk. Säg till om du behöver tolk eller barnpassning.',
        charge: 'Avgiftsfritt.',
      },
      en: {
        name: 'Language café and support for newcomers',
        summary: 'Practise Finnish or Swedish over coffee and get to know the town. A supporter advises in daily life.',
        description:
          'The café meets once a week. Volunteers and residents who speak many languages take part. Children can play in the same space.\n\nA supporter can come along to the library or a shop, but for official matters we send you to the service point, where there is an interpreter.',
        instruction: 'Come without signing up. The library tells the time and languages. Tell us if you need interpreting or childcare.',
        charge: 'Free of charge.',
      },
      plain: {
        name: 'Kielikahvila',
        summary: 'Harjoittele suomea yhdessä muiden kanssa.',
        description:
          'Kahvilassa puhut suomea muiden kanssa. Voit tulla lapsen kanssa. Tapaat uusia ihmisiä.\n\nTukihenkilö auttaa arjen asioissa.',
        instruction: 'Tule ilman ilmoittautumista.',
        charge: 'Ei maksa.',
      },
    },
    terms: {
      fi: ['suomea harjoittelemaan', 'ystäviä uudessa maassa', 'puhun ukrainaa', 'maahanmuuttajien kerho'],
      sv: ['öva svenska', 'nya vänner', 'talar arabiska', 'möta människor'],
      en: ['practise Finnish', 'make friends', 'speak Ukrainian', 'newcomers’ club'],
    },
    channels: ['monikulttuuri-puhelin', 'digiapu-kirjasto'],
  },
];
