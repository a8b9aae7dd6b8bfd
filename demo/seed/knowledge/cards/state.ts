import type { DemoCard } from './types.ts';

export const stateCards: DemoCard[] = [
  {
    service: 'verokortti',
    adviceLevel: 'help-fill',
    forward: { unit: 'vero-2', phone: '019 000 3200' },
    bring: ['palkkalaskelma', 'henkilökortti'],
    texts: {
      fi: {
        bring: ['viimeisin palkka- tai eläkelaskelma', 'arvio loppuvuoden tuloista'],
        mayAnswer:
          'Näytä, missä tulot arvioidaan. Auta lukemaan palkkalaskelmaa. Kerro, että verokortin saa verkosta heti. Älä laske prosenttia äläkä arvioi vähennyksiä.',
        answers: [
          {
            title: 'Työnantaja pidättää 60 prosenttia',
            body: 'Näin käy, kun työnantajalla ei ole verokorttiasi. Tilaa verokortti verkosta tai puhelimesta ja anna se työnantajalle. Liikaa maksettu vero korjautuu seuraavissa palkoissa tai veropäätöksessä.',
          },
        ],
        forwardWhen: 'Asiakkaalla on ulkomaan tuloja, osinkoja tai vuokratuloja tai hän kysyy, mitä saa vähentää.',
      },
      sv: {
        bring: ['senaste löne- eller pensionsspecifikation', 'uppskattning av årets inkomster'],
        mayAnswer:
          'Visa var inkomsterna uppskattas. Hjälp att läsa lönespecifikationen. Säg att skattekortet fås genast på nätet. Räkna inte ut procenten och bedöm inte avdragen.',
        answers: [
          {
            title: 'Arbetsgivaren tar ut 60 procent',
            body: 'Så blir det när arbetsgivaren inte har ditt skattekort. Beställ kortet på nätet eller per telefon och ge det till arbetsgivaren. Det som tagits ut för mycket rättas i följande löner eller i beskattningsbeslutet.',
          },
        ],
        forwardWhen: 'Kunden har inkomster från utlandet, dividender eller hyror, eller frågar vad som får dras av.',
      },
      en: {
        bring: ['latest payslip or pension statement', 'estimate of income for the rest of the year'],
        mayAnswer:
          'Show where income is estimated. Help to read the payslip. Tell that the tax card comes online at once. Do not calculate the rate or assess deductions.',
        answers: [
          {
            title: 'My employer takes 60 per cent',
            body: 'That happens when your employer has no tax card of yours. Order one online or by phone and give it to your employer. Tax paid in excess is corrected in later pay or in the tax decision.',
          },
        ],
        forwardWhen: 'The customer has foreign income, dividends or rent, or asks what may be deducted.',
      },
    },
  },
  {
    service: 'veroilmoitus',
    adviceLevel: 'help-fill',
    forward: { unit: 'vero-2', phone: '019 000 3200' },
    bring: ['veroilmoitus', 'kuitit'],
    texts: {
      fi: {
        bring: ['esitäytetty veroilmoitus', 'kuitit ja laskut', 'tilinumero'],
        mayAnswer:
          'Kerro, että jos tiedot ovat oikein, mitään ei tarvitse tehdä. Näytä, missä kohdassa lisätään työmatkat tai kotitalousvähennys. Kerro määräpäivän merkityksestä.',
        answers: [
          {
            title: 'Milloin palautus tulee?',
            body: 'Palautus maksetaan veropäätöksessä mainittuna päivänä. Tarkista, että tilinumerosi on oikein palvelussa. Palautus maksetaan tilille.',
          },
        ],
        letters: [
          {
            name: 'Selvityspyyntö',
            meaning:
              'Verohallinto kysyy lisää jostakin ilmoituksen kohdasta. Vastaa kirjeessä olevaan päivään mennessä verkossa tai paperilla.',
          },
        ],
        forwardWhen: 'Asiakas ei hyväksy päätöstä, pyytää oikaisua tai kysyy, mitä saa vähentää.',
      },
      sv: {
        bring: ['förhandsifylld skattedeklaration', 'kvitton och räkningar', 'kontonummer'],
        mayAnswer:
          'Säg att inget behöver göras om uppgifterna stämmer. Visa var arbetsresor eller hushållsavdrag läggs till. Berätta vad sista dagen betyder.',
        answers: [
          {
            title: 'När kommer återbäringen?',
            body: 'Den betalas den dag som står i beskattningsbeslutet. Kontrollera att ditt kontonummer är rätt i tjänsten. Återbäringen betalas till kontot.',
          },
        ],
        letters: [
          {
            name: 'Begäran om utredning',
            meaning: 'Skatteförvaltningen frågar mer om någon punkt. Svara senast den dag som står i brevet, på nätet eller på papper.',
          },
        ],
        forwardWhen: 'Kunden godkänner inte beslutet, begär omprövning eller frågar vad som får dras av.',
      },
      en: {
        bring: ['pre-completed tax return', 'receipts and bills', 'bank account number'],
        mayAnswer:
          'Tell that nothing needs to be done if the details are right. Show where travel to work or the household expense credit is added. Explain the due date.',
        answers: [
          {
            title: 'When does my refund come?',
            body: 'The refund is paid on the day stated in the tax decision. Check that your account number is right in the service. The refund is paid to your account.',
          },
        ],
        letters: [
          {
            name: 'Request for information',
            meaning: 'The Tax Administration asks more about an item. Answer by the day in the letter, online or on paper.',
          },
        ],
        forwardWhen: 'The customer does not accept the decision, asks for an adjustment or asks what may be deducted.',
      },
    },
  },
  {
    service: 'passi',
    adviceLevel: 'inform',
    forward: { phone: '019 000 3300', hours: { fi: 'ma–pe klo 9–16', sv: 'må–fre kl. 9–16', en: 'Mon–Fri 9 am – 4 pm' } },
    bring: ['vanha passi', 'kuvatunnus'],
    texts: {
      fi: {
        bring: ['vanha passi tai henkilökortti', 'valokuvaamon antama kuvatunnus'],
        mayAnswer:
          'Kerro, miten aika varataan ja mitä käynnille tarvitaan. Auta verkkohakemuksen alkuun asiakkaan vierellä. Passia ei haeta palvelupisteestä eikä lomaketta täytetä puolesta.',
        answers: [
          {
            title: 'Matka on ensi viikolla ja passi on vanha',
            body: 'Hae heti pikapassia poliisin lupapalvelusta. Se maksaa enemmän kuin tavallinen. Tarkista myös kohdemaasi ohjeet: joissakin maissa riittää henkilökortti.',
          },
        ],
        forwardWhen: 'Alaikäisen passista puuttuu suostumus tai asiakas ei voi käydä toimipisteessä sairauden takia.',
      },
      sv: {
        bring: ['gammalt pass eller identitetskort', 'fotokoden från fotografen'],
        mayAnswer:
          'Berätta hur man bokar tid och vad som behövs. Hjälp att börja med ansökan bredvid kunden. Passet söks inte på servicepunkten och blanketten fylls inte i för kunden.',
        answers: [
          {
            title: 'Resan är nästa vecka och passet har gått ut',
            body: 'Fråga genast om snabbpass hos polisens tillståndsservice. Det kostar mer än ett vanligt. Kontrollera också landets anvisningar: i en del länder räcker identitetskort.',
          },
        ],
        forwardWhen: 'Det saknas samtycke för en minderårig, eller kunden kan inte besöka stället på grund av sjukdom.',
      },
      en: {
        bring: ['old passport or identity card', 'the photo code from the studio'],
        mayAnswer:
          'Tell how to book a time and what is needed. Help to begin the online application beside the customer. A passport is not applied for here and forms are not filled in for the customer.',
        answers: [
          {
            title: 'I travel next week and my passport has expired',
            body: 'Ask for an express passport at the police licence service at once. It costs more. Check also what your destination accepts: in some countries an identity card is enough.',
          },
        ],
        forwardWhen: 'Consent is missing for a minor, or the customer cannot visit because of illness.',
      },
    },
  },
  {
    service: 'rikosilmoitus',
    adviceLevel: 'inform',
    forward: { phone: '019 000 3310', hours: { fi: 'ma–pe klo 8–16', sv: 'må–fre kl. 8–16', en: 'Mon–Fri 8 am – 4 pm' } },
    bring: ['viestit ja kuvat', 'kuitit'],
    texts: {
      fi: {
        bring: ['viestit, kuvat ja tilitiedot asiasta', 'henkilöllisyystodistus'],
        mayAnswer:
          'Rauhoita ja kysy, onko nyt vaara: soita 112. Kerro, miten ilmoitus tehdään ja että todisteet säilytetään. Pankkitunnusten huijauksessa asiakas soittaa ensin pankkiin.',
        mayNot: 'Älä arvioi, onko teko rikos tai saako asiakas rahat takaisin. Älä lue asiakkaan viestejä pyytämättä.',
        answers: [
          {
            title: 'Annoin huijarille pankkitunnukseni',
            body: 'Soita heti pankkisi sulkupalveluun. Vaihda salasanasi. Tee sitten rikosilmoitus verkossa ja kerro, mihin tilille rahaa meni. Säilytä viestit.',
          },
        ],
        forwardWhen: 'Asia on kiireinen, uhri on lapsi, tai kyse on lähisuhdeväkivallasta.',
      },
      sv: {
        bring: ['meddelanden, bilder och kontouppgifter', 'identitetsbevis'],
        mayAnswer:
          'Lugna och fråga om det är fara nu: ring 112. Berätta hur anmälan görs och att bevis ska sparas. Vid bedrägeri med bankkoder ringer kunden först banken.',
        mayNot:
          'Bedöm inte om gärningen är ett brott eller om kunden får pengarna tillbaka. Läs inte kundens meddelanden utan att bli ombedd.',
        answers: [
          {
            title: 'Jag gav mina bankkoder till en bedragare',
            body: 'Ring genast bankens spärrtjänst. Byt lösenord. Gör sedan en brottsanmälan på nätet och uppge till vilket konto pengarna gick. Spara meddelandena.',
          },
        ],
        forwardWhen: 'Ärendet är brådskande, offret är ett barn eller det gäller våld i nära relationer.',
      },
      en: {
        bring: ['messages, pictures and account details', 'proof of identity'],
        mayAnswer:
          'Stay calm and ask whether there is danger now: call 112. Tell how a report is made and that evidence is kept. In banking fraud the customer calls their bank first.',
        mayNot: 'Do not judge whether it was an offence or whether money will be returned. Do not read the customer’s messages unasked.',
        answers: [
          {
            title: 'I gave my banking codes to a fraudster',
            body: 'Call your bank’s blocking service at once. Change your passwords. Then report the offence online and say which account the money went to. Keep the messages.',
          },
        ],
        forwardWhen: 'It is urgent, the victim is a child, or it concerns violence in a close relationship.',
      },
    },
  },
  {
    service: 'talous-ja-velkaneuvonta',
    adviceLevel: 'guide',
    forward: { phone: '019 000 3520', hours: { fi: 'ma–pe klo 9–11.30', sv: 'må–fre kl. 9–11.30', en: 'Mon–Fri 9–11.30 am' } },
    bring: ['laskut ja kirjeet', 'palkkakuitti'],
    texts: {
      fi: {
        bring: ['laskut ja perintäkirjeet, myös avaamattomat', 'tieto tuloista', 'vuokrasopimus'],
        mayAnswer:
          'Kuuntele rauhassa, älä arvostele. Varaa aika neuvontaan ja auta järjestämään paperit. Kerro, että neuvonta on ilmaista. Älä ehdota uutta lainaa äläkä lupaa ratkaisua.',
        answers: [
          {
            title: 'Saan perintäkirjeitä enkä pysty maksamaan',
            body: 'Älä jätä kirjeitä avaamatta. Voit pyytää perintätoimistolta maksuaikaa. Varaa samalla aika maksuttomaan velkaneuvontaan: autamme sinua järjestämään paperit.',
          },
        ],
        forwardWhen: 'Aina: varaa aika velkaneuvontaan. Jos asiakkaalla ei ole ruokaa, kerro ruoka-avusta ja toimeentulotuesta.',
      },
      sv: {
        bring: ['räkningar och indrivningsbrev, också oöppnade', 'uppgift om inkomster', 'hyresavtal'],
        mayAnswer:
          'Lyssna lugnt, klandra inte. Boka tid till rådgivningen och hjälp att ordna papperen. Säg att rådgivningen är gratis. Föreslå inget nytt lån och lova ingen lösning.',
        answers: [
          {
            title: 'Jag får indrivningsbrev och kan inte betala',
            body: 'Låt inte breven ligga oöppnade. Du kan be indrivningsbyrån om betalningstid. Boka samtidigt tid till avgiftsfri skuldrådgivning: vi hjälper dig att ordna papperen.',
          },
        ],
        forwardWhen: 'Alltid: boka tid till skuldrådgivningen. Om kunden saknar mat, berätta om mathjälp och utkomststöd.',
      },
      en: {
        bring: ['bills and collection letters, also unopened', 'details of income', 'rental agreement'],
        mayAnswer:
          'Listen calmly, do not blame. Book a counselling time and help to sort the papers. Say that the advice is free. Suggest no new loan and promise no solution.',
        answers: [
          {
            title: 'I get collection letters and cannot pay',
            body: 'Do not leave the letters unopened. You can ask the collection agency for time. Book free debt counselling at the same time: we help you to sort the papers.',
          },
        ],
        forwardWhen: 'Always: book debt counselling. If the customer has no food, tell about food aid and social assistance.',
      },
    },
  },
  {
    service: 'oleskelulupa',
    adviceLevel: 'authority-only',
    forward: { phone: '019 000 3400', hours: { fi: 'ma–pe klo 10–11', sv: 'må–fre kl. 10–11', en: 'Mon–Fri 10–11 am' } },
    bring: ['passi', 'nykyinen lupa'],
    texts: {
      fi: {
        bring: ['passi', 'nykyinen oleskelulupa', 'todistus perusteesta, kuten työsopimus'],
        mayAnswer:
          'Meillä ei ole sopimusta oleskeluluvista: näytä, mistä neuvonta ja ajanvaraus löytyvät. Auta lukemaan kirjettä ja varaa tulkki. Älä neuvo perusteissa.',
        answers: [
          {
            title: 'Lupani loppuu kuukauden päästä',
            body: 'Hae jatkolupaa ennen kuin lupasi loppuu. Hakemus tehdään verkossa ja sen jälkeen varataan aika. Autamme sinua löytämään oikean lomakkeen, mutta emme neuvo perusteissa.',
          },
        ],
        forwardWhen: 'Aina. Hätätilanteessa ohjaa myös oikeusapuun.',
      },
      sv: {
        bring: ['pass', 'nuvarande uppehållstillstånd', 'bevis på grunden, till exempel arbetsavtal'],
        mayAnswer:
          'Vi har inget avtal om uppehållstillstånd: visa var rådgivning och tidsbokning finns. Hjälp att läsa brevet och boka tolk. Ge inte råd om grunder.',
        answers: [
          {
            title: 'Mitt tillstånd går ut om en månad',
            body: 'Ansök om fortsatt tillstånd innan det går ut. Ansökan görs på nätet, sedan bokas en tid. Vi hjälper dig att hitta rätt blankett men ger inte råd om grunder.',
          },
        ],
        forwardWhen: 'Alltid. I en akut situation, hänvisa också till rättshjälpen.',
      },
      en: {
        bring: ['passport', 'present residence permit', 'proof of the ground, such as a work contract'],
        mayAnswer:
          'We have no agreement on residence permits: show where advice and bookings are found. Help to read the letter and book an interpreter. Give no advice on grounds.',
        answers: [
          {
            title: 'My permit expires in a month',
            body: 'Apply for an extended permit before it expires. The application is made online and then a time is booked. We help you to find the right form but do not advise on grounds.',
          },
        ],
        forwardWhen: 'Always. In an urgent situation refer to legal aid too.',
      },
    },
  },
];
