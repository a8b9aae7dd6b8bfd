import type { DemoService } from '../types.ts';

export const registrationServices: DemoService[] = [
  {
    key: 'henkilotunnus',
    provider: 'dvv',
    charge: 'free',
    lifeEvents: ['KE5'],
    serviceClasses: ['P22.1', 'P9.3'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Henkilötunnus ulkomaalaiselle',
        summary: 'Ulkomailta muuttanut saa henkilötunnuksen, kun hänen tietonsa tallennetaan väestötietoihin. Maksuton.',
        description:
          'Tarvitset henkilötunnuksen esimerkiksi palkanmaksuun, pankkitiliin ja terveyspalveluihin. Osa saa tunnuksen jo oleskeluluvan tai verokortin yhteydessä: tarkista ensin päätöksestäsi.\n\nHenkilötunnus ei vielä anna kotikuntaa eikä oikeutta kunnan palveluihin. Kotikuntaa haetaan erikseen, ja sen voi tehdä samalla käynnillä.',
        instruction:
          'Täytä pyyntö verkossa etukäteen ja varaa aika. Ota mukaan voimassa oleva passi tai virallinen henkilökortti sekä paperit, jotka osoittavat, miksi olet Suomessa: esimerkiksi oleskelulupa ja työsopimus. Käynnille tullaan itse, myös lasten kanssa.',
        eligibility: 'Suomessa oleskeleva ulkomaalainen, jolla on tunnukselle perusteltu tarve.',
        charge: 'Maksuton.',
      },
      sv: {
        name: 'Personbeteckning för utlänningar',
        summary: 'Den som flyttat från utlandet får en personbeteckning när uppgifterna registreras. Avgiftsfritt.',
        description:
          'Du behöver en personbeteckning till exempel för lön, bankkonto och hälsovård. En del får den redan med uppehållstillståndet eller skattekortet: kontrollera först ditt beslut.\n\nPersonbeteckningen ger ännu ingen hemkommun och ingen rätt till kommunens tjänster. Hemkommun anmäls särskilt, och det kan göras vid samma besök.',
        instruction:
          'Fyll i begäran på nätet på förhand och boka tid. Ta med giltigt pass eller officiellt identitetskort och papper som visar varför du är i Finland, till exempel uppehållstillstånd och arbetsavtal. Kom själv till besöket, också med barnen.',
        eligibility: 'Utlänning som vistas i Finland och har ett motiverat behov av beteckningen.',
        charge: 'Avgiftsfritt.',
      },
      en: {
        name: 'Personal identity code for foreign nationals',
        summary: 'People who have moved to Finland get a personal identity code when their details are registered. Free of charge.',
        description:
          'You need the code for your pay, a bank account and health services, for instance. Some get it already with a residence permit or tax card: check your decision first.\n\nThe code does not yet give you a municipality of residence or a right to its services. That is asked for separately, which can be done on the same visit.',
        instruction:
          'Fill in the request online beforehand and book a time. Bring a valid passport or official identity card, and papers showing why you are in Finland, such as a residence permit and work contract. Come in person, with your children if they need a code.',
        eligibility: 'A foreign national staying in Finland with a justified need for the code.',
        charge: 'Free of charge.',
      },
      plain: {
        name: 'Henkilötunnus, kun muutat Suomeen',
        summary: 'Henkilötunnus on numero, jota tarvitset Suomessa. Se ei maksa.',
        description:
          'Tarvitset henkilötunnuksen pankissa, töissä ja lääkärissä. Joskus saat sen jo oleskeluluvan kanssa.\n\nHenkilötunnus ei ole sama asia kuin kotikunta. Voit hakea molemmat samalla kertaa.',
        instruction: 'Täytä pyyntö netissä. Varaa aika. Tule itse ja ota passi mukaan. Ota mukaan myös oleskelulupa ja työsopimus.',
        charge: 'Ei maksa.',
        eligibility: 'Ulkomailta tullut ihminen, joka tarvitsee henkilötunnuksen.',
      },
    },
    terms: {
      fi: ['hetu', 'sotu', 'muutin Suomeen', 'suomalainen henkilönumero', 'ulkomaalaisen rekisteröinti'],
      sv: ['personnummer', 'jag har flyttat till Finland', 'registrering av utlänning', 'signum'],
      en: ['Finnish ID number', 'social security number', 'hetu', 'I have just moved to Finland', 'registration of a foreigner'],
    },
    channels: ['dvv-ulkomaalaiset', 'dvv-rekisterointilomake', 'dvv-puhelin', 'piste-mallila'],
  },
  {
    key: 'kotikunta',
    provider: 'dvv',
    charge: 'free',
    lifeEvents: ['KE5', 'KE4.4'],
    serviceClasses: ['P22.1', 'P1.5', 'P22.9'],
    targetGroups: ['KR1', 'KR1.5'],
    texts: {
      fi: {
        name: 'Kotikunnan rekisteröinti',
        summary: 'Kun muutat Suomeen pysyvästi, rekisteröi kotikunta. Se antaa oikeuden kunnan ja hyvinvointialueen palveluihin.',
        description:
          'Kotikunta merkitään, kun asut Suomessa ja aiot jäädä tänne. Merkinnän jälkeen voit käyttää terveyspalveluja, kirjautua päiväkotiin ja kouluun sekä äänestää kuntavaaleissa säädetyin edellytyksin.\n\nSuomen kansalainen, joka palaa ulkomailta, tekee muuttoilmoituksen. Muut tarvitsevat yleensä oleskeluluvan, oleskeluoikeuden rekisteröinnin tai perhesiteen.',
        instruction:
          'Täytä rekisteröintipyyntö verkossa ja varaa aika käynnille. Ota mukaan passi, oleskelulupa tai todistus oleskeluoikeudesta sekä avioliitto- ja syntymätodistukset, jos sinulla on perhettä. Kysy ajoissa, pitääkö asiakirjat laillistaa ja kääntää.',
        eligibility: 'Henkilö, joka on muuttanut Suomeen ja aikoo asua täällä pysyvästi.',
        charge: 'Maksuton.',
      },
      sv: {
        name: 'Registrering av hemkommun',
        summary: 'Registrera en hemkommun när du flyttar till Finland. Den ger rätt till kommunens och välfärdsområdets tjänster.',
        description:
          'Hemkommunen antecknas när du bor i Finland och tänker stanna. Därefter kan du använda hälsovården, anmäla barn till daghem och skola och på vissa villkor rösta i kommunalval.\n\nEn finsk medborgare som återvänder gör en flyttanmälan. Andra behöver i regel uppehållstillstånd, registrerad uppehållsrätt eller familjeband.',
        instruction:
          'Fyll i registreringsbegäran på nätet och boka tid. Ta med pass, uppehållstillstånd eller intyg om uppehållsrätt samt vigsel- och födelseintyg om du har familj. Fråga i tid om handlingarna ska legaliseras och översättas.',
        eligibility: 'Den som har flyttat till Finland och tänker bo här varaktigt.',
        charge: 'Avgiftsfritt.',
      },
      en: {
        name: 'Registering a municipality of residence',
        summary: 'Register a municipality of residence when you move to Finland. It entitles you to local and health services.',
        description:
          'It is recorded when you live in Finland and intend to stay. After that you can use health services, enrol children in day care and school and, on certain conditions, vote in municipal elections.\n\nA Finnish citizen moving back makes a notification of move. Others usually need a residence permit, a registered right of residence or a family tie.',
        instruction:
          'Fill in the request online and book a visit. Bring your passport, residence permit or certificate of right of residence, and marriage and birth certificates if you have a family. Ask in good time whether documents must be legalised and translated.',
        eligibility: 'A person who has moved to Finland and intends to live here permanently.',
        charge: 'Free of charge.',
      },
      plain: {
        name: 'Kotikunta',
        summary: 'Kun sinulla on kotikunta Suomessa, saat kunnan palvelut.',
        description:
          'Kotikunta on kaupunki tai kunta, jossa asut. Kun sinulla on kotikunta, pääset lääkäriin ja lapsesi pääsevät kouluun.\n\nTarvitset yleensä oleskeluluvan.',
        instruction: 'Täytä pyyntö netissä ja varaa aika. Ota mukaan passi ja oleskelulupa. Ota mukaan myös perheen todistukset.',
        charge: 'Ei maksa.',
        eligibility: 'Ihminen, joka on muuttanut Suomeen ja aikoo jäädä tänne.',
      },
    },
    terms: {
      fi: ['muutto ulkomailta', 'asun nyt Suomessa', 'paluumuutto', 'oikeus palveluihin', 'rekisteröityminen asukkaaksi'],
      sv: ['flytta från utlandet', 'återflyttning', 'bo i Finland', 'rätt till tjänster'],
      en: ['moving to Finland', 'home municipality', 'residency', 'moving back to Finland', 'become a resident'],
    },
    channels: ['dvv-ulkomaalaiset', 'dvv-rekisterointilomake', 'dvv-puhelin', 'piste-mallila'],
  },
  {
    key: 'edunvalvontavaltuutus',
    provider: 'dvv',
    charge: 'charged',
    lifeEvents: ['KE11'],
    serviceClasses: ['P7.11'],
    targetGroups: ['KR1', 'KR1.1', 'KR1.4'],
    texts: {
      fi: {
        name: 'Edunvalvontavaltuutuksen vahvistaminen',
        summary: 'Valtuutettu hakee valtuutuksen vahvistamista, kun valtuuttaja ei enää pysty hoitamaan asioitaan.',
        description:
          'Edunvalvontavaltuutus on valtakirja, jolla ihminen on etukäteen valinnut, kuka hoitaa hänen asioitaan, jos oma kunto heikkenee. Se tulee voimaan vasta, kun se on vahvistettu.\n\nJos valtuutusta ei ole tehty ajoissa, apua voi hakea edunvalvonnasta. Valtuutusta ei voi enää tehdä, kun ihminen ei ymmärrä sen merkitystä.',
        instruction:
          'Valtuutettu tekee hakemuksen. Liitä mukaan alkuperäinen valtakirja ja lääkärinlausunto tai muu luotettava selvitys siitä, että valtuuttaja ei kykene hoitamaan valtuutuksessa mainittuja asioita. Alkuperäinen valtakirja palautetaan.',
        charge: 'Vahvistaminen on maksullista.',
      },
      sv: {
        name: 'Fastställande av intressebevakningsfullmakt',
        summary: 'Den befullmäktigade ansöker om fastställande när fullmaktsgivaren inte längre kan sköta sina ärenden.',
        description:
          'Med en intressebevakningsfullmakt har en person på förhand valt vem som sköter hens ärenden om den egna förmågan försvagas. Den träder i kraft först när den har fastställts.\n\nOm ingen fullmakt har gjorts i tid kan hjälp sökas genom intressebevakning. Fullmakten kan inte längre göras när personen inte förstår dess betydelse.',
        instruction:
          'Den befullmäktigade gör ansökan. Bifoga originalfullmakten och ett läkarutlåtande eller annan tillförlitlig utredning om att fullmaktsgivaren inte kan sköta de ärenden som nämns i den. Originalfullmakten återlämnas.',
        charge: 'Fastställandet är avgiftsbelagt.',
      },
      en: {
        name: 'Confirming a continuing power of attorney',
        summary: 'The attorney applies for confirmation when the person who gave the power can no longer manage their affairs.',
        description:
          'With a continuing power of attorney a person has chosen beforehand who takes care of their affairs if their own ability weakens. It takes effect only once confirmed.\n\nIf none was made in time, help can be sought through guardianship. It can no longer be made when the person does not understand what it means.',
        instruction:
          'The attorney applies. Attach the original document and a doctor’s statement or other reliable account showing that the person cannot manage the affairs named in it. The original is returned.',
        charge: 'There is a fee for confirmation.',
      },
      plain: {
        name: 'Edunvalvonta-valtuutuksen vahvistaminen',
        summary: 'Kun läheinen ei enää pysty hoitamaan asioitaan, valtuutus otetaan käyttöön.',
        description:
          'Edunvalvonta-valtuutus on paperi. Siinä ihminen kertoo, kuka hoitaa hänen asiansa, jos hän ei itse pysty.\n\nPaperi pitää vahvistaa ennen kuin sitä voi käyttää.',
        instruction: 'Hakemuksen tekee se, joka alkaa hoitaa asioita. Liitä mukaan alkuperäinen paperi ja lääkärin lausunto.',
        charge: 'Vahvistaminen maksaa.',
      },
    },
    terms: {
      fi: [
        'isä ei enää pysty hoitamaan asioitaan',
        'muistisairas äiti',
        'valtakirja vanhemmalle',
        'edunvalvontavaltakirja',
        'puolison asioiden hoitaminen',
      ],
      sv: ['min far klarar inte längre av sina ärenden', 'minnessjuk förälder', 'fullmakt för förälder'],
      en: ['my father can no longer manage his affairs', 'parent with dementia', 'lasting power of attorney'],
    },
    channels: ['dvv-asiointi', 'dvv-valtuutuslomake', 'dvv-puhelin'],
  },
  {
    key: 'valtuudet',
    provider: 'dvv',
    charge: 'free',
    lifeEvents: ['KE13', 'KE11'],
    serviceClasses: ['P9.4'],
    targetGroups: ['KR1', 'KR2'],
    texts: {
      fi: {
        name: 'Valtuuden antaminen: toinen asioi puolestasi',
        summary: 'Anna läheiselle tai yritykselle valtuus asioida puolestasi verkossa. Omia pankkitunnuksia ei anneta toiselle.',
        description:
          'Valtuudella toinen ihminen voi hoitaa puolestasi esimerkiksi apteekki-, vero- tai etuusasioita. Sinä päätät, mitä asioita valtuus koskee ja kuinka kauan se on voimassa.\n\nJos et itse pysty käyttämään verkkoa, valtuuden voi hakea paperilla. Yritykset ja yhdistykset antavat valtuuksia samassa palvelussa.',
        instruction:
          'Tunnistaudu ja valitse, kenelle ja mihin valtuuden annat. Toinen hyväksyy sen omassa palvelussaan. Ilman verkkoa: täytä hakemus, todista henkilöllisyytesi palvelupisteessä ja jätä hakemus neuvojalle. Voit perua valtuuden milloin tahansa.',
        charge: 'Maksuton.',
      },
      sv: {
        name: 'Fullmakt: en annan uträttar ärenden för dig',
        summary: 'Ge en närstående eller ett företag fullmakt att uträtta ärenden för dig på nätet. Lämna inte ut dina bankkoder.',
        description:
          'Med fullmakten kan en annan person sköta till exempel dina apoteks-, skatte- eller förmånsärenden. Du bestämmer vilka ärenden den gäller och hur länge.\n\nOm du inte själv kan använda nätet kan fullmakten sökas på papper. Företag och föreningar ger fullmakter i samma tjänst.',
        instruction:
          'Identifiera dig och välj till vem och för vad du ger fullmakten. Den andra godkänner den i sin egen tjänst. Utan nätet: fyll i ansökan, styrk din identitet på servicepunkten och lämna ansökan till rådgivaren. Du kan återkalla fullmakten när som helst.',
        charge: 'Avgiftsfritt.',
      },
      en: {
        name: 'Mandate: someone else acts for you',
        summary: 'Give a relative or a company a mandate to act for you online. Never give your own banking codes to anyone.',
        description:
          'With a mandate another person can handle your pharmacy, tax or benefit matters, for instance. You decide what it covers and for how long.\n\nIf you cannot use the internet, a mandate can be applied for on paper. Companies and associations give mandates in the same service.',
        instruction:
          'Identify yourself and choose to whom and for what you give the mandate. The other person accepts it. Without the internet: fill in the application, prove your identity at a service point and leave it with the advisor. You can cancel at any time.',
        charge: 'Free of charge.',
      },
      plain: {
        name: 'Valtuus: toinen hoitaa asiasi',
        summary: 'Voit antaa toiselle luvan hoitaa asioitasi netissä.',
        description:
          'Kun annat valtuuden, läheinen voi hoitaa asioitasi, esimerkiksi hakea lääkkeesi. Sinä päätät, mitä hän saa hoitaa.\n\nÄlä anna pankkitunnuksiasi kenellekään.',
        instruction:
          'Tee valtuus netissä. Jos et osaa tai voi käyttää nettiä, täytä paperi. Tule palvelupisteeseen ja ota henkilökortti mukaan.',
        charge: 'Ei maksa.',
      },
    },
    terms: {
      fi: ['puolesta asiointi', 'äidin apteekkiasiat', 'valtakirja verkossa', 'hoidan vanhempieni asioita', 'lupa hoitaa toisen asioita'],
      sv: ['sköta mammas ärenden', 'uträtta ärenden för en annan', 'fullmakt på nätet'],
      en: ['acting on behalf of someone', 'handle my mother’s affairs', 'authorise someone', 'proxy'],
    },
    channels: ['dvv-valtuudet', 'dvv-valtuushakemus', 'dvv-puhelin', 'piste-mallila', 'piste-kirkkoranta'],
  },
];
