import type { DemoService } from '../types.ts';

export const workServices: DemoService[] = [
  {
    key: 'tyonhaku',
    provider: 'tyollisyysalue',
    charge: 'free',
    area: 'region',
    lifeEvents: ['KE8'],
    serviceClasses: ['P10.1', 'P10.2'],
    targetGroups: ['KR1', 'KR1.3'],
    texts: {
      fi: {
        name: 'Työnhakijaksi ilmoittautuminen ja työnhaun neuvonta',
        summary: 'Ilmoittaudu työnhakijaksi ensimmäisenä työttömänä päivänä. Saat omavalmentajan ja apua työn etsimiseen.',
        description:
          'Työllisyyspalvelut kuuluvat kunnille ja niiden muodostamille työllisyysalueille. Ilmoittautumisen jälkeen sinut kutsutaan haastatteluun, jossa tehdään suunnitelma: työn hakemista, koulutusta, työkokeilua tai valmennusta.\n\nIlmoittautuminen on työttömyysetuuden ehto. Etuuden maksaa Kela tai työttömyyskassa. Lomautettu ilmoittautuu samalla tavalla.',
        instruction:
          'Ilmoittaudu verkossa. Jos se ei onnistu, soita tai tule palvelupisteeseen: voit käyttää asiakaspäätettä neuvojan vierellä. Pidä esillä työtodistukset ja tieto työsuhteen päättymisestä. Pidä kiinni sovituista ajoista, jotta etuus ei katkea.',
        eligibility: 'Työtön, lomautettu, työttömyysuhan alla oleva tai työtä vaihtava.',
        charge: 'Maksuton.',
        deadline: 'Ilmoittaudu viimeistään ensimmäisenä työttömänä päivänä.',
      },
      sv: {
        name: 'Anmälan som arbetssökande och råd om jobbsökning',
        summary: 'Anmäl dig som arbetssökande första arbetslösa dagen. Du får en egen coach och hjälp att söka jobb.',
        description:
          'Arbetskraftsservicen hör till kommunerna och de sysselsättningsområden som de bildar. Efter anmälan kallas du till en intervju där en plan görs upp: jobbsökning, utbildning, arbetsprövning eller coachning.\n\nAnmälan är ett villkor för arbetslöshetsförmån. Förmånen betalas av FPA eller en arbetslöshetskassa. Den som är permitterad anmäler sig på samma sätt.',
        instruction:
          'Anmäl dig på nätet. Om det inte går, ring eller kom till servicepunkten: du kan använda kunddatorn med rådgivaren bredvid. Ha arbetsintyg och uppgift om när anställningen upphörde till hands. Följ de avtalade tiderna så att förmånen inte bryts.',
        eligibility: 'Den som är arbetslös, permitterad, hotad av arbetslöshet eller byter arbete.',
        charge: 'Avgiftsfritt.',
        deadline: 'Anmäl dig senast första arbetslösa dagen.',
      },
      en: {
        name: 'Registering as a jobseeker, and advice on finding work',
        summary: 'Register as a jobseeker on your first day without work. You get a coach and help in looking for a job.',
        description:
          'Employment services belong to the municipalities and the employment areas they form. After registering you are invited to an interview where a plan is made: job seeking, training, a work trial or coaching.\n\nRegistration is a condition for unemployment benefit, which Kela or an unemployment fund pays. People who are laid off register in the same way.',
        instruction:
          'Register online. If that fails, call or come to the service point: you can use a customer computer with an advisor beside you. Have your work certificates and the end date of your job at hand. Keep agreed times so that your benefit does not stop.',
        eligibility: 'A person who is unemployed, laid off, at risk of unemployment or changing jobs.',
        charge: 'Free of charge.',
        deadline: 'Register at the latest on your first day without work.',
      },
      plain: {
        name: 'Ilmoita, että haet työtä',
        summary: 'Kun jäät työttömäksi, ilmoittaudu työnhakijaksi heti.',
        description:
          'Saat työntekijän, joka auttaa sinua. Yhdessä teette suunnitelman. Voit saada kurssin tai neuvoja työn hakemiseen.\n\nJos et ilmoittaudu, et saa rahaa työttömyyden ajalta.',
        instruction: 'Ilmoittaudu netissä. Jos et osaa, soita tai tule palvelupisteeseen.',
        charge: 'Ei maksa.',
        deadline: 'Tee se ensimmäisenä päivänä, kun olet työtön.',
        eligibility: 'Työtön, lomautettu tai ihminen, joka etsii uutta työtä.',
      },
    },
    terms: {
      fi: ['jäin työttömäksi', 'te-toimisto', 'työkkäri', 'työpaikka', 'irtisanottiin', 'lomautus', 'cv', 'omavalmentaja'],
      sv: ['jag blev arbetslös', 'arbetskraftsbyrån', 'jobb', 'uppsagd', 'permitterad', 'cv'],
      en: ['I lost my job', 'job centre', 'find work', 'laid off', 'CV help', 'employment office'],
    },
    channels: ['tyo-asiointi', 'tyo-puhelin', 'piste-mallila', 'tyollisyyspiste'],
  },
  {
    key: 'kotoutuminen',
    provider: 'tyollisyysalue',
    charge: 'free',
    area: 'region',
    lifeEvents: ['KE5'],
    serviceClasses: ['P4.11', 'P22.3', 'P22.2'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Kotoutumispalvelut',
        summary: 'Suomen tai ruotsin kurssi, alkukartoitus ja suunnitelma Suomeen muuttaneelle. Myös kotona oleville vanhemmille.',
        description:
          'Kunta järjestää alkukartoituksen, jossa selvitetään osaamisesi, kielitaitosi ja palvelutarpeesi. Sen jälkeen laaditaan kotoutumissuunnitelma. Siihen voi kuulua kielikurssi, yhteiskuntaorientaatio ja ohjausta omalla kielelläsi.\n\nSuunnitelmassa otetaan huomioon koko perhe. Saat neuvontaa tulkin kanssa, kun tarvitset sitä.',
        instruction:
          'Ota yhteyttä kotoutumisohjaajaan. Ota mukaan passi tai oleskelulupakortti ja todistukset koulutuksesta. Kerro, mitä kieltä puhut: varaamme tulkin. Lasten hoito voidaan järjestää kurssin ajaksi.',
        eligibility: 'Suomeen muuttanut, jolla on oleskelulupa tai oleskeluoikeus ja kotikunta tai muu lain mukainen peruste.',
        charge: 'Maksuton.',
      },
      sv: {
        name: 'Integrationstjänster',
        summary: 'Kurs i finska eller svenska, inledande kartläggning och plan för dig som flyttat till Finland.',
        description:
          'Kommunen ordnar en inledande kartläggning av dina kunskaper, språk och behov. Därefter görs en integrationsplan: språkkurs, samhällsorientering och handledning på ditt eget språk.\n\nHela familjen beaktas i planen. Du får rådgivning med tolk när du behöver.',
        instruction:
          'Kontakta integrationshandledaren. Ta med pass eller uppehållstillståndskort och intyg över utbildning. Berätta vilket språk du talar: en tolk bokas. Barnpassning kan ordnas under kursen.',
        eligibility:
          'Den som flyttat till Finland och har uppehållstillstånd eller uppehållsrätt och hemkommun eller annan grund enligt lag.',
        charge: 'Avgiftsfritt.',
      },
      en: {
        name: 'Integration services',
        summary: 'Finnish or Swedish lessons, an initial assessment and a plan for people who have moved to Finland.',
        description:
          'The municipality arranges an initial assessment of your skills, languages and needs. Then an integration plan is made: a language course, orientation to society and guidance in your own language.\n\nThe whole family is considered. You get advice with an interpreter when you need one.',
        instruction:
          'Contact an integration advisor. Bring your passport or residence permit card and certificates of education. Say what language you speak: an interpreter is booked. Childcare can be arranged for the course.',
        eligibility:
          'A person who has moved to Finland with a residence permit or right of residence and a municipality of residence or other legal ground.',
        charge: 'Free of charge.',
      },
      plain: {
        name: 'Apua Suomeen muuttaneelle',
        summary: 'Opit suomea ja saat apua, kun muutat Suomeen.',
        description:
          'Työntekijä kysyy, mitä osaat ja mitä tarvitset. Sinulle tehdään suunnitelma. Pääset kielikurssille.\n\nSaat tulkin, jos et vielä osaa suomea.',
        instruction: 'Soita tai tule palvelupisteeseen. Ota mukaan oleskelulupa.',
        charge: 'Ei maksa.',
        eligibility: 'Suomeen muuttanut, jolla on lupa asua täällä.',
      },
    },
    terms: {
      fi: [
        'suomen kielen kurssi',
        'maahanmuuttaja',
        'kielikurssi',
        'pakolainen',
        'kotoutumissuunnitelma',
        'ukrainalainen',
        'uusi Suomessa',
      ],
      sv: ['finskakurs', 'svenskakurs', 'invandrare', 'flykting', 'språkkurs', 'ny i Finland'],
      en: ['Finnish course', 'language course', 'immigrant', 'refugee', 'integration plan', 'new in Finland'],
    },
    channels: ['tyo-kotoutuminen-puhelin', 'tyo-asiointi', 'tyollisyyspiste', 'piste-mallila'],
  },
  {
    key: 'starttiraha',
    provider: 'tyollisyysalue',
    charge: 'free',
    area: 'region',
    lifeEvents: ['KE8'],
    serviceClasses: ['P11.1', 'P15.8'],
    targetGroups: ['KR1', 'KR2.8'],
    texts: {
      fi: {
        name: 'Starttiraha aloittavalle yrittäjälle',
        summary: 'Starttiraha turvaa toimeentuloa, kun aloitat päätoimisen yrityksen. Hae ennen kuin aloitat.',
        description:
          'Starttirahaa voit saada, kun siirryt päätoimiseksi yrittäjäksi esimerkiksi työttömyydestä, palkkatyöstä tai sivutoimisesta yrittäjyydestä. Edellytyksenä on toimiva suunnitelma ja riittävät valmiudet yrittäjyyteen.\n\nTukea saa enintään vuodeksi, usein osissa. Se ei ole lainaa. Yritysneuvonta auttaa liiketoimintasuunnitelmassa ja laskelmissa.',
        instruction:
          'Kysy ensin yritysneuvonnasta. Täytä hakemus ja liitä liiketoimintasuunnitelma ja kannattavuuslaskelma. Odota päätös ennen yritystoiminnan aloittamista. Perusta yritys vasta päätöksen jälkeen.',
        charge: 'Maksuton.',
        deadline: 'Hae ja odota päätös ennen yrityksen toiminnan aloittamista.',
      },
      sv: {
        name: 'Startpeng till nya företagare',
        summary: 'Startpengen tryggar försörjningen när du börjar som företagare på heltid. Ansök före starten.',
        description:
          'Startpeng kan beviljas när du blir företagare på heltid, till exempel från arbetslöshet, lönearbete eller en bisyssla. Det krävs en fungerande plan och tillräckliga förutsättningar.\n\nStödet beviljas för högst ett år, ofta i delar. Det är inget lån. Företagsrådgivningen hjälper med affärsplan och kalkyler.',
        instruction:
          'Fråga först företagsrådgivningen. Fyll i ansökan och bifoga affärsplan och lönsamhetskalkyl. Vänta på beslutet innan du startar verksamheten. Grunda företaget först därefter.',
        charge: 'Avgiftsfritt.',
        deadline: 'Ansök och invänta beslut före verksamheten startar.',
      },
      en: {
        name: 'Start-up grant for new entrepreneurs',
        summary: 'A grant that secures your living when you begin a full-time business. Apply before you start.',
        description:
          'The grant can be given when you become a full-time entrepreneur, for instance from unemployment, paid work or a part-time business. A workable plan and sufficient skills are required.\n\nIt lasts at most a year, often in parts. It is not a loan. Business advice helps with the plan and calculations.',
        instruction:
          'Ask business advice first. Fill in the application and attach a business plan and profitability calculation. Wait for the decision before you start. Set up the business only after it.',
        charge: 'Free of charge.',
        deadline: 'Apply and wait for the decision before the business starts.',
      },
      plain: {
        name: 'Tuki yrityksen aloittamiseen',
        summary: 'Kun aloitat yrityksen, voit saada tukea.',
        description:
          'Starttiraha auttaa, kun yritys on uusi eikä siitä tule vielä paljon rahaa. Tee ensin suunnitelma.\n\nÄlä aloita yritystä ennen päätöstä.',
        instruction: 'Kysy neuvoa. Tee hakemus. Odota päätöstä.',
        charge: 'Ei maksa.',
        deadline: 'Hae ennen kuin aloitat yrityksen. Odota päätöstä.',
      },
    },
    terms: {
      fi: ['perustan yrityksen', 'yrittäjäksi', 'toiminimen perustaminen', 'yritystuki', 'oma firma'],
      sv: ['bli företagare', 'starta eget', 'grunda firma', 'företagsstöd'],
      en: ['start a business', 'become an entrepreneur', 'business grant', 'own company'],
    },
    channels: ['tyo-yritysneuvonta', 'tyo-asiointi', 'tyo-puhelin'],
  },
  {
    key: 'ajokortti',
    provider: 'traficom',
    type: 'permit',
    charge: 'charged',
    lifeEvents: [],
    serviceClasses: ['P16.2'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Ajokortin uusiminen ja ajokorttilupa',
        summary: 'Uusi ajokortti ajoissa. Ensimmäistä ajokorttia varten tarvitset ajokorttiluvan ja ajokokeen.',
        description:
          'Kortin uusiminen voi onnistua verkossa, jos kuva ja nimikirjoitus ovat kunnossa. 70 vuotta täyttäneeltä ja raskaan kaluston kuljettajalta vaaditaan lääkärinlausunto. Jos kortti katoaa, hae uusi ja tee ilmoitus.\n\nSe, voitko vaihtaa ulkomaisen ajokortin suomalaiseen, riippuu maasta. Ajokiellosta päättää poliisi.',
        instruction:
          'Tarkista kortin viimeinen voimassaolopäivä. Hae verkossa tai palvelutoimistosta. Ota mukaan passikuva, vanha kortti ja henkilöllisyystodistus. Kysy aika kokeisiin autokoulusta tai palvelutoimistosta.',
        charge: 'Maksullinen.',
      },
      sv: {
        name: 'Förnyelse av körkort och körkortstillstånd',
        summary: 'Förnya körkortet i tid. För det första körkortet behöver du körkortstillstånd och förarexamen.',
        description:
          'Förnyelse kan gå på nätet om bild och namnteckning är i ordning. Den som har fyllt 70 år och förare av tunga fordon behöver läkarintyg. Om kortet försvinner, ansök om ett nytt och gör en anmälan.\n\nDet beror på landet om ett utländskt körkort kan bytas mot ett finländskt. Polisen beslutar om körförbud.',
        instruction:
          'Kontrollera kortets sista giltighetsdag. Ansök på nätet eller på ett serviceställe. Ta med passfoto, gammalt kort och identitetsbevis. Fråga körskolan eller servicestället om tid till proven.',
        charge: 'Avgiftsbelagt.',
      },
      en: {
        name: 'Renewing a driving licence, and the licence permit',
        summary: 'Renew your driving licence in time. For a first licence you need a driving licence permit and a driving test.',
        description:
          'Renewal can be done online if your photo and signature are in order. Those aged 70 or more and drivers of heavy vehicles need a doctor’s certificate. If the card is lost, apply for a new one and report it.\n\nWhether a foreign licence can be exchanged for a Finnish one depends on the country. Driving bans are decided by the police.',
        instruction:
          'Check the last valid day of your card. Apply online or at a service office. Bring a passport photo, old card and identification. Ask a driving school or office for test times.',
        charge: 'There is a fee.',
      },
      plain: {
        name: 'Ajokortti',
        summary: 'Uusi ajokortti ennen kuin se vanhenee.',
        description:
          'Ajokortti pitää uusia ajoissa. Joskus tarvitset lääkärin todistuksen. Jos sinulla ei ole ajokorttia, tarvitset luvan ja ajokokeen.',
        instruction: 'Hae kortti netissä tai toimistosta. Ota kuva ja vanha kortti mukaan.',
        charge: 'Kortti maksaa.',
      },
    },
    terms: {
      fi: ['ajokortti vanhenee', 'kadonnut ajokortti', 'ajokoe', 'ulkomainen ajokortti', 'kortin uusiminen', 'autokoulu'],
      sv: ['körkortet går ut', 'borttappat körkort', 'körprov', 'utländskt körkort', 'körskola'],
      en: ['driving licence expires', 'lost driving licence', 'driving test', 'foreign licence', 'driving school'],
    },
    channels: ['traficom-asiointi', 'traficom-puhelin', 'traficom-toimisto'],
  },
  {
    key: 'asevelvollisuus',
    provider: 'puolustusvoimat',
    charge: 'free',
    lifeEvents: ['KE2'],
    serviceClasses: ['P19.4'],
    targetGroups: ['KR1', 'KR1.3'],
    texts: {
      fi: {
        name: 'Kutsunnat, varusmiespalvelus ja siviilipalvelus',
        summary: 'Mies saa kutsun kutsuntoihin sinä vuonna, jona hän täyttää 18 vuotta. Nainen voi hakea vapaaehtoiseen asepalvelukseen.',
        description:
          'Saat kutsuntakirjeen ennen syksyn kutsuntoja. Jos et pääse paikalle, ota yhteyttä etukäteen. Palvelukseen voi hakea lykkäystä opintojen tai perheen takia. Jos vakaumuksesi estää asepalveluksen, voit hakea siviilipalvelukseen.\n\nPalveluksen aikana voit saada Kelasta sotilasavustusta asumiseen. Työpaikkasi säilyy palveluksen ajan.',
        instruction:
          'Täytä terveyskysely ja toiveet palveluspaikasta ennen kutsuntoja. Ota mukaan henkilöllisyystodistus ja lääkärinlausunnot. Hae vapaaehtoiseen palvelukseen ajoissa. Siviilipalvelukseen haetaan kirjallisesti.',
        charge: 'Maksuton.',
      },
      sv: {
        name: 'Uppbåd, beväringstjänst och civiltjänst',
        summary: 'En man som fyller 18 år kallas till uppbåd. En kvinna kan söka till frivillig militärtjänst.',
        description:
          'Du får ett uppbådsbrev före höstens uppbåd. Om du inte kan komma, ta kontakt på förhand. Uppskov kan sökas på grund av studier eller familj. Om din övertygelse hindrar vapentjänst kan du söka till civiltjänst.\n\nUnder tjänsten kan du få militärunderstöd för boendet från FPA. Din anställning är kvar under tjänsten.',
        instruction:
          'Fyll i hälsoenkäten och önskemål om tjänsteplats före uppbådet. Ta med identitetsbevis och läkarutlåtanden. Sök frivillig tjänst i tid. Civiltjänst söks skriftligt.',
        charge: 'Avgiftsfritt.',
      },
      en: {
        name: 'Call-up, military service and non-military service',
        summary: 'Men turning 18 are summoned to the call-up. Women can apply for voluntary military service.',
        description:
          'You get a call-up letter before the autumn call-up. If you cannot attend, get in touch beforehand. Postponement can be sought for studies or family. If your convictions prevent armed service, you can apply for non-military service.\n\nDuring service you may get conscript’s allowance for housing from Kela. Your job is kept for you.',
        instruction:
          'Fill in the health questionnaire and your wishes for the place of service before the call-up. Bring identification and medical statements. Apply for voluntary service in time. Non-military service is applied for in writing.',
        charge: 'Free of charge.',
      },
      plain: {
        name: 'Asepalvelus ja siviilipalvelus',
        summary: 'Kun mies täyttää 18 vuotta, hän saa kutsun kutsuntoihin.',
        description:
          'Kutsunnoissa päätetään, milloin ja missä palvelet. Nainen voi hakea palvelukseen, jos haluaa.\n\nJos et halua armeijaan, voit mennä siviilipalvelukseen.',
        instruction: 'Mene kutsuntoihin. Jos et pääse, ilmoita siitä ennen.',
        charge: 'Ei maksa.',
      },
    },
    terms: {
      fi: ['armeija', 'inttiin', 'kutsuntakirje', 'lykkäys palveluksesta', 'sotilasavustus', 'sivari'],
      sv: ['armén', 'uppbådsbrev', 'uppskov med tjänst', 'militärunderstöd', 'civiltjänst'],
      en: ['army', 'call-up letter', 'postpone service', 'conscript’s allowance', 'civilian service'],
    },
    channels: ['puolustusvoimat-asiointi', 'aluetoimisto-puhelin'],
  },
];
