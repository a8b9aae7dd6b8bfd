import type { DemoService } from '../types.ts';

export const taxServices: DemoService[] = [
  {
    key: 'verokortti',
    provider: 'vero',
    charge: 'free',
    lifeEvents: ['KE5', 'KE8', 'KE10'],
    serviceClasses: ['P14.1'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Verokortti',
        summary: 'Verokortti kertoo, kuinka paljon palkastasi tai etuudestasi pidätetään veroa. Muuta sitä, kun tulosi muuttuvat.',
        description:
          'Saat uuden verokortin postissa tai verkkopalvelussa vuoden vaihteessa. Jos jäät työttömäksi tai eläkkeelle, vaihdat työtä tai tienaat enemmän kuin arvioit, tilaa muutosverokortti: silloin et maksa liikaa etkä liian vähän.\n\nEläkkeestä ja etuuksista vero peritään omalla prosentillaan, ja tieto menee maksajalle usein suoraan. Palkkaa varten annat kortin itse työnantajalle.',
        instruction:
          'Laske tämän vuoden tulosi jo maksettuineen palkkalaskelmasta. Tilaa uusi verokortti verkossa: saat sen heti. Ilman verkkoa voit soittaa tai täyttää lomakkeen. Ota neuvontaan mukaan viimeisin palkka- tai eläkelaskelma.',
        charge: 'Maksuton.',
        processing: 'Verkossa heti, puhelimessa yleensä saman puhelun aikana, lomakkeella noin kolme viikkoa.',
      },
      sv: {
        name: 'Skattekort',
        summary: 'Skattekortet visar hur mycket skatt som tas av din lön eller förmån. Ändra det när dina inkomster ändras.',
        description:
          'Du får ett nytt skattekort per post eller i e-tjänsten vid årsskiftet. Om du blir arbetslös, går i pension, byter jobb eller tjänar mer än du uppskattat ska du beställa ett ändringsskattekort, så betalar du varken för mycket eller för lite.\n\nPå pension och förmåner tas skatten ut enligt egen procent, och uppgiften går ofta direkt till betalaren. För lön ger du själv kortet till arbetsgivaren.',
        instruction:
          'Räkna ut årets inkomster, även de redan betalda, från lönespecifikationen. Beställ ett nytt skattekort på nätet: du får det genast. Utan nätet kan du ringa eller fylla i en blankett. Ta med den senaste löne- eller pensionsspecifikationen till rådgivningen.',
        charge: 'Avgiftsfritt.',
        processing: 'På nätet genast, per telefon i regel under samtalet, med blankett ungefär tre veckor.',
      },
      en: {
        name: 'Tax card',
        summary: 'The tax card tells how much tax is withheld from your pay or benefit. Change it when your income changes.',
        description:
          'A new tax card comes by post or in the online service at the turn of the year. If you lose your job, retire, change jobs or earn more than you estimated, order a revised card so that you pay neither too much nor too little.\n\nPensions and benefits have a rate of their own, which often goes straight to the payer. For wages you give the card to your employer yourself.',
        instruction:
          'Work out this year’s income, including what has been paid already, from your payslip. Order a new tax card online: you get it at once. Without the internet, call or fill in a form. Bring your latest payslip or pension statement to the advice desk.',
        charge: 'Free of charge.',
        processing: 'Online at once, by phone usually during the call, by form about three weeks.',
      },
      plain: {
        name: 'Verokortti',
        summary: 'Verokortti kertoo, paljonko maksat veroa palkasta.',
        description:
          'Saat verokortin joka vuosi. Jos palkkasi muuttuu tai jäät ilman työtä, muuta verokortti.\n\nJos veroprosentti on liian pieni, joudut maksamaan lisää myöhemmin.',
        instruction:
          'Katso palkkalaskelmasta, paljonko olet tienannut. Tilaa uusi verokortti netissä tai soita. Anna kortti työnantajalle.',
        charge: 'Ei maksa.',
        processing: 'Netissä saat kortin heti. Lomakkeella se kestää noin 3 viikkoa.',
      },
    },
    terms: {
      fi: ['veroprosentti', 'vero vie liikaa', 'uusi työ', 'muutosverokortti', 'ennakonpidätys'],
      sv: ['skatteprocent', 'för mycket skatt', 'nytt jobb', 'ändringsskattekort'],
      en: ['tax rate', 'too much tax', 'new job', 'revised tax card', 'withholding'],
    },
    channels: ['vero-asiointi', 'vero-puhelin', 'vero-verokorttilomake', 'piste-mallila', 'piste-kirkkoranta'],
  },
  {
    key: 'veroilmoitus',
    provider: 'vero',
    charge: 'free',
    lifeEvents: [],
    serviceClasses: ['P14.1'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Esitäytetty veroilmoitus',
        summary: 'Tarkista keväällä esitäytetty veroilmoituksesi. Jos tiedot ovat oikein, sinun ei tarvitse tehdä mitään.',
        description:
          'Veroilmoituksessa on valmiina palkat, etuudet ja muut tiedot, jotka on jo ilmoitettu puolestasi. Sinä tarkistat ne ja lisäät puuttuvat: esimerkiksi vuokratulot, työmatkat tai kotitalousvähennyksen.\n\nTarkistuksen jälkeen saat verotuspäätöksen. Siitä näet, saatko palautusta vai maksatko jäännösveroa. Pidä tilinumero ajan tasalla, jotta palautus löytää perille.',
        instruction:
          'Kokoa tositteet: työmatkakilometrit, siivous- tai remonttilaskut, vuokratulot. Korjaa tiedot verkossa tai paperilla. Jos korjaat, ilmoita kaikki puuttuvat kerralla. Neuvoja auttaa palvelun käytössä mutta ei täytä ilmoitusta puolestasi.',
        charge: 'Maksuton.',
        deadline: 'Oma määräpäiväsi lukee ilmoituksessa. Se on yleensä huhti–toukokuussa.',
      },
      sv: {
        name: 'Förhandsifylld skattedeklaration',
        summary: 'Granska din förhandsifyllda skattedeklaration på våren. Om uppgifterna stämmer behöver du inte göra något.',
        description:
          'I deklarationen finns färdigt de löner, förmåner och andra uppgifter som redan har anmälts för dig. Du granskar dem och lägger till det som saknas: till exempel hyresinkomster, arbetsresor eller hushållsavdrag.\n\nSedan får du ett beskattningsbeslut. Där ser du om du får återbäring eller betalar kvarskatt. Håll kontonumret aktuellt så att återbäringen kommer fram.',
        instruction:
          'Samla verifikat: kilometer för arbetsresor, fakturor för städning eller renovering, hyresinkomster. Rätta på nätet eller på papper. Meddela allt som saknas på en gång. Rådgivaren hjälper dig att använda tjänsten men fyller inte i deklarationen för dig.',
        charge: 'Avgiftsfritt.',
        deadline: 'Din egen sista dag står i deklarationen, vanligen i april–maj.',
      },
      en: {
        name: 'Pre-completed tax return',
        summary: 'Check your pre-completed tax return in spring. If the details are right, you need not do anything.',
        description:
          'The return already holds pay, benefits and other details that have been reported for you. You check them and add what is missing: rental income, travel to work or the household expense credit, for instance.\n\nThen you get a tax decision, which shows whether you get a refund or pay back taxes. Keep your bank account number up to date so that a refund finds you.',
        instruction:
          'Gather receipts: kilometres to work, bills for cleaning or repairs, rental income. Correct the details online or on paper, everything at once. An advisor helps you use the service but does not fill in the return for you.',
        charge: 'Free of charge.',
        deadline: 'Your own due date is on the return, usually in April or May.',
      },
      plain: {
        name: 'Veroilmoitus',
        summary: 'Saat keväällä veroilmoituksen. Tarkista se.',
        description:
          'Veroilmoituksessa on tietosi valmiina. Lue ne. Jos kaikki on oikein, sinun ei tarvitse tehdä mitään.\n\nJos jotain puuttuu, korjaa se. Myöhemmin saat päätöksen.',
        instruction: 'Ota esiin kuitit. Korjaa tiedot netissä tai paperilla. Katso, mikä on viimeinen päivä.',
        charge: 'Ei maksa.',
        deadline: 'Viimeinen päivä lukee ilmoituksessa.',
      },
    },
    terms: {
      fi: ['veronpalautus', 'mätkyt', 'jäännösvero', 'verovähennykset', 'työmatkavähennys', 'verokirje'],
      sv: ['skatteåterbäring', 'kvarskatt', 'avdrag', 'brev om skatt'],
      en: ['tax refund', 'back taxes', 'deductions', 'letter about tax'],
    },
    channels: ['vero-asiointi', 'vero-puhelin', 'vero-ilmoituslomake', 'piste-mallila'],
  },
  {
    key: 'ennakkovero',
    provider: 'vero',
    charge: 'free',
    lifeEvents: [],
    serviceClasses: ['P14.1', 'P14.4'],
    targetGroups: ['KR1', 'KR2'],
    texts: {
      fi: {
        name: 'Ennakkovero',
        summary: 'Maksa veroa erissä vuoden aikana tulosta, josta kukaan ei pidätä veroa: vuokra, yritystulo tai ulkomaan eläke.',
        description:
          'Ennakkoveroa maksetaan, kun saat tuloa ilman ennakonpidätystä. Maksat veron itse erissä, joiden eräpäivät ja summat näkyvät päätöksessä.\n\nJos tulosi ovat pienempiä tai suurempia kuin arvioitiin, hae muutosta jo vuoden aikana. Näin vältät jäännösveron ja koron.',
        instruction:
          'Arvioi koko vuoden tulo ja kulut. Hae ennakkoveroa tai muutosta verkossa. Jos et pysty maksamaan erää ajoissa, kysy maksujärjestelyä ennen eräpäivää. Neuvoja auttaa alkuun, mutta ei laske veroa puolestasi.',
        charge: 'Maksuton.',
      },
      sv: {
        name: 'Förskottsskatt',
        summary: 'Betala skatt i rater under året för inkomst som ingen innehåller skatt på: hyra, företagsinkomst, utländsk pension.',
        description:
          'Förskottsskatt betalas när du får inkomst utan förskottsinnehållning. Du betalar skatten själv i rater; förfallodagarna och beloppen finns i beslutet.\n\nOm inkomsterna blir mindre eller större än uppskattat ska du ansöka om ändring under året. Så undviker du kvarskatt och ränta.',
        instruction:
          'Uppskatta hela årets inkomster och kostnader. Ansök om förskottsskatt eller ändring på nätet. Om du inte kan betala en rat i tid, fråga om betalningsarrangemang före förfallodagen. Rådgivaren hjälper dig i gång men räknar inte ut skatten.',
        charge: 'Avgiftsfritt.',
      },
      en: {
        name: 'Prepayment of tax',
        summary: 'Pay tax in instalments during the year on income nobody withholds tax from: rent, business, a foreign pension.',
        description:
          'Prepayments are made when you have income without withholding. You pay the tax yourself in instalments; dates and sums are in the decision.\n\nIf your income turns out smaller or greater than estimated, ask for a change during the year. That way you avoid back taxes and interest.',
        instruction:
          'Estimate the whole year’s income and costs. Apply for prepayments or a change online. If you cannot pay an instalment in time, ask for a payment arrangement before the due date. An advisor helps you to start but does not calculate the tax.',
        charge: 'Free of charge.',
      },
      plain: {
        name: 'Ennakkovero',
        summary: 'Joskus maksat veron itse monessa osassa.',
        description:
          'Ennakkoveroa maksat, jos saat esimerkiksi vuokraa tai sinulla on oma yritys. Maksat veron monessa osassa vuoden aikana.\n\nJos tulosi muuttuvat, pyydä muutosta.',
        instruction: 'Arvioi tulosi. Tee hakemus netissä tai soita. Jos et voi maksaa, kerro siitä ajoissa.',
        charge: 'Ei maksa.',
      },
    },
    terms: {
      fi: ['vuokratulo', 'toiminimi', 'kevytyrittäjä', 'verot itse', 'ulkomailta eläke'],
      sv: ['hyresinkomst', 'firma', 'betala skatten själv', 'pension från utlandet'],
      en: ['rental income', 'sole trader', 'paying my own tax', 'pension from abroad'],
    },
    channels: ['vero-asiointi', 'vero-puhelin', 'piste-mallila'],
  },
  {
    key: 'perukirja',
    provider: 'vero',
    charge: 'free',
    lifeEvents: ['KE14'],
    serviceClasses: ['P14.2', 'P3.5'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Perukirjan toimittaminen',
        summary: 'Kun läheinen on kuollut, perunkirjoitus tehdään kolmessa kuukaudessa ja perukirja lähetetään Verohallinnolle.',
        description:
          'Perukirja on luettelo vainajan varoista, veloista ja perillisistä. Sen laatii kaksi uskottua miestä, ja kuolinpesän osakkaat huolehtivat, että perunkirjoitus pidetään.\n\nPerukirja toimii perintöveron ilmoituksena. Perintövero tulee myöhemmin erillisenä päätöksenä. Jos määräaika ei riitä, lisäaikaa voi pyytää ennen kuin kolme kuukautta on kulunut.',
        instruction:
          'Kokoa pankkien saldotodistukset kuolinpäivältä, laskut, vakuutukset, kauppakirjat ja sukuselvitys. Lähetä perukirja liitteineen verkossa tai postissa. Säilytä alkuperäinen. Perukirjan laatimiseen voi pyytää apua pankista, lakimieheltä tai oikeusavusta.',
        charge: 'Toimittaminen on maksuton. Laatimisesta voi tulla kuluja.',
        deadline: 'Perunkirjoitus kolmen kuukauden kuluessa kuolemasta; perukirja kuukauden kuluessa perunkirjoituksesta.',
      },
      sv: {
        name: 'Inlämning av bouppteckning',
        summary: 'Efter ett dödsfall hålls bouppteckningen inom tre månader och handlingen skickas till Skatteförvaltningen.',
        description:
          'Bouppteckningen är en förteckning över den avlidnes tillgångar, skulder och arvingar. Den görs av två gode män, och delägarna i dödsboet ser till att den hålls.\n\nBouppteckningen är också en anmälan för arvsskatten. Arvsskatten kommer senare som ett eget beslut. Om tiden inte räcker kan man begära förlängning innan tre månader har gått.',
        instruction:
          'Samla bankernas saldointyg från dödsdagen, räkningar, försäkringar, köpebrev och släktutredningen. Skicka bouppteckningen med bilagor på nätet eller per post. Behåll originalet. Hjälp med att göra den kan fås av banken, en jurist eller rättshjälpen.',
        charge: 'Inlämningen är avgiftsfri. Att upprätta bouppteckningen kan kosta.',
        deadline: 'Bouppteckning inom tre månader från dödsfallet; inlämning inom en månad från förrättningen.',
      },
      en: {
        name: 'Submitting the estate inventory deed',
        summary: 'After a death the estate inventory is held within three months and the deed is sent to the tax authority.',
        description:
          'The deed lists the deceased’s assets, debts and heirs. Two trustees draw it up, and the parties to the estate see that the inventory is held.\n\nIt is also the return for inheritance tax, which comes later as a separate decision. If time is too short, an extension can be asked for before the three months have passed.',
        instruction:
          'Gather bank balance certificates for the day of death, bills, insurance, deeds of sale and the report on family relationships. Send the deed with its attachments online or by post. Keep the original. A bank, lawyer or legal aid can help to draw it up.',
        charge: 'Submitting is free. Drawing up the deed may cost.',
        deadline: 'Inventory within three months of the death; the deed within one month of the inventory.',
      },
      plain: {
        name: 'Perukirja',
        summary: 'Perukirja tehdään, kun läheinen on kuollut.',
        description:
          'Perukirjassa kerrotaan, mitä kuollut ihminen omisti ja mitä velkoja hänellä oli. Siinä kerrotaan myös, ketkä perivät.\n\nPerukirja lähetetään verottajalle.',
        instruction:
          'Pyydä pankista tiedot rahoista ja veloista. Voit pyytää apua pankista tai lakimieheltä. Lähetä perukirja netissä tai postissa.',
        deadline: 'Perunkirjoitus pitää tehdä 3 kuukauden kuluessa kuolemasta.',
        charge: 'Lähettäminen ei maksa. Perukirjan tekeminen voi maksaa.',
      },
    },
    terms: {
      fi: ['perunkirjoitus', 'perintövero', 'kuolinpesä', 'perintö', 'läheinen kuoli', 'isän asunto perintönä'],
      sv: ['arvsskatt', 'dödsbo', 'arv', 'anhörig dog'],
      en: ['inheritance tax', 'estate of a deceased person', 'inheritance', 'a relative has died'],
    },
    channels: ['vero-asiointi', 'vero-perintopuhelin', 'piste-mallila'],
  },
];
