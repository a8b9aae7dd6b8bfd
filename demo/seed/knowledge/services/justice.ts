import type { DemoService } from '../types.ts';

export const justiceServices: DemoService[] = [
  {
    key: 'oikeusapu',
    provider: 'oikeus',
    charge: 'free',
    lifeEvents: ['KE7', 'KE14'],
    serviceClasses: ['P7.4'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Oikeusapu',
        summary: 'Saat lakimiehen apua oikeudelliseen asiaan. Pienituloinen saa avun maksutta tai maksaa siitä osan.',
        description:
          'Oikeusapu auttaa, kun tarvitset lakimiestä esimerkiksi erossa, perinnössä, riita-asiassa, rikosasiassa tai kun haet muutosta päätökseen. Julkinen oikeusavustaja voi neuvoa, laatia asiakirjoja ja edustaa sinua oikeudessa.\n\nSe, maksatko itse jotain, riippuu käytettävissä olevista tuloistasi ja varallisuudestasi. Oikeusapua ei yleensä anneta, jos oikeusturvavakuutuksesi kattaa asian.',
        instruction:
          'Tarkista ensin kotivakuutuksesi oikeusturva. Hae oikeusapua verkossa tai soita toimistoon. Ota mukaan päätökset ja sopimukset sekä tiedot tuloista, menoista ja veloista. Palveluneuvoja ohjaa perille, mutta ei anna neuvoa itse asiassa.',
        eligibility: 'Henkilö, jolla on kotikunta Suomessa tai toisessa EU-maassa ja jonka tulot alittavat rajat.',
        charge: 'Maksuton tai omavastuu tulojen mukaan.',
      },
      sv: {
        name: 'Rättshjälp',
        summary: 'Du får hjälp av en jurist i ett rättsligt ärende. Den som har små inkomster får hjälpen gratis eller betalar en del.',
        description:
          'Rättshjälpen hjälper när du behöver en jurist till exempel vid skilsmässa, arv, tvist, brottmål eller när du söker ändring i ett beslut. Ett offentligt rättsbiträde kan ge råd, upprätta handlingar och företräda dig i domstol.\n\nOm du själv betalar något beror på dina disponibla medel och din förmögenhet. Rättshjälp ges i regel inte om din rättsskyddsförsäkring täcker saken.',
        instruction:
          'Kontrollera först rättsskyddet i din hemförsäkring. Ansök på nätet eller ring byrån. Ta med beslut och avtal och uppgifter om inkomster, utgifter och skulder. Servicerådgivaren visar vägen men ger inte råd i själva saken.',
        eligibility: 'Den som har hemkommun i Finland eller i ett annat EU-land och vars inkomster är under gränserna.',
        charge: 'Avgiftsfritt eller självrisk enligt inkomsterna.',
      },
      en: {
        name: 'Legal aid',
        summary: 'Get a lawyer’s help in a legal matter. People with a small income get it free or pay part of the cost.',
        description:
          'Legal aid helps when you need a lawyer, for instance in a divorce, an inheritance, a dispute, a criminal case or an appeal. A public legal aid attorney can advise, draw up documents and represent you in court.\n\nWhether you pay something depends on your available means and assets. Legal aid is usually not given if your legal expenses insurance covers the matter.',
        instruction:
          'First check the legal expenses cover of your home insurance. Apply online or call the office. Bring decisions and contracts and details of your income, expenses and debts. A service advisor shows the way but does not advise on the matter itself.',
        eligibility:
          'A person with a municipality of residence in Finland or a home in another EU country whose means are below the limits.',
        charge: 'Free, or a deductible according to income.',
      },
      plain: {
        name: 'Oikeusapu',
        summary: 'Oikeusapu auttaa, kun tarvitset lakimiestä.',
        description:
          'Lakimies voi auttaa esimerkiksi erossa, perinnössä tai riidassa. Jos sinulla on vähän rahaa, apu on ilmainen tai halpa.\n\nLakimies voi myös puhua puolestasi oikeudessa.',
        instruction: 'Katso ensin, auttaako kotivakuutuksesi. Hae sitten oikeusapua netissä tai soita. Ota paperit mukaan.',
        charge: 'Apu voi olla ilmaista. Se riippuu tuloistasi.',
        eligibility: 'Ihminen, jolla on pienet tulot ja joka asuu Suomessa tai toisessa EU-maassa.',
      },
    },
    terms: {
      fi: ['lakimies', 'asianajaja', 'juristi', 'riita', 'haluan valittaa päätöksestä', 'oikeudenkäynti'],
      sv: ['advokat', 'jurist', 'tvist', 'överklaga beslut', 'rättegång'],
      en: ['lawyer', 'solicitor', 'dispute', 'appeal a decision', 'court case'],
    },
    channels: ['oikeus-asiointi', 'oikeusapu-puhelin', 'oikeusaputoimisto'],
  },
  {
    key: 'edunvalvonta',
    provider: 'oikeus',
    charge: 'charged',
    lifeEvents: ['KE11'],
    serviceClasses: ['P7.11'],
    targetGroups: ['KR1', 'KR1.1', 'KR1.4', 'KR1.6'],
    texts: {
      fi: {
        name: 'Edunvalvonta ja neuvonta edunvalvonnasta',
        summary: 'Edunvalvoja hoitaa raha- ja muita asioita, kun ihminen ei itse pysty eikä muu apu riitä.',
        description:
          'Edunvalvojaa tarvitaan, kun ihminen ei esimerkiksi sairauden takia pysty hoitamaan asioitaan. Ensin katsotaan, riittääkö läheisen apu, valtuus tai edunvalvontavaltuutus.\n\nEdunvalvojan määrää käräjäoikeus tai Digi- ja väestötietovirasto. Edunvalvojaksi voidaan määrätä läheinen tai yleinen edunvalvoja. Päämies saa edelleen hoitaa itse sen, mihin pystyy.',
        instruction:
          'Henkilö itse voi hakea edunvalvojaa. Kuka tahansa voi ilmoittaa edunvalvonnan tarpeesta. Liitä mukaan lääkärinlausunto, jos sinulla on sellainen. Kysy neuvontaa ennen hakemusta: puhelussa käydään läpi muut keinot.',
        charge: 'Neuvonta on maksutonta. Edunvalvonnasta peritään palkkio tulojen mukaan.',
      },
      sv: {
        name: 'Intressebevakning och rådgivning om den',
        summary: 'En intressebevakare sköter ekonomi och andra ärenden när en person inte själv kan och annan hjälp inte räcker.',
        description:
          'En intressebevakare behövs när en person till exempel på grund av sjukdom inte kan sköta sina ärenden. Först ser man om en närståendes hjälp, en fullmakt eller en intressebevakningsfullmakt räcker.\n\nIntressebevakaren förordnas av tingsrätten eller Myndigheten för digitalisering och befolkningsdata. Det kan vara en närstående eller en allmän intressebevakare. Huvudmannen får fortfarande själv sköta det hen klarar av.',
        instruction:
          'Personen själv kan ansöka om en intressebevakare. Vem som helst kan anmäla behovet. Bifoga ett läkarutlåtande om det finns. Be om rådgivning före ansökan: i samtalet går man igenom andra sätt.',
        charge: 'Rådgivningen är avgiftsfri. För intressebevakning tas ett arvode enligt inkomsterna.',
      },
      en: {
        name: 'Guardianship and advice about it',
        summary: 'A guardian takes care of money and other affairs when a person cannot and other help is not enough.',
        description:
          'A guardian is needed when a person cannot manage their affairs, because of an illness for instance. First it is considered whether a relative’s help, a mandate or a continuing power of attorney is enough.\n\nThe guardian is appointed by the district court or the Digital and Population Data Services Agency. It can be a relative or a public guardian. The client still manages what they are able to.',
        instruction:
          'The person can apply for a guardian. Anyone can notify that one is needed. Attach a doctor’s statement if there is one. Ask for advice before applying: other ways are gone through in the call.',
        charge: 'Advice is free. A fee is taken for guardianship according to income.',
      },
      plain: {
        name: 'Edunvalvonta',
        summary: 'Edunvalvoja hoitaa rahat ja asiat, jos ihminen ei itse pysty.',
        description:
          'Jos ihminen on esimerkiksi hyvin sairas, hän voi saada edunvalvojan. Edunvalvoja maksaa laskut ja hoitaa asioita.\n\nEdunvalvoja voi olla läheinen tai työntekijä.',
        instruction: 'Soita ja kysy neuvoa. Voit hakea edunvalvojaa itsellesi. Voit myös ilmoittaa, että toinen tarvitsee apua.',
        charge: 'Neuvo ei maksa. Edunvalvonta maksaa, jos on tuloja.',
      },
    },
    terms: {
      fi: ['edunvalvoja', 'holhooja', 'muistisairaan raha-asiat', 'kuka hoitaa laskut', 'äiti ei enää maksa laskujaan'],
      sv: ['förmyndare', 'intressebevakare', 'minnessjuk och pengar', 'vem sköter räkningarna'],
      en: ['guardian', 'trustee', 'who pays the bills', 'dementia and money', 'parent cannot handle money'],
    },
    channels: ['edunvalvonta-puhelin', 'edunvalvonta-hakemus', 'oikeusaputoimisto'],
  },
  {
    key: 'talous-ja-velkaneuvonta',
    provider: 'oikeus',
    charge: 'free',
    lifeEvents: ['KE9', 'KE8'],
    serviceClasses: ['P15.1'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Talous- ja velkaneuvonta',
        summary: 'Maksuton ja luottamuksellinen apu, kun rahat eivät riitä tai velat kasvavat. Ota yhteyttä mieluummin aikaisin.',
        description:
          'Neuvoja käy kanssasi läpi tulot, menot ja velat ja etsii ratkaisun: maksusuunnitelman, sovinnon velkojien kanssa tai yksityishenkilön velkajärjestelyn hakemisen käräjäoikeudesta.\n\nApua saa myös, vaikka velat olisivat jo ulosotossa tai sinulla olisi maksuhäiriömerkintä. Neuvoja ei moiti eikä ilmoita asiasta kenellekään.',
        instruction:
          'Varaa aika puhelimitse tai täytä yhteydenotto verkossa. Kokoa laskut, lainapaperit, perintäkirjeet ja palkka- tai etuuslaskelmat, vaikka ne olisivat avaamatta. Palvelupisteessä saat apua papereiden järjestämiseen.',
        charge: 'Maksuton.',
      },
      sv: {
        name: 'Ekonomi- och skuldrådgivning',
        summary: 'Avgiftsfri och konfidentiell hjälp när pengarna inte räcker eller skulderna växer. Ta kontakt hellre tidigt.',
        description:
          'Rådgivaren går igenom dina inkomster, utgifter och skulder och söker en lösning: en betalningsplan, en överenskommelse med borgenärerna eller en ansökan om skuldsanering för privatpersoner hos tingsrätten.\n\nDu får hjälp även om skulderna redan är i utsökning eller du har en betalningsanmärkning. Rådgivaren klandrar dig inte och berättar inte för någon.',
        instruction:
          'Boka tid per telefon eller fyll i kontaktblanketten på nätet. Samla räkningar, lånepapper, indrivningsbrev och löne- eller förmånsspecifikationer, också oöppnade. På servicepunkten får du hjälp att ordna papperen.',
        charge: 'Avgiftsfritt.',
      },
      en: {
        name: 'Financial and debt counselling',
        summary: 'Free, confidential help when money runs short or debts grow. It pays to get in touch early.',
        description:
          'An adviser goes through your income, expenses and debts with you and looks for a way out: a payment plan, a settlement with creditors or applying to the district court for adjustment of a private person’s debts.\n\nYou can get help even if debts are in enforcement or you have a payment default. The adviser does not blame you and tells nobody.',
        instruction:
          'Book a time by phone or send the contact form. Gather bills, loan papers, collection letters and pay or benefit slips, even unopened ones. The service point helps you to sort the papers.',
        charge: 'Free of charge.',
      },
      plain: {
        name: 'Apua velkoihin',
        summary: 'Saat apua, jos rahasi eivät riitä tai sinulla on velkoja. Apu ei maksa.',
        description:
          'Neuvoja katsoo kanssasi, paljonko rahaa tulee ja menee. Yhdessä mietitte, miten maksat velat.\n\nNeuvoja ei kerro asiasta muille.',
        instruction: 'Soita ja varaa aika. Ota laskut ja kirjeet mukaan. Ne voivat olla avaamatta.',
        charge: 'Ei maksa.',
      },
    },
    terms: {
      fi: [
        'en pysty maksamaan velkojani',
        'pikavipit',
        'perintäkirje',
        'luottotiedot menneet',
        'maksuhäiriö',
        'rahat loppu',
        'velkajärjestely',
      ],
      sv: ['jag kan inte betala mina skulder', 'snabblån', 'inkasso', 'betalningsanmärkning', 'skuldsanering'],
      en: ['I cannot pay my debts', 'payday loans', 'debt collection letter', 'bad credit', 'debt adjustment', 'money troubles'],
    },
    channels: ['velkaneuvonta-yhteydenotto', 'velkaneuvonta-puhelin', 'oikeusaputoimisto', 'piste-mallila'],
  },
  {
    key: 'ulosotto',
    provider: 'ulosotto',
    charge: 'free',
    lifeEvents: ['KE9'],
    serviceClasses: ['P15.5'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Ulosotto: maksaminen ja maksusuunnitelma',
        summary: 'Kun velka on ulosotossa, voit maksaa sen, sopia maksusuunnitelmasta tai pyytää helpotusta palkan ulosmittaukseen.',
        description:
          'Saat ulosotosta kirjeen, jossa kerrotaan velka, summa ja maksuaika. Jos et pysty maksamaan kerralla, ota yhteyttä kirjeessä mainittuun yksikköön ennen eräpäivää.\n\nTuloistasi jätetään aina suojaosuus elämiseen. Pitkän työttömyyden tai sairauden jälkeen ulosmittausta voidaan lykätä tai pienentää.',
        instruction:
          'Pidä kirje esillä ja käytä siinä olevaa asianumeroa. Velkasi näet verkossa tunnistautumalla. Kerro tuloistasi, elatusvelvollisuuksistasi ja muutoksista heti. Jos velkoja on paljon, varaa samalla aika velkaneuvontaan.',
        charge: 'Neuvonta on maksutonta. Velan lisäksi peritään taulukkomaksu.',
        deadline: 'Toimi ennen kirjeessä olevaa päivää.',
      },
      sv: {
        name: 'Utsökning: betalning och betalningsplan',
        summary: 'När en skuld är i utsökning kan du betala, komma överens om en betalningsplan eller be om lättnad i utmätningen.',
        description:
          'Du får ett brev där skulden, beloppet och betalningstiden står. Om du inte kan betala på en gång, kontakta den enhet som nämns i brevet före förfallodagen.\n\nAv dina inkomster lämnas alltid ett skyddat belopp för livets uppehälle. Efter lång arbetslöshet eller sjukdom kan utmätningen skjutas upp eller minskas.',
        instruction:
          'Ha brevet framme och använd ärendenumret i det. Dina skulder ser du på nätet när du identifierar dig. Berätta genast om inkomster, underhållsplikt och ändringar. Om skulderna är många, boka också tid till skuldrådgivningen.',
        charge: 'Rådgivningen är avgiftsfri. Utöver skulden tas en tabellavgift.',
        deadline: 'Gör något före dagen som står i brevet.',
      },
      en: {
        name: 'Enforcement: paying and payment plans',
        summary: 'When a debt is in enforcement you can pay it, agree on a payment plan or ask for relief from attachment of pay.',
        description:
          'You get a letter stating the debt, the sum and the time for payment. If you cannot pay it all at once, contact the unit named in the letter before the due date.\n\nA protected portion of your income is always left for living. After long unemployment or illness, attachment can be postponed or reduced.',
        instruction:
          'Keep the letter at hand and use the case number in it. You can see your debts online by identifying yourself. Tell about income, maintenance duties and changes at once. If you have many debts, book a time with debt counselling as well.',
        charge: 'Advice is free. A scheduled fee is collected on top of the debt.',
        deadline: 'Act before the date in the letter.',
      },
      plain: {
        name: 'Ulosotto',
        summary: 'Jos velka menee ulosottoon, se otetaan palkasta tai maksat sen itse.',
        description:
          'Saat kirjeen, jos velkasi on ulosotossa. Kirjeessä lukee, paljonko pitää maksaa ja milloin.\n\nSinulle jätetään aina rahaa elämiseen.',
        instruction: 'Lue kirje. Jos et voi maksaa, soita ennen viimeistä päivää. Voit sopia, että maksat vähän kerrallaan.',
        deadline: 'Viimeinen päivä lukee kirjeessä.',
        charge: 'Neuvo ei maksa. Velan lisäksi maksat pienen maksun.',
      },
    },
    terms: {
      fi: ['ulosottokirje', 'palkasta otetaan velkaa', 'vouti', 'ulosmittaus', 'häätö'],
      sv: ['utsökningsbrev', 'utmätning av lön', 'utmätningsman', 'vräkning'],
      en: ['bailiff', 'attachment of wages', 'letter from enforcement', 'eviction'],
    },
    channels: ['ulosotto-asiointi', 'ulosotto-puhelin'],
  },
  {
    key: 'avioero',
    provider: 'karajaoikeus',
    charge: 'charged',
    lifeEvents: ['KE7'],
    serviceClasses: ['P3.5', 'P7.7'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Avioeron hakeminen',
        summary: 'Hae avioeroa käräjäoikeudesta yksin tai yhdessä. Yleensä ero tulee voimaan puolen vuoden harkinta-ajan jälkeen.',
        description:
          'Avioeroa voi hakea ilman perusteluja. Ensin tehdään hakemus, sitten alkaa kuuden kuukauden harkinta-aika. Sen jälkeen pyydetään eroa uudestaan: muuten avioliitto jatkuu. Jos olette asuneet erillään kaksi vuotta, harkinta-aikaa ei tarvita.\n\nLasten huollosta, asumisesta ja elatuksesta sovitaan lastenvalvojan luona. Omaisuus ositetaan erikseen.',
        instruction:
          'Täytä hakemus verkossa tai lomakkeella. Kerro molempien tiedot ja se, haetteko yhdessä. Käräjäoikeus lähettää laskun. Merkitse kalenteriin, milloin harkinta-aika päättyy: toista vaihetta pitää hakea vuoden kuluessa sen alkamisesta.',
        charge: 'Maksullinen oikeudenkäyntimaksu. Voit hakea maksuun helpotusta oikeusavun kautta.',
        deadline: 'Lopullista eroa haetaan 6–12 kuukauden kuluttua ensimmäisestä hakemuksesta.',
      },
      sv: {
        name: 'Ansökan om äktenskapsskillnad',
        summary: 'Ansök om skilsmässa hos tingsrätten, ensam eller tillsammans. I regel gäller ett halvt års betänketid.',
        description:
          'Skilsmässa kan sökas utan motivering. Först görs en ansökan, sedan börjar sex månaders betänketid. Därefter begärs skilsmässan på nytt: annars fortsätter äktenskapet. Om ni har bott åtskilda i två år behövs ingen betänketid.\n\nBarnens vårdnad, boende och underhåll avtalas hos barnatillsyningsmannen. Egendomen avvittras för sig.',
        instruction:
          'Fyll i ansökan på nätet eller med blankett. Uppge bådas uppgifter och om ni ansöker tillsammans. Tingsrätten skickar en räkning. Anteckna när betänketiden går ut: det andra skedet ska sökas inom ett år från att den började.',
        charge: 'Rättegångsavgift. Befrielse från avgiften kan sökas genom rättshjälpen.',
        deadline: 'Slutlig skilsmässa söks 6–12 månader efter den första ansökan.',
      },
      en: {
        name: 'Applying for divorce',
        summary: 'Apply for divorce at the district court, alone or together. There is usually a six-month reconsideration period.',
        description:
          'You can apply for divorce without giving reasons. After the first application a six-month reconsideration period begins. Then divorce must be asked for again, otherwise the marriage continues. If you have lived apart for two years, no such period is needed.\n\nCustody, living arrangements and maintenance of children are agreed with the child welfare officer. Property is divided separately.',
        instruction:
          'Fill in the application online or by form. Give the details of both and whether you apply together. The court sends an invoice. Note when the reconsideration period ends: the second stage must be applied for within a year of its beginning.',
        charge: 'There is a court fee. Relief can be sought through legal aid.',
        deadline: 'The final divorce is applied for 6–12 months after the first application.',
      },
      plain: {
        name: 'Avioero',
        summary: 'Avioeroa haetaan käräjäoikeudesta. Voit hakea eroa yksin tai yhdessä puolison kanssa.',
        description:
          'Ensin teet hakemuksen. Sitten odotat 6 kuukautta. Sen jälkeen pyydät eroa uudestaan.\n\nJos teillä on lapsia, sopikaa lasten asioista lastenvalvojan kanssa.',
        instruction: 'Täytä hakemus netissä tai paperilla. Kirjoita muistiin, milloin 6 kuukautta on kulunut.',
        charge: 'Ero maksaa.',
        deadline: 'Hae eroa uudestaan, kun 6 kuukautta on kulunut. Tee se ennen kuin hakemuksesta on kulunut vuosi.',
      },
    },
    terms: {
      fi: ['haluan erota', 'ero puolisosta', 'harkinta-aika', 'ositus', 'erohakemus'],
      sv: ['skilja sig', 'skilsmässoansökan', 'betänketid', 'avvittring'],
      en: ['get divorced', 'separation', 'leave my husband', 'division of property'],
    },
    channels: ['karajaoikeus-asiointi', 'karajaoikeus-avioerolomake', 'karajaoikeus-puhelin'],
  },
];
