import type { DemoCard } from './types.ts';

const cityHours = { fi: 'ma–pe klo 9–15', sv: 'må–fre kl. 9–15', en: 'Mon–Fri 9 am – 3 pm' };

export const cityCards: DemoCard[] = [
  {
    service: 'varhaiskasvatus',
    adviceLevel: 'receive',
    forward: { unit: 'mallila-neuvonta', phone: '019 000 1140', hours: cityHours },
    bring: ['henkilökortti', 'tieto tuloista'],
    texts: {
      fi: {
        bring: ['huoltajan henkilöllisyystodistus', 'perheen tulotiedot', 'tieto työstä tai opinnoista, jos aloitus on kiireinen'],
        mayAnswer:
          'Kerro hakuajoista ja siitä, mistä paikka voi löytyä. Opasta verkossa tai ota paperihakemus vastaan. Älä lupaa tiettyä päiväkotia äläkä laske maksua.',
        answers: [
          {
            title: 'Sain töitä, ja lapsi tarvitsee paikan heti',
            body: 'Jätä hakemus tänään ja liitä todistus työn tai opintojen alkamisesta. Kaupunki järjestää paikan kahdessa viikossa. Paikka voi olla ensin muualla kuin toiveessasi.',
          },
          {
            title: 'Paljonko päiväkoti maksaa?',
            body: 'Maksuun vaikuttavat perheen koko, tulot ja hoitoaika. Saat maksusta päätöksen, kun paikka on myönnetty. Pienituloisilta perheiltä maksua ei peritä.',
          },
        ],
        forwardWhen: 'Lapsi tarvitsee paljon tukea, perhe on kriisissä tai vanhemmat ovat eri mieltä paikasta.',
      },
      sv: {
        bring: [
          'vårdnadshavarens identitetsbevis',
          'familjens inkomstuppgifter',
          'uppgift om arbete eller studier om starten är brådskande',
        ],
        mayAnswer:
          'Berätta om ansökningstiderna och var plats kan finnas. Handled på nätet eller ta emot pappersansökan. Lova inte ett visst daghem och räkna inte ut avgiften.',
        answers: [
          {
            title: 'Jag fick jobb och barnet behöver plats genast',
            body: 'Lämna ansökan i dag och bifoga bevis på att arbetet eller studierna börjar. Staden ordnar plats inom två veckor. Platsen kan först vara någon annanstans än du önskat.',
          },
          {
            title: 'Vad kostar daghemmet?',
            body: 'Avgiften påverkas av familjens storlek, inkomster och vårdtiden. Du får ett beslut om avgiften när platsen har beviljats. Av familjer med små inkomster tas ingen avgift.',
          },
        ],
        forwardWhen: 'Barnet behöver mycket stöd, familjen är i kris eller föräldrarna är oeniga om platsen.',
      },
      en: {
        bring: ['guardian’s proof of identity', 'the family’s income details', 'proof of work or studies if the start is urgent'],
        mayAnswer:
          'Tell about application times and where a place may be found. Guide online or take in a paper application. Do not promise a certain centre or calculate the fee.',
        answers: [
          {
            title: 'I got a job and my child needs a place now',
            body: 'Leave the application today and attach proof that work or studies begin. The city arranges a place within two weeks. At first it may be elsewhere than you wished.',
          },
          {
            title: 'What does day care cost?',
            body: 'Family size, income and hours of care affect the fee. You get a decision on it once a place has been granted. Families with a small income pay nothing.',
          },
        ],
        forwardWhen: 'The child needs a lot of support, the family is in crisis or the parents disagree about the place.',
      },
    },
  },
  {
    service: 'asukaspysakointi',
    adviceLevel: 'receive',
    forward: { unit: 'mallila-neuvonta', phone: '019 000 1000', hours: cityHours },
    bring: ['auton rekisterinumero', 'henkilökortti'],
    texts: {
      fi: {
        bring: ['auton rekisterinumero', 'todistus käyttöoikeudesta, jos auto ei ole oma'],
        mayAnswer:
          'Kerro hinta ja alue. Ota paperihakemus vastaan tai opasta verkossa. Asiakas maksaa verkossa tai laskulla, ei palvelupisteessä.',
        answers: [
          {
            title: 'Vaihdoin autoa. Mitä teen?',
            body: 'Ilmoita uusi rekisterinumero verkossa tai neuvonnassa. Tunnus siirtyy uudelle autolle saman tien, eikä se maksa erikseen.',
          },
        ],
        forwardWhen: 'Asiakas asuu alueen rajalla tai kysyy pysäköintivirhemaksusta.',
      },
      sv: {
        bring: ['bilens registernummer', 'intyg om nyttjanderätt om bilen inte är din egen'],
        mayAnswer:
          'Berätta pris och område. Ta emot pappersansökan eller handled på nätet. Kunden betalar på nätet eller med faktura, inte på servicepunkten.',
        answers: [
          {
            title: 'Jag bytte bil. Vad gör jag?',
            body: 'Meddela det nya registernumret på nätet eller i rådgivningen. Tillståndet flyttas genast till den nya bilen och kostar inget extra.',
          },
        ],
        forwardWhen: 'Kunden bor vid områdets gräns eller frågar om en felparkeringsavgift.',
      },
      en: {
        bring: ['the car’s registration number', 'proof of right of use if the car is not your own'],
        mayAnswer:
          'Tell the price and the zone. Take in a paper application or guide online. The customer pays online or by invoice, not at the service point.',
        answers: [
          {
            title: 'I changed my car. What do I do?',
            body: 'Give the new registration number online or at the advice desk. The permit moves to the new car at once at no extra cost.',
          },
        ],
        forwardWhen: 'The customer lives at the edge of the zone or asks about a parking fine.',
      },
    },
  },
  {
    service: 'katuviat',
    adviceLevel: 'receive',
    forward: {
      unit: 'mallila-neuvonta',
      phone: '019 000 1199',
      hours: { fi: 'ympäri vuorokauden', sv: 'dygnet runt', en: 'day and night' },
    },
    bring: ['paikan osoite'],
    texts: {
      fi: {
        bring: ['paikka mahdollisimman tarkasti', 'kuva, jos sellainen on'],
        mayAnswer:
          'Kysy paikka, lähin osoite ja onko vika vaarallinen. Vaarallisesta soitetaan heti vikapäivystykseen. Tee muu ilmoitus asiakkaan puolesta kartalle ja kerro, kuinka vastauksen saa.',
        answers: [
          {
            title: 'Kotikadun valot ovat pimeinä',
            body: 'Kiitos ilmoituksesta. Kirjasimme paikan, ja kunnossapito korjaa valot lähipäivinä. Jos jätit yhteystietosi, saat tiedon, kun työ on tehty.',
          },
        ],
        digital: 'Vikailmoitukseen ei tarvita tunnuksia. Voit tehdä ilmoituksen asiakkaan kanssa samalla näytöllä.',
        forwardWhen: 'Vika on vaarallinen, se on valtion maantiellä tai asiakas vaatii korvausta.',
      },
      sv: {
        bring: ['platsen så noga som möjligt', 'en bild, om det finns'],
        mayAnswer:
          'Fråga platsen, närmaste adress och om felet är farligt. Vid fara rings feljouren genast. Gör annars anmälan på kartan för kunden och berätta hur svaret kommer.',
        answers: [
          {
            title: 'Gatljusen på min hemgata är släckta',
            body: 'Tack för din anmälan. Vi har antecknat platsen, och underhållet reparerar ljusen inom de närmaste dagarna. Om du lämnade kontaktuppgifter får du veta när arbetet är gjort.',
          },
        ],
        digital: 'Felanmälan kräver inga koder. Du kan göra anmälan tillsammans med kunden vid samma skärm.',
        forwardWhen: 'Felet är farligt, det är på en statlig landsväg eller kunden kräver ersättning.',
      },
      en: {
        bring: ['the place as exactly as possible', 'a picture, if there is one'],
        mayAnswer:
          'Ask the place, nearest address and whether the fault is dangerous. Call the fault line at once for danger. Otherwise put the report on the map for the customer and tell how the answer comes.',
        answers: [
          {
            title: 'The lights on my street are out',
            body: 'Thank you for telling us. We have noted the place, and maintenance repairs the lights in the next few days. If you left contact details, you hear when the work is done.',
          },
        ],
        digital: 'A fault report needs no codes. You can make it with the customer at the same screen.',
        forwardWhen: 'The fault is dangerous, it is on a state highway or the customer claims compensation.',
      },
    },
  },
  {
    service: 'digituki',
    adviceLevel: 'receive',
    forward: { unit: 'digituki', phone: '019 000 1180', hours: { fi: 'ma–pe klo 9–16', sv: 'må–fre kl. 9–16', en: 'Mon–Fri 9 am – 4 pm' } },
    bring: ['oma puhelin tai tietokone', 'laturi'],
    texts: {
      fi: {
        bring: ['oma laite ja laturi', 'tunnukset, jotka vain sinä tiedät'],
        mayAnswer:
          'Kysy, mitä asiakas haluaa saada tehtyä, ja anna hänen tehdä itse. Jos opastus vie kauan tai laite on vieras, varaa aika digitukeen tai ohjaa vapaaehtoisille.',
        mayNot: 'Älä koske tunnuksiin, älä kirjaudu puolesta äläkä ota laitetta käteesi ilman lupaa. Älä asenna ohjelmia.',
        digital: 'Käännä näyttö asiakkaaseen päin, kun hän syöttää tunnuksia. Tyhjennä asiakaspääte käytön jälkeen.',
        answers: [
          {
            title: 'En muista tunnustani',
            body: 'Salasanan palauttaa palvelu, johon kirjaudut. Pankkitunnuksissa auttaa vain oma pankkisi. Tule palvelupisteeseen, niin katsotaan yhdessä, mistä palautus tehdään.',
          },
        ],
        forwardWhen: 'Asiakas hyötyisi pidemmästä opastuksesta, laite on luultavasti rikki tai kyse on pankin tunnuksista.',
      },
      sv: {
        bring: ['egen enhet och laddare', 'koder som bara du känner'],
        mayAnswer:
          'Fråga vad kunden vill få gjort och låt hen göra själv. Om handledningen tar länge eller enheten är främmande, boka tid till digistödet eller hänvisa till de frivilliga.',
        mayNot: 'Rör inte koderna, logga inte in för kunden och ta inte enheten i handen utan lov. Installera inga program.',
        digital: 'Vänd skärmen mot kunden när hen matar in koder. Töm kunddatorn efter användningen.',
        answers: [
          {
            title: 'Jag minns inte min kod',
            body: 'Lösenordet återställs i tjänsten som du loggar in i. Med bankkoder kan bara din egen bank hjälpa. Kom till servicepunkten så ser vi tillsammans var återställningen görs.',
          },
        ],
        forwardWhen: 'Kunden har nytta av längre handledning, enheten är sannolikt trasig eller det gäller bankens koder.',
      },
      en: {
        bring: ['your own device and charger', 'codes that only you know'],
        mayAnswer:
          'Ask what the customer wants to get done and let them do it. If it takes long or the device is new to them, book digital support or refer to the volunteers.',
        mayNot:
          'Do not touch codes, do not sign in for the customer and do not take the device in your hand without leave. Install nothing.',
        digital: 'Turn the screen to the customer when they enter codes. Clear the customer computer after use.',
        answers: [
          {
            title: 'I do not remember my password',
            body: 'A password is reset in the service you sign in to. With banking codes only your own bank can help. Come to the service point and we look together where to reset it.',
          },
        ],
        forwardWhen: 'The customer would benefit from longer guidance, the device is probably faulty or it is about banking codes.',
      },
    },
  },
  {
    service: 'ulosotto',
    adviceLevel: 'authority-only',
    state: 'draft',
    forward: { phone: '019 000 3600', hours: cityHours },
    bring: ['kirje'],
    texts: {
      fi: {
        bring: ['kirje, jossa on asianumero'],
        mayAnswer:
          'Meillä ei ole sopimusta ulosottoasioista: auta lukemaan kirjettä ja löytämään oikea puhelinnumero. Kerro velkaneuvonnasta.',
        answers: [
          {
            title: 'Sain kirjeen velasta',
            body: 'Lue kirjeestä asianumero ja viimeinen päivä. Jos et pysty maksamaan, soita kirjeessä olevaan numeroon ennen sitä päivää. Velkaneuvonta auttaa sinua maksutta.',
          },
        ],
        letters: [
          {
            name: 'Maksukehotus',
            meaning:
              'Velka on ulosotossa, ja sen voi maksaa itse ennen kirjeessä olevaa päivää. Sen jälkeen palkasta tai etuudesta voidaan ottaa osa.',
          },
        ],
        forwardWhen: 'Aina. Häätöuhassa ota heti yhteyttä myös sosiaalityöhön.',
      },
      sv: {
        bring: ['brevet där ärendenumret står'],
        mayAnswer: 'Vi har inget avtal om utsökning: hjälp att läsa brevet och hitta rätt telefonnummer. Berätta om skuldrådgivningen.',
        answers: [
          {
            title: 'Jag fick ett brev om en skuld',
            body: 'Läs ärendenumret och sista dagen i brevet. Om du inte kan betala, ring numret i brevet före den dagen. Skuldrådgivningen hjälper dig avgiftsfritt.',
          },
        ],
        letters: [
          {
            name: 'Betalningsuppmaning',
            meaning: 'Skulden är i utsökning och kan betalas före dagen i brevet. Därefter kan en del tas av lön eller förmån.',
          },
        ],
        forwardWhen: 'Alltid. Vid hot om vräkning, kontakta genast också socialarbetet.',
      },
      en: {
        bring: ['the letter with the case number'],
        mayAnswer: 'We have no agreement on enforcement: help to read the letter and find the right number. Tell about debt counselling.',
        answers: [
          {
            title: 'I got a letter about a debt',
            body: 'Read the case number and the last day in the letter. If you cannot pay, call the number in the letter before that day. Debt counselling helps you free of charge.',
          },
        ],
        letters: [
          {
            name: 'Demand for payment',
            meaning:
              'The debt is in enforcement and can be paid before the day in the letter. After that part of pay or a benefit can be taken.',
          },
        ],
        forwardWhen: 'Always. If eviction threatens, contact social work at once too.',
      },
    },
  },
];
