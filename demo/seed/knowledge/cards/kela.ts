import type { DemoCard } from './types.ts';

export const kelaCards: DemoCard[] = [
  {
    service: 'asumistuki',
    adviceLevel: 'receive',
    owner: 'kela',
    state: 'revised',
    forward: { unit: 'kela-2', phone: '019 000 4010' },
    bring: ['vuokrasopimus', 'palkkakuitti tai tieto tuloista', 'kuitti maksetusta vuokrasta'],
    texts: {
      fi: {
        bring: ['vuokrasopimus', 'tiedot kaikkien asukkaiden tuloista', 'kuitti viimeksi maksetusta vuokrasta'],
        mayAnswer:
          'Kerro, mikä tuki sopii kenelle: opiskelijalle yleensä opintotuen asumislisä, eläkkeensaajalle oma tuki, muille yleinen asumistuki. Neuvo hakemisessa, ota vastaan hakemus ja liitteet, anna kuitti. Kerro, että muutoksista pitää ilmoittaa.',
        answers: [
          {
            title: 'Milloin saan päätöksen?',
            body: 'Kela käsittelee hakemuksesi. Näet sen vaiheen verkossa tai voit soittaa Kelan asumisen puhelinpalveluun. Hae heti: tukea voi saada enintään kuukauden taannehtivasti.',
          },
          {
            title: 'Muutan uuteen asuntoon',
            body: 'Tee muuttoilmoitus ja kerro muutosta myös Kelalle. Uudesta asunnosta tehdään uusi hakemus. Liitä uusi vuokrasopimus mukaan.',
          },
        ],
        letters: [
          {
            name: 'Tarkistuspäätös',
            meaning:
              'Tuen määrä on laskettu uudelleen, koska tiedot ovat muuttuneet tai vuosi on kulunut. Jos summat ovat väärin, ilmoita siitä Kelalle.',
          },
          {
            name: 'Lisäselvityspyyntö',
            meaning: 'Kela tarvitsee vielä jonkin paperin ennen päätöstä. Kirjeessä lukee, mikä se on ja mihin mennessä se lähetetään.',
          },
        ],
        forwardWhen: 'Asiakas on saanut takaisinperintäpäätöksen, ruokakunnasta on epäselvyyttä tai asunto on menossa vuokrarästin takia.',
      },
      sv: {
        bring: ['hyresavtal', 'uppgifter om allas inkomster i bostaden', 'kvitto på senast betalda hyra'],
        mayAnswer:
          'Berätta vilket stöd som passar vem: för studerande i regel studiestödets bostadstillägg, för pensionstagare ett eget bidrag, för andra allmänt bostadsbidrag. Hjälp till att ansöka, ta emot ansökan och bilagor, ge kvitto. Säg att ändringar ska anmälas.',
        answers: [
          {
            title: 'När får jag beslut?',
            body: 'FPA behandlar din ansökan. Du ser hur den framskrider på nätet eller kan ringa FPA:s telefontjänst för boende. Ansök genast: bidraget kan betalas högst en månad retroaktivt.',
          },
          {
            title: 'Jag flyttar till en ny bostad',
            body: 'Gör en flyttanmälan och berätta om flytten också för FPA. För den nya bostaden görs en ny ansökan. Bifoga det nya hyresavtalet.',
          },
        ],
        letters: [
          {
            name: 'Justeringsbeslut',
            meaning: 'Bidraget har räknats om för att uppgifterna har ändrats eller ett år har gått. Om beloppen är fel, meddela FPA.',
          },
          {
            name: 'Begäran om tilläggsutredning',
            meaning: 'FPA behöver ännu ett papper före beslutet. I brevet står vilket och när det senast ska skickas.',
          },
        ],
        forwardWhen:
          'Kunden har fått ett återkravsbeslut, det är oklart vilka som hör till hushållet eller bostaden hotas på grund av hyresskuld.',
      },
      en: {
        bring: ['rental agreement', 'details of income of everyone in the home', 'receipt of the latest rent paid'],
        mayAnswer:
          'Tell which support suits whom: usually the housing supplement for students, an allowance of their own for pensioners, general housing allowance for others. Help to apply, take in the application and attachments, give a receipt. Say that changes must be reported.',
        answers: [
          {
            title: 'When do I get a decision?',
            body: 'Kela processes your application. You can follow it online or call Kela’s housing line. Apply at once: the allowance can be paid for at most one month back.',
          },
          {
            title: 'I am moving to a new home',
            body: 'Make a notification of move and tell Kela as well. A new application is made for the new home. Attach the new rental agreement.',
          },
        ],
        letters: [
          {
            name: 'Review decision',
            meaning:
              'The allowance has been worked out anew because details changed or a year has passed. If the sums are wrong, tell Kela.',
          },
          {
            name: 'Request for more details',
            meaning: 'Kela needs one more paper before the decision. The letter says which one and by when.',
          },
        ],
        forwardWhen:
          'The customer has a recovery decision, it is unclear who belongs to the household, or the home is at risk because of unpaid rent.',
      },
    },
  },
  {
    service: 'toimeentulotuki',
    adviceLevel: 'receive',
    forward: { unit: 'kela-2', phone: '019 000 4020' },
    bring: ['tiliote', 'vuokrasopimus', 'laskut, joita et ole maksanut'],
    texts: {
      fi: {
        bring: ['tiliotteet kaikista tileistä', 'vuokrasopimus', 'maksamattomat laskut', 'tieto tuloista'],
        mayAnswer:
          'Kerro, että ensin haetaan muut etuudet. Neuvo liitteissä ja ota hakemus vastaan. Jos asiakkaalla ei ole rahaa ruokaan tai lääkkeisiin, merkitse hakemukseen kiire ja kerro ruoka-avusta.',
        answers: [
          {
            title: 'Minulla ei ole rahaa ruokaan',
            body: 'Kerro hakemuksessa, että asialla on kiire: Kela käsittelee sen silloin nopeammin. Ruoka-apua saat torstaisin Yhteisen Pöydän tilasta, Satamakatu 11, ilman ajanvarausta.',
          },
        ],
        letters: [
          {
            name: 'Lisäselvityspyyntö toimeentulotuesta',
            meaning: 'Kela tarvitsee vielä jonkin paperin. Lähetä se kirjeessä olevaan päivään mennessä, muuten päätös tehdään ilman sitä.',
          },
        ],
        forwardWhen: 'Asiakkaalla ei ole mitään rahaa tänään, hän pelkää häätöä tai hakemus on viipynyt yli seitsemän arkipäivää.',
      },
      sv: {
        bring: ['kontoutdrag för alla konton', 'hyresavtal', 'obetalda räkningar', 'uppgift om inkomster'],
        mayAnswer:
          'Säg att andra förmåner söks först. Hjälp med bilagorna och ta emot ansökan. Om kunden inte har pengar till mat eller mediciner, märk ansökan som brådskande och berätta om mathjälpen.',
        answers: [
          {
            title: 'Jag har inga pengar till mat',
            body: 'Skriv i ansökan att det är bråttom: då behandlar FPA den snabbare. Mathjälp får du på torsdagar i Yhteinen Pöytäs lokal, Hamngatan 11, utan tidsbokning.',
          },
        ],
        letters: [
          {
            name: 'Begäran om tilläggsutredning om utkomststöd',
            meaning: 'FPA behöver ännu ett papper. Skicka det senast den dag som står i brevet, annars fattas beslutet utan det.',
          },
        ],
        forwardWhen: 'Kunden har inga pengar alls i dag, är rädd för vräkning eller ansökan har dröjt över sju vardagar.',
      },
      en: {
        bring: ['bank statements of all accounts', 'rental agreement', 'unpaid bills', 'details of income'],
        mayAnswer:
          'Tell that other benefits are applied for first. Help with attachments and take in the application. If the customer has no money for food or medicine, mark it urgent and tell about food aid.',
        answers: [
          {
            title: 'I have no money for food',
            body: 'Write in the application that it is urgent: Kela then processes it faster. Food aid is given on Thursdays at the Shared Table, Satamakatu 11, without an appointment.',
          },
        ],
        letters: [
          {
            name: 'Request for details on social assistance',
            meaning: 'Kela needs one more paper. Send it by the day in the letter, or the decision is made without it.',
          },
        ],
        forwardWhen: 'The customer has no money at all today, fears eviction, or the application has taken over seven working days.',
      },
    },
  },
  {
    service: 'tyottomyysetuus',
    adviceLevel: 'receive',
    forward: { unit: 'kela-2', phone: '019 000 4030' },
    bring: ['todistus, että työ on loppunut', 'palkkakuitit'],
    texts: {
      fi: {
        bring: ['työtodistus tai irtisanomisilmoitus', 'viimeiset palkkakuitit'],
        mayAnswer:
          'Kerro kaksi vaihetta: ensin työnhakijaksi, sitten etuus. Kysy, kuuluuko asiakas työttömyyskassaan. Jos kuuluu, ohjaa kassaan. Kerro, että tehty työ ilmoitetaan aina.',
        answers: [
          {
            title: 'Mistä saan rahaa, kun työ loppui?',
            body: 'Ilmoittaudu ensin työnhakijaksi jo ensimmäisenä työttömänä päivänä. Jos kuulut työttömyyskassaan, hae päivärahaa kassasta. Jos et kuulu, hae työttömyysetuutta Kelasta.',
          },
        ],
        forwardWhen: 'Etuus on katkennut, asiakas on saanut karenssin tai hänellä on tuloja yrityksestä.',
      },
      sv: {
        bring: ['arbetsintyg eller uppsägning', 'de senaste lönespecifikationerna'],
        mayAnswer:
          'Berätta om de två stegen: först arbetssökande, sedan förmånen. Fråga om kunden hör till en arbetslöshetskassa och hänvisa i så fall dit. Säg att allt arbete alltid anmäls.',
        answers: [
          {
            title: 'Var får jag pengar när jobbet tog slut?',
            body: 'Anmäl dig som arbetssökande redan första arbetslösa dagen. Om du hör till en arbetslöshetskassa, sök dagpenning där. Annars söker du arbetslöshetsförmån hos FPA.',
          },
        ],
        forwardWhen: 'Förmånen har avbrutits, kunden har fått karens eller har inkomster av företag.',
      },
      en: {
        bring: ['work certificate or notice of dismissal', 'latest payslips'],
        mayAnswer:
          'Explain the two steps: first jobseeker, then the benefit. Ask whether the customer belongs to an unemployment fund and if so direct them there. Say that all work done is always reported.',
        answers: [
          {
            title: 'Where do I get money now that my job ended?',
            body: 'Register as a jobseeker on your first day without work. If you belong to an unemployment fund, apply there. If not, apply to Kela for unemployment benefit.',
          },
        ],
        forwardWhen: 'The benefit has stopped, the customer has a waiting period or has income from a business.',
      },
    },
  },
  {
    service: 'opintotuki',
    adviceLevel: 'receive',
    state: 'stale',
    forward: { unit: 'kela-2', phone: '019 000 4040' },
    bring: ['tieto opiskelupaikasta', 'vuokrasopimus'],
    texts: {
      fi: {
        bring: ['tieto opiskelupaikasta', 'vuokrasopimus, jos asut vuokralla'],
        mayAnswer:
          'Kerro, mitä opintotukeen kuuluu ja että laina haetaan pankista. Kerro tulorajoista ja tukikuukausien perumisesta. Ota vastaan liitteitä.',
        answers: [
          {
            title: 'Tienasin liikaa. Mitä teen?',
            body: 'Voit perua tai palauttaa tukikuukausia vapaaehtoisesti seuraavan kevään aikana. Tarkista päivä ja summat Kelan palvelusta. Vapaaehtoinen palautus tulee halvemmaksi kuin takaisinperintä.',
          },
        ],
        forwardWhen: 'Asiakas on saanut takaisinperinnän tai opinnot eivät ole edenneet ja hän haluaa kertoa syyn.',
      },
      sv: {
        bring: ['uppgift om studieplatsen', 'hyresavtal om du bor på hyra'],
        mayAnswer:
          'Berätta vad studiestödet består av och att lånet söks i banken. Berätta om inkomstgränser och avbokning av stödmånader. Ta emot bilagor.',
        answers: [
          {
            title: 'Jag tjänade för mycket. Vad gör jag?',
            body: 'Du kan frivilligt avboka eller betala tillbaka stödmånader under följande vår. Kontrollera dag och belopp i FPA:s tjänst. Det blir billigare än ett återkrav.',
          },
        ],
        forwardWhen: 'Kunden har fått ett återkrav, eller studierna har inte framskridit och hen vill berätta varför.',
      },
      en: {
        bring: ['details of the study place', 'rental agreement if you rent'],
        mayAnswer:
          'Tell what student aid consists of and that the loan is taken from a bank. Tell about income limits and cancelling aid months. Take in attachments.',
        answers: [
          {
            title: 'I earned too much. What do I do?',
            body: 'You can cancel or pay back aid months voluntarily during the following spring. Check the day and sums in Kela’s service. It costs less than recovery.',
          },
        ],
        forwardWhen: 'The customer has a recovery decision, or studies have not progressed and they wish to explain why.',
      },
    },
  },
];
