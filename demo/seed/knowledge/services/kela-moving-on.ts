import type { DemoService } from '../types.ts';

export const studyAndMovingBenefits: DemoService[] = [
  {
    key: 'opintotuki',
    provider: 'kela',
    charge: 'free',
    lifeEvents: ['KE3', 'KE4.1'],
    serviceClasses: ['P6.14', 'P1.4'],
    targetGroups: ['KR1', 'KR1.3'],
    texts: {
      fi: {
        name: 'Opintotuki',
        summary: 'Opintoraha, asumislisä ja valtiontakaus opintolainalle päätoimisesti opiskelevalle.',
        description:
          'Opintotuki auttaa sinua opiskelun aikana. Siihen voi kuulua opintoraha, asumislisä vuokra-asuntoon ja valtiontakaus lainalle, jonka haet itse pankista.\n\nTukeen vaikuttavat ikä, asuminen, omat tulot ja joissakin tilanteissa vanhempien tulot. Opintojen on edettävä. Jos tienaat paljon, peru tukikuukausia ajoissa, niin et joudu maksamaan takaisin.',
        instruction:
          'Hae tukea verkossa, kun olet saanut opiskelupaikan. Kerro vuokra ja muut asukkaat. Jos olet alle 18-vuotias, huoltajan tiedot tarvitaan. Ulkomailla opiskeleva liittää todistuksen opiskelupaikasta.',
        eligibility: 'Päätoiminen opiskelija lukiossa, ammatillisessa oppilaitoksessa tai korkeakoulussa.',
        charge: 'Maksuton.',
        deadline: 'Tukea voi saada aikaisintaan hakukuukauden alusta.',
      },
      sv: {
        name: 'Studiestöd',
        summary: 'Studiepenning, bostadstillägg och statsborgen för studielån till den som studerar på heltid.',
        description:
          'Studiestödet hjälper dig under studietiden. Det kan bestå av studiepenning, bostadstillägg för hyresbostad och statsborgen för ett lån som du själv söker i banken.\n\nÅlder, boende, egna inkomster och ibland föräldrarnas inkomster påverkar stödet. Studierna ska framskrida. Om du tjänar mycket, avboka stödmånader i tid så slipper du betala tillbaka.',
        instruction:
          'Ansök på nätet när du har fått en studieplats. Uppge hyran och de andra som bor i bostaden. Om du är under 18 behövs vårdnadshavarens uppgifter. Den som studerar utomlands bifogar intyg om studieplatsen.',
        eligibility: 'Heltidsstuderande i gymnasium, yrkesläroanstalt eller högskola.',
        charge: 'Avgiftsfritt.',
        deadline: 'Stödet kan tidigast beviljas från början av ansökningsmånaden.',
      },
      en: {
        name: 'Student financial aid',
        summary: 'Study grant, housing supplement and a state guarantee for a student loan, for full-time students.',
        description:
          'Student financial aid supports you while you study. It may consist of a study grant, a housing supplement for a rented home and a state guarantee for a loan that you take from a bank.\n\nAge, housing, your own income and in some cases your parents’ income affect it. Your studies must progress. If you earn a lot, cancel aid months in time so that you need not pay them back.',
        instruction:
          'Apply online once you have a study place. State your rent and who else lives in the home. If you are under 18, a guardian’s details are needed. Students abroad attach a certificate of the study place.',
        eligibility: 'A full-time student in upper secondary, vocational or higher education.',
        charge: 'Free of charge.',
        deadline: 'Aid can begin at the earliest from the start of the month you apply in.',
      },
      plain: {
        name: 'Opintotuki',
        summary: 'Opintotuki on rahaa opiskelijalle.',
        description:
          'Kun opiskelet, voit saada opintorahaa. Jos asut vuokralla, voit saada myös asumislisää. Pankista voit saada lainaa.\n\nJos käyt töissä ja tienaat paljon, tuki voi pienentyä.',
        instruction: 'Hae tukea netissä, kun saat opiskelupaikan. Kerro, paljonko vuokra on.',
        charge: 'Hakeminen ei maksa.',
        deadline: 'Hae heti, kun opiskelu alkaa.',
        eligibility: 'Opiskelija lukiossa, ammattikoulussa tai korkeakoulussa.',
      },
    },
    terms: {
      fi: ['opintoraha', 'opintolaina', 'asumislisä', 'opiskelijan tuki', 'opintotuen takaisinmaksu'],
      sv: ['studiepenning', 'studielån', 'bostadstillägg', 'återkrav av studiestöd'],
      en: ['study grant', 'student loan', 'housing supplement', 'paying back student aid'],
    },
    channels: ['kela-asiointi', 'kela-opiskelija-puhelin', 'piste-mallila'],
  },
  {
    key: 'sosiaaliturva',
    provider: 'kela',
    charge: 'free',
    lifeEvents: ['KE5', 'KE4.3', 'KE4.4'],
    serviceClasses: ['P22.1', 'P22.9'],
    targetGroups: ['KR1', 'KR1.5'],
    texts: {
      fi: {
        name: 'Sosiaaliturvaan kuuluminen ja Kela-kortti',
        summary: 'Kela ratkaisee, kuulutko Suomen sosiaaliturvaan, kun muutat Suomeen tai lähdet ulkomaille.',
        description:
          'Sosiaaliturva ratkaistaan asumisen ja työn perusteella. Kun muutat Suomeen, hae Kelan etuuksia ja Kela-korttia samalla hakemuksella. Kun lähdet ulkomaille töihin, opiskelemaan tai pitkäksi aikaa, kerro lähdöstä ennen muuttoa.\n\nKela-kortilla saat korvauksen lääkkeistä suoraan apteekissa. Eurooppaan matkustava tarvitsee eurooppalaisen sairaanhoitokortin.',
        instruction:
          'Täytä Suomeen muuttaneen tai ulkomaille lähtevän ilmoitus verkossa tai lomakkeella. Liitä työsopimus, oleskelulupa tai todistus opinnoista. Ilmoita uusi ja kadonnut kortti verkossa tai puhelimessa.',
        charge: 'Maksuton.',
      },
      sv: {
        name: 'Rätt till social trygghet och FPA-kort',
        summary: 'FPA avgör om du omfattas av den finländska sociala tryggheten när du flyttar till eller från Finland.',
        description:
          'Den sociala tryggheten avgörs utifrån boende och arbete. När du flyttar till Finland söker du FPA:s förmåner och FPA-kort med samma ansökan. När du åker utomlands för att arbeta, studera eller för lång tid ska du berätta det före flytten.\n\nMed FPA-kortet får du ersättning för läkemedel direkt på apoteket. Den som reser i Europa behöver det europeiska sjukvårdskortet.',
        instruction:
          'Fyll i anmälan om flytt till eller från Finland på nätet eller med blankett. Bifoga arbetsavtal, uppehållstillstånd eller studieintyg. Ett nytt eller förlorat kort anmäler du på nätet eller per telefon.',
        charge: 'Avgiftsfritt.',
      },
      en: {
        name: 'Coverage by social security, and the Kela card',
        summary: 'Kela decides whether you are covered by Finnish social security when you move to Finland or go abroad.',
        description:
          'Coverage is decided on the basis of residence and work. When you move to Finland, apply for Kela benefits and the Kela card in one application. If you go abroad to work, to study or for a long time, tell Kela before you move.\n\nWith the Kela card you get reimbursement of medicines at the pharmacy. For travel in Europe you need the European Health Insurance Card.',
        instruction:
          'Fill in the notice of moving to Finland or abroad, online or by form. Attach your work contract, residence permit or certificate of studies. Order a new card or report a lost one online or by phone.',
        charge: 'Free of charge.',
      },
      plain: {
        name: 'Suomen sosiaaliturva ja Kela-kortti',
        summary: 'Kela päättää, saatko Suomen tukia. Kela-kortin näytät apteekissa.',
        description:
          'Kun muutat Suomeen, hae Kelan tukia. Kela päättää, kuulutko Suomen sosiaaliturvaan.\n\nKun muutat pois Suomesta, kerro siitä Kelaan ennen muuttoa.',
        instruction: 'Täytä ilmoitus netissä tai paperilla. Ota mukaan työsopimus tai oleskelulupa.',
        charge: 'Ei maksa.',
      },
    },
    terms: {
      fi: ['kela kortti hukassa', 'muutan ulkomaille', 'lääkekorvaus', 'oikeus Kelan tukiin', 'eurooppalainen sairaanhoitokortti'],
      sv: ['FPA-kortet borta', 'flyttar utomlands', 'läkemedelsersättning', 'europeiskt sjukvårdskort'],
      en: ['lost Kela card', 'moving abroad', 'medicine reimbursement', 'European health card', 'right to benefits'],
    },
    channels: ['kela-asiointi', 'kela-kansainvalinen-puhelin', 'kela-suomeen-lomake', 'piste-mallila', 'kela-palvelupiste'],
  },
];
