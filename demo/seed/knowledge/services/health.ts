import type { DemoService } from '../types.ts';

export const healthServices: DemoService[] = [
  {
    key: 'terveysasema',
    provider: 'hyvinvointialue',
    charge: 'charged',
    area: 'region',
    lifeEvents: ['KE11'],
    serviceClasses: ['P5.1', 'P5.5'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Terveysaseman vastaanotto ja hoidon tarpeen arvio',
        summary: 'Ota yhteyttä, kun olet sairas tai tarvitset lääkäriä tai hoitajaa. Ammattilainen arvioi, kuinka pian tarvitset hoitoa.',
        description:
          'Terveysasema vastaa arkisin. Jos et saa heti yhteyttä, sinulle soitetaan takaisin saman päivän aikana. Osa asioista hoituu puhelimessa, etävastaanotolla tai hoitajalla.\n\nIltaisin ja viikonloppuna kiireellistä apua saa päivystyksestä. Hengenvaarassa soita 112.',
        instruction:
          'Soita tai ota yhteyttä verkossa. Kerro oireet, milloin ne alkoivat ja mitä lääkkeitä käytät. Ota vastaanotolle Kela-kortti tai henkilökortti. Palvelupiste auttaa yhteydenotossa, mutta ei anna terveysneuvoja.',
        charge: 'Lääkärikäynnistä peritään asiakasmaksu, jota ei peritä alle 18-vuotiailta. Käyttämättä jätetystä ajasta voi tulla maksu.',
        processing: 'Kiireettömään hoitoon pääsee lain mukaan viimeistään kolmen kuukauden kuluttua arviosta.',
      },
      sv: {
        name: 'Hälsostationens mottagning och vårdbedömning',
        summary: 'Ta kontakt när du är sjuk eller behöver läkare eller vårdare. En yrkesperson bedömer hur snart du behöver vård.',
        description:
          'Hälsostationen svarar vardagar. Om du inte får kontakt genast ringer man upp dig samma dag. En del sköts per telefon, på distansmottagning eller hos en vårdare.\n\nKvällar och veckoslut får du brådskande hjälp på jouren. Ring 112 vid livsfara.',
        instruction:
          'Ring eller ta kontakt på nätet. Berätta om symtomen, när de började och vilka läkemedel du använder. Ta med FPA-kort eller identitetskort. Servicepunkten hjälper dig att ta kontakt men ger inga hälsoråd.',
        charge: 'För läkarbesök tas en klientavgift, dock inte av personer under 18 år. En outnyttjad tid kan kosta.',
        processing: 'Enligt lagen får du icke-brådskande vård senast tre månader efter bedömningen.',
      },
      en: {
        name: 'Health centre appointments and assessment',
        summary: 'Get in touch when you are ill or need a doctor or nurse. A professional assesses how soon you need care.',
        description:
          'The health centre answers on weekdays. If you do not get through, you are called back the same day. Some matters are dealt with by phone, remotely or by a nurse.\n\nIn the evenings and at weekends urgent help is given at the emergency clinic. If life is in danger call 112.',
        instruction:
          'Call or get in touch online. Tell your symptoms, when they began and which medicines you take. Bring your Kela card or identity card. The service point helps you make contact but gives no health advice.',
        charge: 'A client fee is charged for a doctor’s visit, not for those under 18. A missed appointment may cost.',
        processing: 'By law non-urgent care must be reached at the latest three months after the assessment.',
      },
      plain: {
        name: 'Terveysasema',
        summary: 'Kun olet sairas, soita terveysasemalle.',
        description:
          'Hoitaja kysyy, mikä sinulla on. Sitten hän kertoo, milloin pääset lääkäriin tai hoitajalle.\n\nJos on hengenvaara, soita 112. Illalla ja viikonloppuna mene päivystykseen.',
        instruction: 'Soita tai kirjoita netissä. Kerro, mitä oireita sinulla on. Ota Kela-kortti mukaan.',
        charge: 'Lääkäri maksaa. Alle 18-vuotias ei maksa.',
        processing: 'Jos asialla ei ole kiire, pääset hoitoon 3 kuukauden kuluessa.',
      },
    },
    terms: {
      fi: ['lääkäriin', 'arvauskeskus', 'terveyskeskus', 'päivystys', 'lääkäriaika', 'kuume ja yskä', 'reseptin uusiminen'],
      sv: ['läkartid', 'hälsocentral', 'jour', 'gå till läkare', 'feber och hosta', 'förnya recept'],
      en: ['doctor', 'GP', 'see a nurse', 'emergency clinic', 'fever and cough', 'renew prescription'],
    },
    channels: ['hyvinvointi-asiointi', 'terveysasema-puhelin', 'paivystys-puhelin', 'terveysasema-mallila'],
  },
  {
    key: 'neuvola',
    provider: 'hyvinvointialue',
    charge: 'free',
    area: 'region',
    lifeEvents: ['KE1', 'KE1.1'],
    serviceClasses: ['P5.2', 'P3.2', 'P3.3'],
    targetGroups: ['KR1', 'KR1.2'],
    texts: {
      fi: {
        name: 'Äitiys- ja lastenneuvola',
        summary: 'Neuvola seuraa raskautta sekä lapsen kasvua ja hyvinvointia. Ota yhteyttä heti, kun olet raskaana.',
        description:
          'Neuvolasta saat raskausajan tarkastukset, todistuksen raskaudesta, valmennusta vanhemmuuteen ja lapsen rokotukset ja tarkastukset. Myös toinen vanhempi on tervetullut.\n\nNeuvolassa voi puhua arjesta, väsymyksestä, parisuhteesta ja rahahuolista. Tarvittaessa saat apua perhetyöstä tai perheneuvolasta.',
        instruction:
          'Soita neuvolaan tai varaa aika verkossa. Kerro viimeisten kuukautisten alkamispäivä. Ota ensimmäiselle käynnille henkilökortti ja lista lääkkeistä.',
        charge: 'Maksuton.',
        deadline: 'Ota yhteyttä raskausviikoilla 6–8, viimeistään ennen neljännen kuukauden loppua.',
      },
      sv: {
        name: 'Mödra- och barnrådgivning',
        summary: 'Rådgivningen följer graviditeten och barnets uppväxt och hälsa. Ta kontakt genast när du är gravid.',
        description:
          'På rådgivningen får du graviditetens undersökningar, graviditetsintyg, handledning i föräldraskap och barnets vaccinationer och kontroller. Också den andra föräldern är välkommen.\n\nDu kan tala om vardagen, trötthet, parförhållandet och pengar. Vid behov får du hjälp av familjearbete eller familjerådgivning.',
        instruction:
          'Ring rådgivningen eller boka tid på nätet. Uppge när din senaste mens började. Ta med identitetskort och en lista på läkemedel till första besöket.',
        charge: 'Avgiftsfritt.',
        deadline: 'Ta kontakt under graviditetsvecka 6–8, senast före utgången av fjärde månaden.',
      },
      en: {
        name: 'Maternity and child health clinic',
        summary: 'The clinic follows your pregnancy and your child’s growth and health. Get in touch as soon as you are pregnant.',
        description:
          'The clinic gives pregnancy check-ups, a certificate of pregnancy, guidance in parenthood, and your child’s vaccinations and checks. The other parent is welcome too.\n\nYou can talk about daily life, tiredness, your relationship and money. If needed you get help from family work or family counselling.',
        instruction:
          'Call the clinic or book online. Tell the first day of your last period. Bring identification and a list of your medicines to the first visit.',
        charge: 'Free of charge.',
        deadline: 'Get in touch in weeks 6–8 of pregnancy, at the latest before the end of the fourth month.',
      },
      plain: {
        name: 'Neuvola',
        summary: 'Neuvola auttaa, kun odotat lasta tai sinulla on pieni lapsi.',
        description:
          'Neuvolassa tutkitaan, miten sinä ja vauva voitte. Lapsi saa rokotukset ja tarkastukset.\n\nNeuvolassa voit kertoa myös huolista.',
        instruction: 'Soita heti, kun tiedät, että olet raskaana.',
        charge: 'Ei maksa.',
        deadline: 'Soita, kun raskaus on kestänyt 6–8 viikkoa.',
      },
    },
    terms: {
      fi: ['olen raskaana', 'vauvan rokotukset', 'lapsen tarkastus', 'raskaustodistus', 'neuvolatäti'],
      sv: ['jag är gravid', 'barnets vaccinationer', 'graviditetsintyg', 'bebisens kontroll'],
      en: ['I am pregnant', 'baby vaccinations', 'child check-up', 'antenatal clinic'],
    },
    channels: ['neuvola-puhelin', 'hyvinvointi-asiointi', 'terveysasema-mallila'],
  },
  {
    key: 'mielenterveys',
    provider: 'hyvinvointialue',
    charge: 'free',
    area: 'region',
    lifeEvents: ['KE11'],
    serviceClasses: ['P5.7'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Mielenterveys- ja päihdepalvelut',
        summary: 'Apua pahaan oloon, ahdistukseen, masennukseen tai päihteiden käyttöön. Lähetettä ei tarvita.',
        description:
          'Voit tulla juttelemaan, vaikka et tietäisi, mikä sinua auttaa. Työntekijä kuuntelee, arvioi yhdessä kanssasi tilannetta ja suunnittelee hoidon. Myös läheinen voi kysyä neuvoa.\n\nPalvelu on luottamuksellinen. Jos olet vaarassa tai ajattelet vahingoittaa itseäsi, soita 112.',
        instruction:
          'Soita tai tule avoimelle vastaanotolle. Sinun ei tarvitse kertoa kaikkea heti eikä antaa nimeäsi ensimmäisessä puhelussa. Voit ottaa mukaan ihmisen, johon luotat.',
        charge: 'Suurin osa käynneistä on maksuttomia.',
      },
      sv: {
        name: 'Mentalvårds- och missbrukartjänster',
        summary: 'Hjälp vid dåligt mående, ångest, depression eller bruk av rusmedel. Remiss behövs inte.',
        description:
          'Du får komma och prata fast du inte vet vad som hjälper. En anställd lyssnar, bedömer läget tillsammans med dig och planerar vården. Också en närstående kan fråga om råd.\n\nTjänsten är konfidentiell. Ring 112 om du är i fara eller tänker skada dig själv.',
        instruction:
          'Ring eller kom till den öppna mottagningen. Du behöver inte berätta allt genast och inte uppge namn i första samtalet. Du får ta med någon som du litar på.',
        charge: 'De flesta besök är avgiftsfria.',
      },
      en: {
        name: 'Mental health and substance use services',
        summary: 'Help with feeling low, anxiety, depression or substance use. No referral is needed.',
        description:
          'You can come and talk even if you do not know what would help. A worker listens, assesses the situation with you and plans the care. Someone close to you can ask for advice too.\n\nThe service is confidential. If you are in danger or think of harming yourself, call 112.',
        instruction:
          'Call or come to the open surgery. You need not tell everything at once, nor give your name in the first call. You may bring a person you trust.',
        charge: 'Most visits are free of charge.',
      },
      plain: {
        name: 'Apua mieleen ja päihteisiin',
        summary: 'Saat apua, jos sinulla on paha olo tai käytät paljon alkoholia tai huumeita.',
        description:
          'Voit tulla puhumaan työntekijän kanssa. Yhdessä mietitte, mikä auttaa.\n\nKukaan ulkopuolinen ei saa tietää. Jos olet vaarassa, soita 112.',
        instruction: 'Soita tai tule paikalle. Voit ottaa ystävän mukaan.',
        charge: 'Yleensä ei maksa.',
      },
    },
    terms: {
      fi: ['masennus', 'ahdistaa', 'en jaksa', 'juon liikaa', 'huumeet', 'paniikkikohtaus', 'paha olo'],
      sv: ['depression', 'ångest', 'jag orkar inte', 'dricker för mycket', 'droger', 'dåligt mående'],
      en: ['depression', 'anxiety', 'I cannot cope', 'drinking too much', 'drugs', 'panic attacks'],
    },
    channels: ['mielenterveys-puhelin', 'hyvinvointi-asiointi', 'terveysasema-mallila'],
  },
  {
    key: 'kotihoito',
    provider: 'hyvinvointialue',
    charge: 'charged',
    area: 'region',
    lifeEvents: ['KE11', 'KE10'],
    serviceClasses: ['P4.3', 'P4.2', 'P5.14'],
    targetGroups: ['KR1', 'KR1.1', 'KR1.4', 'KR1.6'],
    texts: {
      fi: {
        name: 'Kotihoito',
        summary: 'Hoitoa ja apua kotiin, kun et selviä arjesta yksin. Palvelutarve arvioidaan yhdessä sinun ja läheistesi kanssa.',
        description:
          'Kotihoito auttaa peseytymisessä, lääkkeissä, ruokailussa ja muussa, mikä ei enää onnistu itse. Apua voi saada päivällä, illalla ja yöllä, ja osa käynneistä hoidetaan etäyhteydellä.\n\nSamalla arvioidaan tukipalvelut: ateriat, turvaranneke ja kauppapalvelu. Kotiutuessasi sairaalasta arviointi alkaa usein jo siellä.',
        instruction:
          'Soita palveluohjaukseen. Kerro, missä arjessa tarvitset apua. Palveluneuvoja voi auttaa soittamaan. Kun tilanteesi muuttuu, pyydä arviota uudelleen.',
        charge: 'Maksu riippuu avun määrästä, tuloista ja perheen koosta. Palvelutarpeen arvio on maksuton.',
        processing:
          'Kiireellinen tarve arvioidaan heti. Iäkkään ihmisen arvio aloitetaan viimeistään seitsemäntenä arkipäivänä yhteydenotosta.',
      },
      sv: {
        name: 'Hemvård',
        summary: 'Vård och hjälp hemma när du inte klarar vardagen ensam. Behovet bedöms tillsammans med dig och dina närstående.',
        description:
          'Hemvården hjälper med hygien, läkemedel, mat och annat som inte längre lyckas på egen hand. Hjälp kan fås dag, kväll och natt, och en del besök sköts på distans.\n\nSamtidigt bedöms stödtjänster: måltider, trygghetsarmband och butikstjänst. När du skrivs ut från sjukhuset börjar bedömningen ofta redan där.',
        instruction:
          'Ring servicehandledningen. Berätta vad du behöver hjälp med. Servicerådgivaren kan hjälpa dig att ringa. Be om en ny bedömning när läget ändras.',
        charge: 'Avgiften beror på hjälpens mängd, inkomster och familjestorlek. Bedömningen är avgiftsfri.',
        processing: 'Brådskande behov bedöms genast. För en äldre person inleds bedömningen senast sjunde vardagen efter kontakten.',
      },
      en: {
        name: 'Home care',
        summary: 'Care and help at home when you cannot manage daily life alone. Your needs are assessed with you and your family.',
        description:
          'Home care helps with washing, medicines, meals and other things you can no longer manage. Help is given by day, in the evening and at night, and some visits are remote.\n\nSupport services are assessed too: meals, a safety wristband, shopping. When you leave hospital the assessment often begins there.',
        instruction:
          'Call service guidance. Tell what you need help with. A service advisor can help you to call. Ask for a new assessment when your situation changes.',
        charge: 'The fee depends on the amount of help, income and family size. The assessment is free.',
        processing:
          'An urgent need is assessed at once. For an older person the assessment begins at the latest on the seventh working day.',
      },
      plain: {
        name: 'Kotihoito',
        summary: 'Saat apua kotiin, jos et enää selviä yksin.',
        description: 'Hoitaja käy kotonasi. Hän voi auttaa lääkkeissä, pesussa ja ruoassa.\n\nEnsin työntekijä kysyy, mitä apua tarvitset.',
        instruction: 'Soita ja kerro, missä tarvitset apua. Läheinen voi soittaa puolestasi.',
        charge: 'Kotihoito maksaa. Hinta riippuu tuloista.',
        processing: 'Jos asialla on kiire, apua mietitään heti. Muuten työntekijä ottaa yhteyttä noin viikossa.',
      },
    },
    terms: {
      fi: [
        'mummo ei pärjää yksin',
        'äiti ei enää pärjää kotona',
        'kotiapu',
        'turvaranneke',
        'ateriapalvelu',
        'vanhus yksin kotona',
        'lääkkeiden jako',
      ],
      sv: ['mormor klarar sig inte ensam', 'mamma klarar sig inte hemma', 'hemhjälp', 'trygghetsarmband', 'måltidstjänst', 'ensam äldre'],
      en: [
        'grandmother cannot manage alone',
        'mother cannot manage at home',
        'home help',
        'safety wristband',
        'meals on wheels',
        'elderly alone at home',
      ],
    },
    channels: ['palveluohjaus-puhelin', 'kotihoito-hakemus', 'hyvinvointi-asiointi'],
  },
  {
    key: 'omaishoito',
    provider: 'hyvinvointialue',
    charge: 'free',
    area: 'region',
    lifeEvents: ['KE13', 'KE11'],
    serviceClasses: ['P5.14', 'P4.2'],
    targetGroups: ['KR1', 'KR1.1', 'KR1.4', 'KR1.6'],
    texts: {
      fi: {
        name: 'Omaishoidon tuki',
        summary: 'Hoitopalkkio, vapaapäiviä ja tukea sinulle, joka hoidat läheistäsi kotona.',
        description:
          'Omaishoitaja tekee sopimuksen hyvinvointialueen kanssa. Siihen kuuluvat hoitopalkkio, oikeus vapaapäiviin, valmennus ja terveystarkastukset. Hoidettavalle järjestetään hoito vapaan ajaksi.\n\nTukea myönnetään, kun hoidon tarve on todettu ja kotona hoitaminen on hoidettavan etu. Palkkio on veronalaista tuloa.',
        instruction:
          'Soita palveluohjaukseen ja pyydä arviota. Hoidettava ja hoitaja tulevat mukaan. Kerro, mitä hoitoa annat päivän ja yön aikana. Pyydä lääkärinlausunto, jos sitä kysytään.',
        charge: 'Hoitajalle maksuton. Hoidettavan palveluista voi tulla maksuja.',
      },
      sv: {
        name: 'Stöd för närståendevård',
        summary: 'Vårdarvode, lediga dagar och stöd till dig som vårdar en närstående hemma.',
        description:
          'Närståendevårdaren gör ett avtal med välfärdsområdet. Det omfattar vårdarvode, rätt till lediga dagar, handledning och hälsoundersökningar. För den vårdade ordnas vård under ledigheten.\n\nStöd beviljas när vårdbehovet har konstaterats och vården är till den vårdades fördel. Arvodet är beskattningsbar inkomst.',
        instruction:
          'Ring servicehandledningen och be om en bedömning. Både den vårdade och vårdaren deltar. Berätta vilken vård du ger dag och natt. Skaffa läkarutlåtande om det begärs.',
        charge: 'Avgiftsfritt för vårdaren. Tjänster för den vårdade kan kosta.',
      },
      en: {
        name: 'Support for informal care',
        summary: 'A care fee, days off and support for you who care for someone close at home.',
        description:
          'The carer makes an agreement with the wellbeing services county. It includes a care fee, the right to days off, training and health checks. Care is arranged for the cared-for person meanwhile.\n\nSupport is granted when the need for care has been established and care at home is in that person’s interest. The fee is taxable income.',
        instruction:
          'Call service guidance and ask for an assessment. Both the carer and the person cared for take part. Tell what care you give by day and night. Get a doctor’s statement if asked.',
        charge: 'Free for the carer. Services for the person cared for may cost.',
      },
      plain: {
        name: 'Omaishoidon tuki',
        summary: 'Jos hoidat läheistä kotona, voit saada rahaa ja vapaata.',
        description: 'Teet sopimuksen hyvinvointialueen kanssa. Saat palkkion ja vapaapäiviä. Vapaan aikana joku muu hoitaa läheistäsi.',
        instruction: 'Soita ja kerro, ketä hoidat ja mitä hoitoon kuuluu.',
        charge: 'Hoitajalle ei maksa.',
      },
    },
    terms: {
      fi: ['hoidan vaimoani kotona', 'omaishoitaja', 'hoidan vanhempaani', 'lepoa omaishoitajalle', 'omaishoidon vapaat'],
      sv: ['jag vårdar min man', 'närståendevårdare', 'ledighet för anhörigvårdare', 'anhörigvård'],
      en: ['caring for my husband', 'carer', 'time off for carers', 'looking after my parent'],
    },
    channels: ['palveluohjaus-puhelin', 'hyvinvointi-asiointi', 'omaishoito-hakemus'],
  },
];
