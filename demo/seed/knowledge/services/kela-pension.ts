import type { DemoService } from '../types.ts';

export const pensionBenefits: DemoService[] = [
  {
    key: 'kansanelake',
    provider: 'kela',
    charge: 'free',
    lifeEvents: ['KE10'],
    serviceClasses: ['P13.1'],
    targetGroups: ['KR1', 'KR1.1'],
    texts: {
      fi: {
        name: 'Vanhuuseläke: kansaneläke ja työeläke',
        summary: 'Hae vanhuuseläkettä, kun aiot jäädä eläkkeelle. Kansaneläke täydentää pientä työeläkettä.',
        description:
          'Eläkettä ei makseta ilman hakemusta. Työeläkettä haet omasta työeläkelaitoksestasi ja kansaneläkettä Kelasta: yhdellä hakemuksella voi hakea molempia.\n\nEläkeikä riippuu syntymävuodestasi. Kansaneläkkeeseen vaikuttavat työeläkkeesi suuruus, parisuhde ja se, kuinka kauan olet asunut Suomessa.',
        instruction:
          'Tarkista työeläkeotteesta, että työsi näkyvät oikein. Hae eläkettä ennen kuin jäät pois työstä. Ilmoita myös ulkomailla tehdystä työstä. Tilaa eläkkeelle uusi verokortti.',
        eligibility: 'Eläkeiän saavuttanut, Suomessa vähintään kolme vuotta asunut henkilö.',
        charge: 'Maksuton.',
        deadline: 'Hae noin 1–2 kuukautta ennen kuin haluat eläkkeen alkavan.',
      },
      sv: {
        name: 'Ålderspension: folkpension och arbetspension',
        summary: 'Ansök om ålderspension när du tänker gå i pension. Folkpensionen kompletterar en liten arbetspension.',
        description:
          'Pension betalas inte utan ansökan. Arbetspension söker du hos din arbetspensionsanstalt och folkpension hos FPA: med en ansökan kan båda sökas.\n\nPensionsåldern beror på ditt födelseår. Folkpensionen påverkas av arbetspensionens storlek, parförhållande och hur länge du har bott i Finland.',
        instruction:
          'Kontrollera på arbetspensionsutdraget att dina arbeten finns rätt. Ansök innan du slutar arbeta. Uppge också arbete utomlands. Beställ ett nytt skattekort för pensionen.',
        eligibility: 'Den som har uppnått pensionsåldern och bott i Finland minst tre år.',
        charge: 'Avgiftsfritt.',
        deadline: 'Ansök cirka 1–2 månader innan du vill att pensionen börjar.',
      },
      en: {
        name: 'Old-age pension: national and earnings-related',
        summary: 'Apply for old-age pension when you plan to retire. The national pension tops up a small earnings-related one.',
        description:
          'No pension is paid without an application. You apply to your pension insurance company for the earnings-related pension and to Kela for the national pension: one application can cover both.\n\nRetirement age depends on your year of birth. The national pension is affected by your earnings-related pension, living with a partner and how long you have lived in Finland.',
        instruction:
          'Check from your pension record that your work is shown correctly. Apply before you stop working. Tell of work done abroad too. Order a new tax card for the pension.',
        eligibility: 'A person of retirement age who has lived in Finland for at least three years.',
        charge: 'Free of charge.',
        deadline: 'Apply about 1–2 months before you want the pension to start.',
      },
      plain: {
        name: 'Vanhuuseläke',
        summary: 'Kun jäät eläkkeelle, sinun pitää itse hakea eläkettä.',
        description:
          'Saat työeläkettä, jos olet ollut töissä. Jos työeläke on pieni, voit saada myös kansaneläkettä Kelasta.\n\nEläkeikä on erilainen eri vuosina syntyneille.',
        instruction: 'Tee hakemus netissä tai paperilla 1–2 kuukautta ennen eläkettä. Hae myös uusi verokortti.',
        charge: 'Hakeminen ei maksa.',
        eligibility: 'Ihminen, joka on tarpeeksi vanha ja on asunut Suomessa ainakin 3 vuotta.',
        deadline: 'Hae 1–2 kuukautta ennen eläkettä.',
      },
    },
    terms: {
      fi: ['jään eläkkeelle', 'eläkepäivät', 'eläkeikä', 'milloin pääsen eläkkeelle', 'kansaneläkehakemus'],
      sv: ['gå i pension', 'pensionsålder', 'när får jag pension', 'pensionär'],
      en: ['retire', 'retirement age', 'when can I retire', 'state pension'],
    },
    channels: ['kela-asiointi', 'kela-elake-puhelin', 'kela-elakelomake', 'piste-mallila', 'kela-palvelupiste'],
  },
  {
    key: 'takuuelake',
    provider: 'kela',
    charge: 'free',
    lifeEvents: ['KE10'],
    serviceClasses: ['P13.1', 'P13.5'],
    targetGroups: ['KR1', 'KR1.1'],
    texts: {
      fi: {
        name: 'Takuueläke',
        summary: 'Takuueläke turvaa vähimmäiseläkkeen, jos kaikki eläkkeesi yhteensä ovat pieniä.',
        description:
          'Takuueläkettä voi saada, kun eläketulosi ovat lain rajan alapuolella. Omaisuus ja palkkatulot eivät pienennä sitä, mutta kaikki eläkkeet otetaan huomioon, myös ulkomailta saadut.\n\nTakuueläkettä voi saada myös maahan muuttanut, joka on täyttänyt 65 vuotta tai on työkyvytön.',
        instruction:
          'Jos saat jo kansaneläkettä, Kela tutkii takuueläkkeen usein samalla, mutta tarkista asia. Hae verkossa tai lomakkeella ja ilmoita kaikki eläkkeet. Muista asumistuki ja hoitotuki samalla.',
        eligibility: 'Suomessa asuva, joka on asunut täällä vähintään kolme vuotta 16 vuotta täytettyään ja jonka eläkkeet ovat pienet.',
        charge: 'Maksuton.',
        deadline: 'Takuueläkettä voi saada enintään kuusi kuukautta taannehtivasti.',
      },
      sv: {
        name: 'Garantipension',
        summary: 'Garantipensionen tryggar en minimipension om dina pensioner tillsammans är små.',
        description:
          'Garantipension kan fås när dina pensionsinkomster ligger under lagens gräns. Förmögenhet och löneinkomster minskar den inte, men alla pensioner beaktas, också de från utlandet.\n\nÄven den som har flyttat till Finland och fyllt 65 år eller är arbetsoförmögen kan få garantipension.',
        instruction:
          'Om du redan får folkpension utreder FPA ofta garantipensionen samtidigt, men kontrollera saken. Ansök på nätet eller med blankett och uppge alla pensioner. Kom också ihåg bostadsbidrag och vårdbidrag.',
        eligibility: 'Den som bor i Finland, har bott här minst tre år efter att ha fyllt 16 år och har små pensioner.',
        charge: 'Avgiftsfritt.',
        deadline: 'Garantipension kan fås för högst sex månader retroaktivt.',
      },
      en: {
        name: 'Guarantee pension',
        summary: 'The guarantee pension secures a minimum pension if all your pensions together are small.',
        description:
          'You can get it when your pension income is below the limit set by law. Assets and wages do not reduce it, but all pensions count, also those from abroad.\n\nIt can also be granted to an immigrant who is 65 or older or unable to work.',
        instruction:
          'If you already get national pension, Kela often considers the guarantee pension at the same time, but check. Apply online or by form and list all your pensions. Remember housing and care allowance too.',
        eligibility: 'A person living in Finland, for at least three years after turning 16, whose pensions are small.',
        charge: 'Free of charge.',
        deadline: 'It can be paid for at most six months back.',
      },
      plain: {
        name: 'Takuueläke',
        summary: 'Jos eläkkeesi on hyvin pieni, voit saada takuueläkettä.',
        description:
          'Takuueläke lisätään pieneen eläkkeeseen. Palkka tai säästöt eivät pienennä sitä.\n\nMyös muualta Suomeen muuttanut voi saada takuueläkettä.',
        instruction: 'Tee hakemus netissä tai paperilla. Kerro kaikki eläkkeet, myös ulkomailta.',
        charge: 'Hakeminen ei maksa.',
        eligibility: 'Suomessa asuva, jonka eläke on pieni ja joka on asunut täällä ainakin 3 vuotta.',
        deadline: 'Hae puolen vuoden kuluessa.',
      },
    },
    terms: {
      fi: ['pieni eläke', 'eläke ei riitä', 'vähimmäiseläke', 'lisää eläkettä'],
      sv: ['liten pension', 'pensionen räcker inte', 'minimipension'],
      en: ['small pension', 'minimum pension', 'pension is not enough'],
    },
    channels: ['kela-asiointi', 'kela-elake-puhelin', 'kela-elakelomake', 'piste-mallila'],
  },
  {
    key: 'elakkeensaajan-asumistuki',
    provider: 'kela',
    charge: 'free',
    lifeEvents: ['KE10', 'KE4.2'],
    serviceClasses: ['P1.4', 'P13.1'],
    targetGroups: ['KR1', 'KR1.1'],
    texts: {
      fi: {
        name: 'Eläkkeensaajan asumistuki',
        summary: 'Tukea asumismenoihin pienituloiselle eläkkeensaajalle, joka asuu yksin tai puolison kanssa.',
        description:
          'Tukea voi saada vuokra-, asumisoikeus- ja omistusasuntoon. Siihen vaikuttavat tulot, omaisuus ja asumismenot, kuten vuokra, vesi ja lämmitys.\n\nJos asunnossa asuu muitakin kuin puoliso, haetaan yleistä asumistukea. Palvelutalossa asuminen ei estä tukea.',
        instruction:
          'Hae verkossa tai lomakkeella. Liitä vuokrasopimus tai yhtiövastikelaskelma ja tositteet lämmityksestä. Ilmoita, kun vuokra, tulot tai asuinkumppani vaihtuu.',
        eligibility: 'Eläkkeensaaja, joka asuu vakituisesti Suomessa ja jonka tulot ovat pienet.',
        charge: 'Maksuton.',
        deadline: 'Tukea voi saada enintään kuusi kuukautta taannehtivasti.',
      },
      sv: {
        name: 'Bostadsbidrag för pensionstagare',
        summary: 'Stöd för boendet till pensionstagare med små inkomster som bor ensamma eller med sin partner.',
        description:
          'Bidraget kan fås för hyres-, bostadsrätts- och ägarbostad. Det påverkas av inkomster, egendom och boendekostnader, såsom hyra, vatten och uppvärmning.\n\nOm andra än en partner bor i bostaden söks allmänt bostadsbidrag. Att bo på serviceboende hindrar inte bidraget.',
        instruction:
          'Ansök på nätet eller med blankett. Bifoga hyresavtal eller uppgift om bolagsvederlag och verifikat över uppvärmning. Meddela när hyran, inkomsterna eller den du bor med ändras.',
        eligibility: 'Pensionstagare som bor varaktigt i Finland och har små inkomster.',
        charge: 'Avgiftsfritt.',
        deadline: 'Bidraget kan fås för högst sex månader retroaktivt.',
      },
      en: {
        name: 'Housing allowance for pensioners',
        summary: 'Help with housing costs for low-income pensioners who live alone or with a partner.',
        description:
          'It can be granted for a rented, right-of-occupancy or owner-occupied home. Income, assets and housing costs such as rent, water and heating affect it.\n\nIf others than a partner live in the home, general housing allowance is applied for. Living in service housing does not prevent it.',
        instruction:
          'Apply online or by form. Attach the rental agreement or maintenance charge statement, and receipts for heating. Tell Kela when the rent, income or people in the home change.',
        eligibility: 'A pensioner living permanently in Finland with a small income.',
        charge: 'Free of charge.',
        deadline: 'It can be paid for at most six months back.',
      },
      plain: {
        name: 'Asumistuki eläkkeellä olevalle',
        summary: 'Jos olet eläkkeellä ja tulosi ovat pienet, saat apua asumisen kuluihin.',
        description: 'Tukea voi saada vuokraan ja myös oman asunnon kuluihin. Tukeen vaikuttavat tulot ja asumisen hinta.',
        instruction: 'Tee hakemus netissä tai paperilla. Liitä vuokrasopimus tai laskut asumisesta.',
        charge: 'Hakeminen ei maksa.',
        eligibility: 'Eläkkeellä oleva, joka asuu Suomessa ja jolla on pienet tulot.',
        deadline: 'Hae puolen vuoden kuluessa.',
      },
    },
    terms: {
      fi: ['eläkkeellä vuokralla', 'apua asumiskuluihin eläkkeellä', 'lämmityskulut'],
      sv: ['pensionär och hyra', 'hjälp med boendekostnader', 'uppvärmningskostnader'],
      en: ['pensioner rent', 'heating costs', 'help with housing costs when retired'],
    },
    channels: ['kela-asiointi', 'kela-elake-puhelin', 'kela-elakeasumislomake', 'piste-mallila', 'piste-kirkkoranta'],
  },
  {
    key: 'leskenelake',
    provider: 'kela',
    charge: 'free',
    lifeEvents: ['KE14'],
    serviceClasses: ['P13.1', 'P13.2'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Leskeneläke ja lapseneläke',
        summary: 'Perhe-eläke auttaa toimeentulossa, kun puoliso tai huoltaja on kuollut.',
        description:
          'Leskeneläkettä voi saada Kelasta alle 65-vuotias leski ja työeläkelaitoksesta vainajan työuran perusteella. Lapsi voi saada lapseneläkettä alle 20-vuotiaana, jos toinen tai molemmat vanhemmat ovat kuolleet.\n\nMyös avopuoliso voi joissakin tilanteissa saada leskeneläkettä työeläkelaitoksesta, jos parilla on yhteinen alaikäinen lapsi.',
        instruction:
          'Hae perhe-eläkettä verkossa tai lomakkeella: samalla hakemuksella voi hakea Kelan ja työeläkelaitoksen eläkettä. Kysy samalla muista tuista, kuten asumistuesta. Voit tulla pisteeseen läheisen kanssa.',
        charge: 'Maksuton.',
        deadline: 'Hae kuuden kuukauden kuluessa kuolemasta, jotta saat eläkettä koko ajalta.',
      },
      sv: {
        name: 'Efterlevandepension och barnpension',
        summary: 'Familjepensionen hjälper med försörjningen när en make eller vårdnadshavare har dött.',
        description:
          'Efterlevandepension från FPA kan fås av en efterlevande make under 65 år, och från arbetspensionsanstalten på grund av den avlidnes arbete. Ett barn under 20 år kan få barnpension om den ena eller båda föräldrarna har dött.\n\nÄven en sambo kan i vissa fall få efterlevandepension från arbetspensionsanstalten om paret har ett gemensamt minderårigt barn.',
        instruction:
          'Ansök på nätet eller med blankett: med samma ansökan söks pensionen från FPA och arbetspensionsanstalten. Fråga också om andra stöd, till exempel bostadsbidrag. Du får komma till servicepunkten med en närstående.',
        charge: 'Avgiftsfritt.',
        deadline: 'Ansök inom sex månader från dödsfallet så får du pension för hela tiden.',
      },
      en: {
        name: 'Survivors’ pension for a spouse or child',
        summary: 'Survivors’ pension helps with living costs when a spouse or guardian has died.',
        description:
          'A surviving spouse under 65 can get a pension from Kela, and from a pension insurance company on the basis of the deceased’s work. A child under 20 can get an orphan’s pension if one or both parents have died.\n\nIn some situations an unmarried partner can get one from the pension insurance company, if the couple has a child under 18.',
        instruction:
          'Apply online or by form: one application covers Kela and the pension insurance company. Ask about other support such as housing allowance too. You may come to the point with someone close to you.',
        charge: 'Free of charge.',
        deadline: 'Apply within six months of the death to get the pension for the whole time.',
      },
      plain: {
        name: 'Eläke, kun puoliso tai vanhempi kuolee',
        summary: 'Jos puoliso tai vanhempi on kuollut, voit saada eläkettä.',
        description:
          'Leski voi saada leskeneläkettä. Lapsi voi saada lapseneläkettä, jos äiti tai isä on kuollut.\n\nEläkettä voi saada Kelasta ja työeläkelaitoksesta.',
        instruction: 'Tee hakemus netissä tai paperilla. Samalla hakemuksella voit hakea molemmat.',
        charge: 'Hakeminen ei maksa.',
        deadline: 'Hae puolen vuoden kuluessa.',
      },
    },
    terms: {
      fi: ['mies kuoli', 'vaimo kuoli', 'leski', 'perhe-eläke', 'lapsen eläke vanhemman kuoleman jälkeen'],
      sv: ['min man dog', 'min fru dog', 'änka', 'änkling', 'familjepension'],
      en: ['my husband died', 'my wife died', 'widow', 'widower', 'orphan pension'],
    },
    channels: ['kela-asiointi', 'kela-elake-puhelin', 'kela-perhe-elakelomake', 'piste-mallila'],
  },
];
