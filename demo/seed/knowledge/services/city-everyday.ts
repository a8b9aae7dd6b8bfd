import type { DemoService } from '../types.ts';

export const cityEveryday: DemoService[] = [
  {
    key: 'kirjasto',
    provider: 'mallila',
    charge: 'free',
    area: 'mallila',
    lifeEvents: ['KE4.2', 'KE5'],
    serviceClasses: ['P25.1'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Kirjasto ja kirjastokortti',
        summary: 'Lainaa kirjoja, lehtiä, pelejä ja musiikkia. Kirjastokortin saa maksutta, ja voit käyttää tietokonetta.',
        description:
          'Kirjastossa voit lukea, opiskella, tulostaa ja käyttää asiakastietokonetta. Kirjastoon pääsee pyörätuolilla, ja kotipalvelu tuo lainat kotiin, jos liikkuminen on vaikeaa.\n\nAamuisin ja iltaisin pääset sisään itse kirjastokortilla. Kirjastobussi käy kylillä kahden viikon välein.',
        instruction:
          'Hae kortti kirjastosta. Ota mukaan kuvallinen henkilöllisyystodistus. Alle 15-vuotias tarvitsee huoltajan suostumuksen. Jos kortti katoaa, ilmoita heti.',
        charge: 'Ensimmäinen kortti maksuton, kadonneen tilalle uusi 3 euroa. Tulostus 0,30 euroa sivu.',
      },
      sv: {
        name: 'Bibliotek och bibliotekskort',
        summary: 'Låna böcker, tidningar, spel och musik. Bibliotekskortet är avgiftsfritt och du kan använda datorn.',
        description:
          'På biblioteket kan du läsa, studera, skriva ut och använda kunddatorn. Man kommer in med rullstol, och lånen kan föras hem till den som har svårt att röra sig.\n\nDu kan komma in på egen hand med kortet på morgnar och kvällar. Bokbussen kommer till byarna varannan vecka.',
        instruction:
          'Skaffa kortet på biblioteket. Visa legitimation med bild. Den som är under 15 behöver vårdnadshavarens samtycke. Anmäl genast om kortet försvinner.',
        charge: 'Första kortet gratis, ett nytt i stället för ett borttappat 3 euro. Utskrift 0,30 euro per sida.',
      },
      en: {
        name: 'Library and library card',
        summary: 'Borrow books, magazines, games and music. A library card is free, and you can use a computer.',
        description:
          'At the library you can read, study, print and use a customer computer. The premises are wheelchair accessible, and a delivery service brings loans home to people with limited mobility.\n\nWith a card you can let yourself in early and late. The mobile library visits villages every two weeks.',
        instruction:
          'Get the card at the library. Show photo identification. Under 15 you need a guardian’s consent. Report a lost card at once.',
        charge: 'The first card is free, a replacement 3 euros. Printing 0.30 euros a page.',
      },
      plain: {
        name: 'Kirjasto',
        summary: 'Kirjastosta saat kirjoja lainaan. Kortti ei maksa.',
        description:
          'Kirjastossa voit lukea, opiskella ja käyttää tietokonetta. Voit myös tulostaa.\n\nJos et pääse kirjastoon, kirjat voidaan tuoda kotiin.',
        instruction: 'Hae kortti kirjastosta. Näytä henkilökortti tai passi.',
        charge: 'Kortti ei maksa. Uusi kortti maksaa 3 euroa.',
      },
    },
    terms: {
      fi: ['kirjastokortti', 'lainata kirjoja', 'tulostaa paperi', 'missä voi tulostaa', 'asiakastietokone', 'lukusali'],
      sv: ['bibliotekskort', 'låna böcker', 'skriva ut', 'kunddator', 'läsesal'],
      en: ['library card', 'borrow books', 'print a paper', 'public computer', 'reading room'],
    },
    channels: ['kirjasto-puhelin', 'kirjasto-verkko', 'kirjasto-mallila'],
  },
  {
    key: 'joukkoliikenne',
    provider: 'mallila',
    charge: 'charged',
    area: 'region',
    lifeEvents: ['KE4.2'],
    serviceClasses: ['P16.5'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Paikallisbussit ja matkakortti',
        summary: 'Kysy aikatauluista, lipuista ja matkakortista. Lapset, opiskelijat ja eläkeläiset saavat alennusta.',
        description:
          'Mallilan bussit kulkevat arkisin ja osin viikonloppuisin. Matkakortin voi ladata verkossa, kioskissa tai palvelupisteessä. Lipun voi ostaa myös puhelimella tai kuljettajalta.\n\nBussit ovat matalalattiaisia. Pyörätuolilla matkustava ei maksa omaa lippuaan, ja avustaja matkustaa maksutta.',
        instruction:
          'Ota alennusta varten mukaan opiskelijakortti tai eläkkeensaajan Kela-kortti. Ensimmäisen kortin saa palvelupisteestä. Kysy neuvoa myös reittimuutoksista.',
        charge: 'Kortti 4 euroa. Liput vyöhykkeen ja ikäryhmän mukaan.',
      },
      sv: {
        name: 'Lokalbussar och resekort',
        summary: 'Fråga om tidtabeller, biljetter och resekort. Barn, studerande och pensionärer får rabatt.',
        description:
          'Mallilas bussar går på vardagar och delvis på veckoslut. Resekortet laddas på nätet, i kiosken eller på servicepunkten. Biljett kan också köpas med telefonen eller av föraren.\n\nBussarna har lågt golv. Den som reser med rullstol betalar ingen egen biljett, och assistenten reser gratis.',
        instruction:
          'Ta med ett intyg för rabatt: studiekort eller FPA-kort för pensionärer. Första kortet får du på servicepunkten. Fråga också om ändringar i rutterna.',
        charge: 'Kort 4 euro. Biljetter enligt zon och åldersgrupp.',
      },
      en: {
        name: 'Local buses and travel card',
        summary: 'Ask about timetables, tickets and the travel card. Children, students and pensioners get a discount.',
        description:
          'Mallila’s buses run on weekdays and partly at weekends. A travel card is loaded online, at a kiosk or at the service point. You can also buy a ticket with your phone or from the driver.\n\nBuses have low floors. A passenger in a wheelchair pays no fare, and an assistant travels free.',
        instruction:
          'Bring proof for a discount: a student card, or a Kela card for a pensioner. The first card is given at the service point. Ask about changes to routes too.',
        charge: 'Card 4 euros. Tickets by zone and age group.',
      },
      plain: {
        name: 'Bussit',
        summary: 'Kysy busseista, lipuista ja matkakortista.',
        description:
          'Bussilla pääset kaupungissa. Matkakortille ladataan rahaa. Lapset, opiskelijat ja eläkeläiset maksavat vähemmän.\n\nPyörätuolilla pääset bussiin.',
        instruction: 'Hae matkakortti palvelupisteestä. Ota mukaan opiskelijakortti tai Kela-kortti, jos saat alennusta.',
        charge: 'Kortti maksaa 4 euroa.',
      },
    },
    terms: {
      fi: ['bussilippu', 'bussikortti', 'matkakortti', 'alennus bussiin', 'bussiaikataulut', 'alennuslippu'],
      sv: ['bussbiljett', 'busskort', 'resekort', 'busstidtabell', 'rabatt på buss'],
      en: ['bus ticket', 'bus card', 'bus times', 'travel pass', 'bus discount'],
    },
    channels: ['joukkoliikenne-puhelin', 'mallila-joukkoliikenne', 'piste-mallila'],
  },
  {
    key: 'neuvonta',
    provider: 'mallila',
    charge: 'free',
    area: 'mallila',
    lifeEvents: [],
    serviceClasses: ['P9.6', 'P9.4'],
    targetGroups: ['KR1', 'KR2'],
    texts: {
      fi: {
        name: 'Palveluneuvonta ja asiakaspäätteet',
        summary: 'Saat neuvoa kaikista julkisista palveluista: kehen otat yhteyttä, mitä papereita tarvitset ja miten pääset eteenpäin.',
        description:
          'Palvelupisteessä saat neuvoa verotuksesta, Kelan asioista, muutosta, työnhausta, terveyspalveluista ja kaupungin asioista. Neuvoja ohjaa oikeaan paikkaan, auttaa lomakkeissa ja sopii tarvittaessa ajan asiantuntijalle.\n\nAsiakaspäätteillä voit asioida itse. Neuvoja auttaa vierellä mutta ei kirjaudu puolestasi. Kaikki asiat ovat luottamuksellisia.',
        instruction:
          'Tule ilman ajanvarausta. Ota mukaan kirje tai paperi, josta kysyt, ja henkilökortti. Tulkki tai hiljainen huone järjestyy, kun sovit siitä etukäteen. Palvelubussi käy kylillä.',
        charge: 'Maksuton.',
      },
      sv: {
        name: 'Servicerådgivning och kunddatorer',
        summary: 'Vi ger råd i alla offentliga tjänster: vart du vänder dig, vilka papper som behövs, hur du går vidare.',
        description:
          'På servicepunkten ges råd om skatter, FPA, flytt, arbetssökning, hälsovård och stadens ärenden. Rådgivaren visar dig rätt, hjälper med blanketter och bokar vid behov en tid hos en sakkunnig.\n\nVid kunddatorerna kan du sköta ärenden själv. Rådgivaren hjälper bredvid men loggar inte in för dig. Allt är konfidentiellt.',
        instruction:
          'Kom utan tidsbokning. Ta med brevet eller papperet du undrar över och identitetskort. Tolk eller ett lugnt rum ordnas enligt överenskommelse. Bussen kommer till byarna.',
        charge: 'Avgiftsfritt.',
      },
      en: {
        name: 'Service advice and customer computers',
        summary: 'We advise on all public services: whom to contact, which papers you need, how to go on.',
        description:
          'At the service point you get advice on tax, Kela, moving, job seeking, health care and city matters. The advisor shows you to the right place, helps with forms and books a specialist if needed.\n\nYou can use the customer computers yourself. An advisor helps beside you but does not sign in for you. All is confidential.',
        instruction:
          'Come without an appointment. Bring the letter or paper you ask about and your identity card. An interpreter or a quiet room is arranged by appointment. The bus visits the villages.',
        charge: 'Free of charge.',
      },
      plain: {
        name: 'Neuvonta',
        summary: 'Palvelupisteessä saat neuvoa kaikista julkisista palveluista.',
        description:
          'Neuvoja auttaa sinua eteenpäin. Hän kertoo, mihin otat yhteyttä ja mitä papereita tarvitset.\n\nVoit käyttää tietokonetta. Neuvoja istuu vieressä ja auttaa.',
        instruction: 'Tule paikalle. Sinun ei tarvitse varata aikaa. Ota kirje ja henkilökortti mukaan.',
        charge: 'Ei maksa.',
      },
    },
    terms: {
      fi: ['en tiedä mihin ottaa yhteyttä', 'apua lomakkeen täyttämiseen', 'tietokone käyttöön', 'missä asioin', 'kuka auttaa'],
      sv: ['jag vet inte vart jag ska vända mig', 'hjälp att fylla i blankett', 'använda dator'],
      en: ['I do not know whom to ask', 'help filling in a form', 'use a computer', 'who can help me'],
    },
    channels: [
      'mallila-puhelin',
      'piste-mallila',
      'piste-kirkkoranta',
      'piste-suvanto',
      'piste-palvelubussi',
      'piste-kuvala',
      'pysakki-koivukyla',
      'pysakki-jarvenpera',
      'pysakki-hakala',
      'pysakki-lehtola',
    ],
  },
  {
    key: 'digituki',
    provider: 'mallila',
    charge: 'free',
    area: 'mallila',
    lifeEvents: [],
    serviceClasses: ['P9.4'],
    targetGroups: ['KR1', 'KR1.1'],
    texts: {
      fi: {
        name: 'Digituki',
        summary: 'Opit käyttämään puhelinta, tietokonetta ja verkkopalveluja. Teet itse, ja digitukija neuvoo vieressä.',
        description:
          'Digituki neuvoo sinua verkkopalveluissa: kirjautumisessa, lomakkeissa, tulostamisessa ja viesteissä. Tarvittaessa ohjaamme jatkoon toimijalle, joka voi olla kanssasi pidempään.\n\nDigitukija ei koskaan pyydä tunnuksiasi eikä käytä verkkopankkia puolestasi. Kesken jäänyttä asiaa voi jatkaa toisella kerralla.',
        instruction:
          'Tule pisteeseen, varaa aika tai soita. Ota mukaan oma puhelin tai tietokone, laturi ja tunnukset, jotka vain sinä tiedät. Kerro etukäteen, mitä haluat oppia.',
        charge: 'Maksuton.',
      },
      sv: {
        name: 'Digistöd',
        summary: 'Lär dig använda telefon, dator och e-tjänster. Du gör själv och digistödjaren visar bredvid.',
        description:
          'Digistödet hjälper dig med e-tjänster: inloggning, blanketter, utskrifter och meddelanden. Vid behov hänvisar vi dig till en aktör som kan vara med dig längre.\n\nEn digistödjare ber aldrig om dina koder och använder inte nätbanken för dig. Det som inte blev klart kan fortsätta en annan gång.',
        instruction:
          'Kom till punkten, boka tid eller ring. Ta med din telefon eller dator, laddare och koder som bara du känner. Berätta på förhand vad du vill lära dig.',
        charge: 'Avgiftsfritt.',
      },
      en: {
        name: 'Digital support',
        summary: 'Learn to use a phone, a computer and online services. You do it yourself, with a supporter beside you.',
        description:
          'Digital support helps you with online services: signing in, forms, printing and messages. If needed we refer you to someone who can spend longer with you.\n\nA supporter never asks for your codes and never uses your online bank. What is left unfinished can go on another time.',
        instruction:
          'Come to the point, book a time or call. Bring your own phone or computer, charger and codes only you know. Say beforehand what you want to learn.',
        charge: 'Free of charge.',
      },
      plain: {
        name: 'Digituki',
        summary: 'Saat apua puhelimen, tietokoneen ja netin käytössä.',
        description:
          'Digitukija istuu vieressäsi ja neuvoo. Sinä teet itse. Näin opit.\n\nÄlä kerro tunnuksiasi kenellekään. Digitukija ei kysy niitä.',
        instruction: 'Tule palvelupisteeseen tai soita. Ota puhelin mukaan.',
        charge: 'Ei maksa.',
      },
    },
    terms: {
      fi: ['en osaa nettiä', 'puhelin ei toimi', 'tietokoneapua', 'miten kirjaudun', 'tabletti', 'sähköposti ei toimi', 'vanhus ja netti'],
      sv: ['jag kan inte använda nätet', 'telefonen fungerar inte', 'hjälp med datorn', 'hur loggar jag in', 'surfplatta'],
      en: ['help with the internet', 'my phone does not work', 'computer help', 'how do I sign in', 'tablet', 'e-mail does not work'],
    },
    channels: ['digituki-puhelin', 'piste-mallila', 'piste-kirkkoranta', 'piste-palvelubussi', 'pysakki-koivukyla', 'pysakki-hakala'],
  },
];
