import type { DemoService } from '../types.ts';

export const healthBenefits: DemoService[] = [
  {
    key: 'sairauspaivaraha',
    provider: 'kela',
    charge: 'free',
    lifeEvents: ['KE11'],
    serviceClasses: ['P5.18', 'P10.4'],
    targetGroups: ['KR1', 'KR1.4'],
    texts: {
      fi: {
        name: 'Sairauspäiväraha',
        summary: 'Rahaa ajalta, jolloin et sairauden takia pysty tekemään työtäsi. Tarvitset lääkärintodistuksen.',
        description:
          'Sairauspäivärahaa maksetaan, kun sairauden alkamispäivä ja sitä seuraavat yhdeksän arkipäivää ovat kuluneet. Jos työnantaja maksaa sairausajan palkkaa, päiväraha menee työnantajalle.\n\nJos voit tehdä osan työstäsi, osasairauspäiväraha voi auttaa palaamaan. Pitkässä sairaudessa Kela ottaa yhteyttä ja kertoo kuntoutuksesta ja eläkkeestä.',
        instruction:
          'Pyydä lääkäriltä A- tai B-todistus. Hae päivärahaa verkossa tai lomakkeella, myös silloin kun olet työtön, yrittäjä tai opiskelija. Kysy samalla työterveydestä, miten työhön palaamista tuetaan.',
        eligibility: '16–67-vuotias Suomessa sairausvakuutettu, joka on sairauden takia työkyvytön.',
        charge: 'Maksuton.',
        deadline: 'Hae kahden kuukauden kuluessa työkyvyttömyyden alkamisesta.',
      },
      sv: {
        name: 'Sjukdagpenning',
        summary: 'Pengar för tid då du på grund av sjukdom inte kan arbeta. Du behöver ett läkarintyg.',
        description:
          'Sjukdagpenning betalas när insjuknandedagen och nio därpå följande vardagar har gått. Om arbetsgivaren betalar lön under sjuktiden går dagpenningen till arbetsgivaren.\n\nOm du kan göra en del av ditt arbete kan partiell sjukdagpenning hjälpa dig tillbaka. Vid lång sjukdom tar FPA kontakt och berättar om rehabilitering och pension.',
        instruction:
          'Be läkaren om ett A- eller B-intyg. Ansök på nätet eller med blankett, också om du är arbetslös, företagare eller studerande. Fråga samtidigt företagshälsovården hur återgången till arbetet stöds.',
        eligibility: 'Sjukförsäkrad i Finland, 16–67 år, som på grund av sjukdom inte kan arbeta.',
        charge: 'Avgiftsfritt.',
        deadline: 'Ansök inom två månader från att arbetsoförmågan började.',
      },
      en: {
        name: 'Sickness allowance',
        summary: 'Money for the time when you cannot work because of illness. You need a medical certificate.',
        description:
          'Sickness allowance is paid once the day you fell ill and the nine working days after it have passed. If your employer pays sick pay, the allowance goes to the employer.\n\nIf you can do part of your work, partial sickness allowance may help you back. In a long illness Kela contacts you about rehabilitation and pension.',
        instruction:
          'Ask the doctor for an A or B certificate. Apply online or by form, also if you are unemployed, self-employed or a student. Ask occupational health care how your return to work is supported.',
        eligibility: 'A person aged 16–67 with Finnish health insurance who cannot work because of illness.',
        charge: 'Free of charge.',
        deadline: 'Apply within two months of the start of the incapacity.',
      },
      plain: {
        name: 'Sairauspäiväraha',
        summary: 'Jos olet sairas etkä voi tehdä työtä, voit saada rahaa Kelasta.',
        description:
          'Tarvitset todistuksen lääkäriltä. Kela maksaa rahaa, kun olet ollut sairas pidempään kuin noin kaksi viikkoa.\n\nJos saat palkkaa, raha menee työnantajalle.',
        instruction: 'Tee hakemus netissä tai paperilla. Liitä lääkärin todistus.',
        charge: 'Hakeminen ei maksa.',
        deadline: 'Hae 2 kuukauden kuluessa.',
        eligibility: '16–67-vuotias, joka ei sairauden takia pysty työhön.',
      },
    },
    terms: {
      fi: ['saikku', 'sairausloma', 'en pysty töihin', 'lääkärintodistus', 'työkyvyttömyys'],
      sv: ['sjukledighet', 'sjukskriven', 'kan inte jobba', 'läkarintyg'],
      en: ['sick leave', 'sick pay', 'too ill to work', 'medical certificate'],
    },
    channels: ['kela-asiointi', 'kela-sairaus-puhelin', 'kela-sairauslomake', 'piste-mallila', 'kela-palvelupiste'],
  },
  {
    key: 'kuntoutusraha',
    provider: 'kela',
    charge: 'free',
    lifeEvents: ['KE12', 'KE11'],
    serviceClasses: ['P5.13', 'P10.4'],
    targetGroups: ['KR1', 'KR1.4', 'KR1.6'],
    texts: {
      fi: {
        name: 'Kuntoutus ja kuntoutusraha',
        summary: 'Kuntoutus auttaa pysymään työssä tai opinnoissa. Kuntoutuksen ajalta voi saada kuntoutusrahaa.',
        description:
          'Kela järjestää ammatillista kuntoutusta, vaativaa lääkinnällistä kuntoutusta, kuntoutuspsykoterapiaa ja kursseja. Muu lääkinnällinen kuntoutus haetaan terveysasemalta tai sairaalasta.\n\nKuntoutusrahaa maksetaan, kun kuntoutus estää työnteon ainakin neljän tunnin ajan päivässä. Nuorelle sitä voi saada pidempään ammatillisen kuntoutuksen ajan.',
        instruction:
          'Pyydä lääkäriltä B-todistus, jossa on kuntoutussuunnitelma. Hae kuntoutusta ja kuntoutusrahaa verkossa tai lomakkeella. Hae myös matkakorvausta, jos kuntoutuspaikka on muualla.',
        eligibility: 'Henkilö, jonka työ- tai opiskelukyky on sairauden tai vamman takia heikentynyt tai uhattuna.',
        charge: 'Kelan kuntoutus on maksuton; psykoterapiassa on omavastuu.',
        deadline: 'Hae kuntoutusrahaa neljän kuukauden kuluessa kuntoutuksen päättymisestä.',
      },
      sv: {
        name: 'Rehabilitering och rehabiliteringspenning',
        summary: 'Rehabilitering hjälper dig att klara arbete eller studier. Under den kan du få rehabiliteringspenning.',
        description:
          'FPA ordnar yrkesinriktad rehabilitering, krävande medicinsk rehabilitering, rehabiliterande psykoterapi och kurser. Annan medicinsk rehabilitering söks på hälsostationen eller sjukhuset.\n\nRehabiliteringspenning betalas när rehabiliteringen hindrar arbete minst fyra timmar per dag. Unga kan få den längre under yrkesinriktad rehabilitering.',
        instruction:
          'Be läkaren om ett B-utlåtande med en rehabiliteringsplan. Sök rehabilitering och penning på nätet eller med blankett. Sök också reseersättning om rehabiliteringsplatsen är på annan ort.',
        eligibility: 'Den vars arbets- eller studieförmåga är nedsatt eller hotad på grund av sjukdom eller skada.',
        charge: 'FPA:s rehabilitering är avgiftsfri; för psykoterapi finns en självrisk.',
        deadline: 'Sök rehabiliteringspenning inom fyra månader från att rehabiliteringen slutade.',
      },
      en: {
        name: 'Rehabilitation and rehabilitation allowance',
        summary: 'Rehabilitation helps you stay in work or studies, and you may get an allowance for the time it takes.',
        description:
          'Kela arranges vocational rehabilitation, intensive medical rehabilitation, rehabilitative psychotherapy and courses. Other medical rehabilitation is sought through a health centre or hospital.\n\nThe allowance is paid when rehabilitation keeps you from work for at least four hours a day. Young people can get it for longer during vocational rehabilitation.',
        instruction:
          'Ask the doctor for a B statement with a rehabilitation plan. Apply for rehabilitation and the allowance online or by form. Apply for travel costs too if the place is elsewhere.',
        eligibility: 'A person whose ability to work or study is weakened or threatened by illness or injury.',
        charge: 'Kela’s rehabilitation is free; psychotherapy has a client fee.',
        deadline: 'Apply for the allowance within four months of the end of rehabilitation.',
      },
      plain: {
        name: 'Kuntoutus',
        summary: 'Kuntoutus auttaa sinua jaksamaan työssä tai opiskelussa.',
        description:
          'Kela järjestää kuntoutusta, esimerkiksi kursseja ja terapiaa. Kun olet kuntoutuksessa etkä ole töissä, voit saada rahaa.',
        instruction: 'Pyydä lääkäriltä todistus. Tee hakemus netissä tai paperilla.',
        charge: 'Kuntoutus ei maksa. Terapiasta maksat osan.',
        eligibility: 'Ihminen, jonka on sairauden takia vaikea tehdä työtä tai opiskella.',
        deadline: 'Hae rahaa 4 kuukauden kuluessa siitä, kun kuntoutus loppui.',
      },
    },
    terms: {
      fi: ['kuntoutuskurssi', 'psykoterapia', 'paluu töihin sairauden jälkeen', 'työkyky heikentynyt'],
      sv: ['rehabiliteringskurs', 'psykoterapi', 'tillbaka till jobbet efter sjukdom'],
      en: ['rehab course', 'psychotherapy', 'back to work after illness'],
    },
    channels: ['kela-asiointi', 'kela-sairaus-puhelin', 'kela-kuntoutuslomake', 'piste-mallila', 'kela-palvelupiste'],
  },
  {
    key: 'hoitotuki',
    provider: 'kela',
    charge: 'free',
    lifeEvents: ['KE11', 'KE12', 'KE10'],
    serviceClasses: ['P13.1', 'P4.2'],
    targetGroups: ['KR1', 'KR1.1', 'KR1.4', 'KR1.6'],
    texts: {
      fi: {
        name: 'Eläkettä saavan hoitotuki',
        summary: 'Tukea kotona asumiseen eläkkeellä, kun sairaus tai vamma vaikeuttaa arkea vähintään vuoden ajan.',
        description:
          'Hoitotukea voi saada eläkkeellä oleva, jonka toimintakyky on heikentynyt niin, että hän tarvitsee apua, ohjausta tai valvontaa arjessa. Tukea on kolme tasoa: tason ratkaisee avun tarve, eivät tulot.\n\nPalvelutalossa asuva voi saada tukea, laitoksessa asuva ei yleensä. Veteraanin lisät haetaan samasta paikasta.',
        instruction:
          'Pyydä lääkäriltä C-todistus toimintakyvystä. Kerro hakemuksessa tavallisesta päivästäsi: missä tarvitset apua ja kuka auttaa. Liitä kuitit ylimääräisistä kuluista, kuten kotihoidosta ja lääkkeistä.',
        eligibility: 'Yli 16-vuotias eläkkeensaaja, jonka toimintakyky on ollut heikentynyt vähintään vuoden.',
        charge: 'Maksuton.',
        deadline: 'Tukea voi saada enintään kuusi kuukautta taannehtivasti.',
      },
      sv: {
        name: 'Vårdbidrag för pensionstagare',
        summary: 'Stöd för att bo hemma som pensionär när sjukdom eller skada försvårar vardagen i minst ett år.',
        description:
          'Vårdbidrag kan ges till en pensionstagare vars funktionsförmåga är så nedsatt att hjälp, handledning eller tillsyn behövs i vardagen. Bidraget har tre nivåer: nivån avgörs av hjälpbehovet, inte inkomsterna.\n\nDen som bor på serviceboende kan få bidraget, den som bor på institution i regel inte. Veterantillägg söks på samma ställe.',
        instruction:
          'Be läkaren om ett C-utlåtande om funktionsförmågan. Berätta i ansökan om en vanlig dag: vad du behöver hjälp med och vem som hjälper. Bifoga kvitton på extra kostnader, till exempel hemvård och läkemedel.',
        eligibility: 'Pensionstagare över 16 år vars funktionsförmåga har varit nedsatt i minst ett år.',
        charge: 'Avgiftsfritt.',
        deadline: 'Bidraget kan fås för högst sex månader retroaktivt.',
      },
      en: {
        name: 'Care allowance for pensioners',
        summary: 'Support for living at home on a pension when illness or disability makes daily life hard for a year or more.',
        description:
          'It is for pensioners whose functional capacity is so reduced that they need help, guidance or supervision in daily life. There are three levels: the need for help decides, not income.\n\nPeople in service housing can get it, people in institutions usually not. Veterans’ supplements are applied for in the same place.',
        instruction:
          'Ask the doctor for a C certificate of functional capacity. Describe an ordinary day in the application: where you need help and who helps. Attach receipts of extra costs such as home care and medicines.',
        eligibility: 'A pensioner over 16 whose functional capacity has been reduced for at least a year.',
        charge: 'Free of charge.',
        deadline: 'It can be paid for at most six months back.',
      },
      plain: {
        name: 'Hoitotuki eläkkeellä olevalle',
        summary: 'Jos olet eläkkeellä ja tarvitset apua kotona, voit saada hoitotukea.',
        description:
          'Hoitotuki on rahaa eläkkeellä olevalle, joka tarvitsee apua joka päivä. Apua voi tarvita esimerkiksi pukemisessa tai syömisessä.\n\nTulosi eivät vaikuta tukeen.',
        instruction: 'Pyydä lääkäriltä C-todistus. Kerro hakemuksessa, missä tarvitset apua. Tee hakemus netissä tai paperilla.',
        charge: 'Hakeminen ei maksa.',
        deadline: 'Hae puolen vuoden kuluessa.',
        eligibility: 'Eläkkeellä oleva, joka on tarvinnut apua ainakin vuoden.',
      },
    },
    terms: {
      fi: ['apua kotona asumiseen', 'vanhus tarvitsee apua', 'C-lausunto', 'hoitolisä', 'rintamalisä'],
      sv: ['hjälp att bo hemma', 'äldre behöver hjälp', 'C-utlåtande', 'fronttillägg'],
      en: ['help living at home', 'elderly person needs help', 'care money', 'disability support for pensioners'],
    },
    channels: ['kela-asiointi', 'kela-elake-puhelin', 'kela-hoitotukilomake', 'piste-mallila', 'piste-kirkkoranta', 'piste-suvanto'],
  },
];
