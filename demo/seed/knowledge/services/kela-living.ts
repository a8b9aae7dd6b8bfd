import type { DemoService } from '../types.ts';

export const livingBenefits: DemoService[] = [
  {
    key: 'asumistuki',
    provider: 'kela',
    charge: 'free',
    lifeEvents: ['KE4.1', 'KE4.2', 'KE8'],
    serviceClasses: ['P1.4'],
    targetGroups: ['KR1', 'KR1.2'],
    texts: {
      fi: {
        name: 'Yleinen asumistuki',
        summary: 'Tukea vuokraan, jos taloutesi tulot ovat pienet. Tukea haetaan yhdessä kaikille samassa asunnossa asuville.',
        description:
          'Yleinen asumistuki on tarkoitettu pienituloisille vuokralla asuville. Tuen määrään vaikuttavat asumismenot, tulot, varallisuus, asunnon sijainti ja se, montako ihmistä asunnossa asuu.\n\nOpiskelija hakee yleensä opintotuen asumislisää ja eläkkeensaaja omaa asumistukeaan. Omistusasuntoon yleistä asumistukea ei saa.',
        instruction:
          'Täytä hakemus verkossa tai lomakkeella. Liitä vuokrasopimus ja selvitys tuloista, jos niitä pyydetään. Ilmoita aina, kun muutat, vuokra nousee tai tulosi muuttuvat: tuki voi muuten jäädä maksettavaksi takaisin.',
        eligibility: 'Suomessa vakituisesti asuva pienituloinen ruokakunta vuokra-, osaomistus- tai asumisoikeusasunnossa.',
        charge: 'Maksuton.',
        deadline: 'Tukea voi saada enintään kuukauden taannehtivasti, joten hae heti.',
      },
      sv: {
        name: 'Allmänt bostadsbidrag',
        summary: 'Stöd för hyran om hushållets inkomster är små. Bidraget söks gemensamt för alla som bor i samma bostad.',
        description:
          'Allmänt bostadsbidrag är avsett för hyresgäster med små inkomster. Bidraget påverkas av boendeutgifter, inkomster, förmögenhet, var bostaden ligger och hur många som bor i den.\n\nStuderande söker i regel studiestödets bostadstillägg och pensionstagare ett eget bostadsbidrag. För en ägarbostad beviljas inte allmänt bostadsbidrag.',
        instruction:
          'Fyll i ansökan på nätet eller med blankett. Bifoga hyresavtalet och utredning om inkomster om de begärs. Meddela alltid när du flyttar, hyran höjs eller inkomsterna ändras: annars kan du få betala tillbaka.',
        eligibility: 'Hushåll med små inkomster som bor varaktigt i Finland i hyres-, delägar- eller bostadsrättsbostad.',
        charge: 'Avgiftsfritt.',
        deadline: 'Bidraget kan beviljas för högst en månad retroaktivt, så ansök genast.',
      },
      en: {
        name: 'General housing allowance',
        summary: 'Help with the rent if your household has a small income. One application covers all who live in the home.',
        description:
          'General housing allowance is for people with a low income who rent their home. The amount depends on housing costs, income, assets, where the home is and how many live in it.\n\nStudents usually apply for the housing supplement of student aid, and pensioners for their own allowance. It is not granted for an owner-occupied home.',
        instruction:
          'Apply online or by form. Attach the rental agreement and details of income if asked. Always tell when you move, the rent rises or your income changes: otherwise you may have to pay money back.',
        eligibility: 'A low-income household living permanently in Finland in a rented, part-ownership or right-of-occupancy home.',
        charge: 'Free of charge.',
        deadline: 'It can be paid for at most one month back, so apply at once.',
      },
      plain: {
        name: 'Asumistuki',
        summary: 'Asumistuki auttaa maksamaan vuokran, jos sinulla on vähän rahaa.',
        description:
          'Voit saada asumistukea, jos asut vuokralla ja tulosi ovat pienet. Samassa kodissa asuvat hakevat tukea yhdessä.\n\nOpiskelijoilla ja eläkkeellä olevilla on oma tuki.',
        instruction: 'Tee hakemus netissä tai paperilla. Ota mukaan vuokrasopimus. Jos muutat tai vuokra muuttuu, kerro siitä Kelaan.',
        charge: 'Hakeminen ei maksa.',
        deadline: 'Hae heti. Tukea saa vain kuukauden taaksepäin.',
        eligibility: 'Vuokralla asuvat, joilla on pienet tulot ja jotka asuvat Suomessa.',
      },
    },
    terms: {
      fi: ['vuokratuki', 'rahat ei riitä vuokraan', 'apua vuokraan', 'asumisen tuki', 'vuokra on liian kallis'],
      sv: ['hyresstöd', 'pengarna räcker inte till hyran', 'hjälp med hyran', 'bostadsstöd'],
      en: ['rent support', 'help paying rent', 'cannot afford the rent', 'housing benefit'],
    },
    channels: [
      'kela-asiointi',
      'kela-asumisen-puhelin',
      'kela-asumistukilomake',
      'piste-mallila',
      'piste-kirkkoranta',
      'kela-palvelupiste',
    ],
  },
  {
    key: 'toimeentulotuki',
    provider: 'kela',
    charge: 'free',
    lifeEvents: ['KE9', 'KE8'],
    serviceClasses: ['P4.10'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Perustoimeentulotuki',
        summary: 'Viimesijainen tuki ruokaan, vuokraan ja muihin välttämättömiin menoihin, kun muut tulot ja varat eivät riitä.',
        description:
          'Toimeentulotukea voi saada, kun olet ensin hakenut muut etuudet, kuten työttömyysetuuden tai asumistuen, etkä silti tule toimeen. Tuki lasketaan koko perheelle kuukausi kerrallaan.\n\nJos tarvitset tukea myös muihin kuin perusmenoihin, hyvinvointialue voi myöntää täydentävää tai ehkäisevää toimeentulotukea.',
        instruction:
          'Täytä hakemus verkossa tai lomakkeella ja liitä tiliotteet, vuokrasopimus ja maksettavat laskut. Lisää lasku aina hakemukseen ennen kuin maksat sen. Jos sinulla ei ole rahaa ruokaan tai lääkkeisiin, kerro siitä: hakemus voi olla kiireellinen.',
        eligibility: 'Henkilö tai perhe, jonka tulot ja varat eivät riitä välttämättömiin menoihin.',
        charge: 'Maksuton.',
        processing: 'Päätös tehdään seitsemän arkipäivän kuluessa siitä, kun kaikki liitteet ovat saapuneet.',
      },
      sv: {
        name: 'Grundläggande utkomststöd',
        summary: 'Stöd i sista hand för mat, hyra och andra nödvändiga utgifter när övriga inkomster och tillgångar inte räcker.',
        description:
          'Du kan få utkomststöd när du först har sökt andra förmåner, till exempel arbetslöshetsförmån eller bostadsbidrag, och ändå inte klarar dig. Stödet räknas för hela familjen, en månad i taget.\n\nOm du behöver stöd för annat än grundutgifter kan välfärdsområdet bevilja kompletterande eller förebyggande utkomststöd.',
        instruction:
          'Fyll i ansökan på nätet eller med blankett och bifoga kontoutdrag, hyresavtal och obetalda räkningar. Lägg alltid till räkningen i ansökan innan du betalar den. Berätta om du inte har pengar till mat eller mediciner: ansökan kan vara brådskande.',
        eligibility: 'Person eller familj vars inkomster och tillgångar inte räcker till nödvändiga utgifter.',
        charge: 'Avgiftsfritt.',
        processing: 'Beslutet fattas inom sju vardagar från att alla bilagor har kommit in.',
      },
      en: {
        name: 'Basic social assistance',
        summary: 'Last-resort help with food, rent and other necessary costs when your other income and means are not enough.',
        description:
          'You can get social assistance when you have first applied for other benefits, such as unemployment or housing benefits, and still cannot manage. It is worked out for the whole family, one month at a time.\n\nIf you need help with other than basic costs, the wellbeing services county may grant supplementary or preventive social assistance.',
        instruction:
          'Apply online or by form and attach bank statements, the rental agreement and unpaid bills. Always add a bill to the application before you pay it. Say so if you have no money for food or medicine: the application can be urgent.',
        eligibility: 'A person or family whose income and means do not cover necessary costs.',
        charge: 'Free of charge.',
        processing: 'A decision is made within seven working days of receiving all attachments.',
      },
      plain: {
        name: 'Toimeentulotuki',
        summary: 'Toimeentulotuki auttaa, kun rahasi eivät riitä ruokaan ja vuokraan.',
        description:
          'Hae ensin muita tukia, esimerkiksi asumistukea. Jos rahat eivät silti riitä, voit saada toimeentulotukea.\n\nTuki on koko perheelle. Sitä haetaan yleensä joka kuukausi.',
        instruction:
          'Tee hakemus netissä tai paperilla. Ota mukaan tiliote, vuokrasopimus ja laskut. Jos rahaa ei ole ruokaan, kerro se heti.',
        charge: 'Hakeminen ei maksa.',
        eligibility: 'Ihminen tai perhe, jonka rahat eivät riitä elämiseen.',
        processing: 'Saat päätöksen 7 arkipäivässä, kun Kela on saanut kaikki paperit.',
      },
    },
    terms: {
      fi: ['sossun raha', 'rahat loppu', 'ei rahaa ruokaan', 'toimeentulo', 'laskut maksamatta', 'tuki lääkkeisiin'],
      sv: ['socialbidrag', 'pengarna är slut', 'inga pengar till mat', 'obetalda räkningar'],
      en: ['no money for food', 'income support', 'welfare', 'unpaid bills', 'help with medicine costs'],
    },
    channels: [
      'kela-asiointi',
      'kela-toimeentulo-puhelin',
      'kela-toimeentulolomake',
      'piste-mallila',
      'piste-kirkkoranta',
      'kela-palvelupiste',
    ],
  },
  {
    key: 'tyottomyysetuus',
    provider: 'kela',
    charge: 'free',
    lifeEvents: ['KE8'],
    serviceClasses: ['P10.6'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Työttömyysetuus Kelasta',
        summary: 'Rahaa työttömyyden ajalle, jos et saa ansiopäivärahaa työttömyyskassasta. Ilmoittaudu ensin työnhakijaksi.',
        description:
          'Kela maksaa työttömyysetuutta sille, joka ei kuulu työttömyyskassaan tai ei täytä kassan ehtoja. Jos kuulut kassaan, hae ansiopäivärahaa kassasta.\n\nEtuuden ehtona on, että olet ilmoittautunut työnhakijaksi työllisyysalueelle ja noudatat sovittua suunnitelmaa. Työllisyysalue antaa Kelalle lausunnon.',
        instruction:
          'Ilmoittaudu työnhakijaksi heti ensimmäisenä työttömänä päivänä. Hae etuutta jälkikäteen verkossa tai lomakkeella. Sen jälkeen täytät työttömyysajan ilmoituksen säännöllisesti, myös silloin kun teet keikkaa.',
        eligibility: 'Suomessa asuva työtön työnhakija, joka on 18–64-vuotias; opintojen jälkeen myös nuorempi tietyin ehdoin.',
        charge: 'Maksuton.',
        deadline: 'Hae kolmen kuukauden kuluessa päivästä, josta haluat etuutta.',
      },
      sv: {
        name: 'Arbetslöshetsförmån från FPA',
        summary: 'Pengar under arbetslöshet om du inte får inkomstrelaterad dagpenning från en arbetslöshetskassa.',
        description:
          'FPA betalar arbetslöshetsförmån till den som inte hör till en arbetslöshetskassa eller inte uppfyller kassans villkor. Om du hör till en kassa, sök dagpenning där.\n\nVillkoret är att du har anmält dig som arbetssökande hos sysselsättningsområdet och följer den överenskomna planen. Sysselsättningsområdet ger FPA ett utlåtande.',
        instruction:
          'Anmäl dig som arbetssökande redan första arbetslösa dagen. Sök förmånen i efterhand på nätet eller med blankett. Därefter fyller du regelbundet i anmälan om arbetslöshetstid, också när du har tillfälliga jobb.',
        eligibility: 'Arbetslös arbetssökande som bor i Finland och är 18–64 år; efter studier även yngre på vissa villkor.',
        charge: 'Avgiftsfritt.',
        deadline: 'Ansök inom tre månader från den dag från vilken du vill ha förmånen.',
      },
      en: {
        name: 'Unemployment benefit from Kela',
        summary: 'Money for the time of unemployment if you get no earnings-related allowance from an unemployment fund.',
        description:
          'Kela pays unemployment benefit to people who do not belong to an unemployment fund or do not meet its conditions. If you are a member of a fund, apply there.\n\nYou must have registered as a jobseeker with the employment area and follow the plan you have agreed. The employment area gives Kela a statement.',
        instruction:
          'Register as a jobseeker on your first day without work. Apply for the benefit afterwards, online or by form. Then send the report of unemployment regularly, also when you do occasional jobs.',
        eligibility: 'An unemployed jobseeker living in Finland aged 18 to 64; after studies also a younger one on certain terms.',
        charge: 'Free of charge.',
        deadline: 'Apply within three months of the day from which you want the benefit.',
      },
      plain: {
        name: 'Tuki, kun olet työtön',
        summary: 'Jos jäät ilman työtä, voit saada rahaa Kelasta tai työttömyyskassasta.',
        description:
          'Ilmoita ensin, että haet työtä. Tee se heti, kun jäät työttömäksi.\n\nJos kuulut työttömyyskassaan, hae rahaa kassasta. Muuten hae sitä Kelasta.',
        instruction: 'Tee hakemus netissä tai paperilla. Kerro aina, jos teet vähänkin työtä.',
        charge: 'Hakeminen ei maksa.',
        deadline: 'Hae 3 kuukauden kuluessa.',
        eligibility: 'Työtön, joka asuu Suomessa ja on 18–64-vuotias.',
      },
    },
    terms: {
      fi: ['työmarkkinatuki', 'peruspäiväraha', 'yleistuki', 'työttömyyskorvaus', 'sain potkut', 'työt loppuivat'],
      sv: ['arbetsmarknadsstöd', 'grunddagpenning', 'a-kassa', 'jag fick sparken', 'arbetslöshetsersättning'],
      en: ['dole', 'labour market subsidy', 'I lost my job', 'laid off', 'unemployment money'],
    },
    channels: ['kela-asiointi', 'kela-tyottomyys-puhelin', 'piste-mallila', 'kela-palvelupiste'],
  },
];
