import type { DemoService } from '../types.ts';

export const cityFamilies: DemoService[] = [
  {
    key: 'varhaiskasvatus',
    provider: 'mallila',
    charge: 'charged',
    area: 'mallila',
    lifeEvents: ['KE1', 'KE4.2'],
    serviceClasses: ['P3.4'],
    targetGroups: ['KR1', 'KR1.2'],
    texts: {
      fi: {
        name: 'Varhaiskasvatukseen hakeminen',
        summary: 'Hae lapselle paikka päiväkodista tai perhepäivähoidosta viimeistään neljä kuukautta ennen kuin tarvitset paikan.',
        description:
          'Varhaiskasvatusta saa lapsi ennen kouluikää. Kaupunki tarjoaa päiväkoteja, perhepäivähoitoa ja ruotsinkielistä varhaiskasvatusta. Yksityiseen päiväkotiin haetaan suoraan sinne.\n\nPaikka annetaan mahdollisimman läheltä kotia. Maksu riippuu perheen koosta ja tuloista, ja pienituloisilta sitä ei peritä.',
        instruction:
          'Täytä hakemus verkossa tai paperilla. Kerro toiveet, lapsen kieli ja tuen tarpeet. Ilmoita tulotiedot maksua varten. Jos saat yllättäen työ- tai opiskelupaikan, kerro siitä: silloin paikka järjestetään kahdessa viikossa.',
        charge: 'Maksu tulojen mukaan, pienituloisille maksuton.',
        deadline: 'Viimeistään neljä kuukautta ennen aloitusta; yllättävä työ tai opiskelu kaksi viikkoa ennen.',
      },
      sv: {
        name: 'Ansökan till småbarnspedagogik',
        summary: 'Sök plats för barnet på daghem eller i familjedagvård senast fyra månader innan du behöver den.',
        description:
          'Småbarnspedagogik ges före skolåldern. Staden har daghem, familjedagvård och svensk småbarnspedagogik. Plats på ett privat daghem söks direkt där.\n\nPlatsen ges så nära hemmet som möjligt. Avgiften beror på familjens storlek och inkomster, och av dem med små inkomster tas ingen avgift.',
        instruction:
          'Fyll i ansökan på nätet eller på papper. Berätta om önskemål, barnets språk och stödbehov. Uppge inkomsterna för avgiften. Om du oväntat får arbete eller studieplats, säg det: då ordnas platsen inom två veckor.',
        charge: 'Avgift enligt inkomster, gratis för dem med små inkomster.',
        deadline: 'Senast fyra månader före starten; vid oväntat arbete eller studier två veckor före.',
      },
      en: {
        name: 'Applying for early childhood education',
        summary: 'Apply for a place in day care or family day care at the latest four months before you need it.',
        description:
          'Early childhood education is for children under school age. The city has day care centres, family day care and places in Swedish. You apply to a private centre directly.\n\nA place is given as near to home as possible. The fee depends on family size and income, and those with a small income pay nothing.',
        instruction:
          'Apply online or on paper. Tell your wishes, the child’s language and need for support. Give income details for the fee. If you suddenly get work or a study place, say so: then a place is arranged in two weeks.',
        charge: 'A fee by income, none for low-income families.',
        deadline: 'At the latest four months before the start; two weeks if work or studies come unexpectedly.',
      },
      plain: {
        name: 'Päiväkotipaikan hakeminen',
        summary: 'Hae paikkaa viimeistään 4 kuukautta ennen kuin lapsi aloittaa.',
        description:
          'Lapsi voi olla päiväkodissa, kun vanhemmat ovat töissä tai opiskelevat. Myös muut lapset saavat paikan.\n\nMaksu riippuu perheen tuloista. Jotkut eivät maksa mitään.',
        instruction: 'Tee hakemus netissä tai paperilla. Kerro, millaista apua lapsi tarvitsee.',
        charge: 'Maksu tulojen mukaan.',
        deadline: 'Hae 4 kuukautta ennen kuin tarvitset paikan.',
      },
    },
    terms: {
      fi: ['päivähoito', 'päiväkoti', 'tarhapaikka', 'tarha', 'perhepäivähoitaja', 'lapsen hoitopaikka'],
      sv: ['dagvård', 'daghem', 'dagis', 'barnträdgård', 'familjedagvårdare'],
      en: ['day care', 'kindergarten', 'nursery', 'childminder', 'childcare place'],
    },
    channels: ['mallila-varhaiskasvatus', 'varhaiskasvatus-puhelin', 'varhaiskasvatuslomake', 'piste-mallila', 'piste-kirkkoranta'],
  },
  {
    key: 'koulukuljetus',
    provider: 'mallila',
    charge: 'free',
    area: 'mallila',
    lifeEvents: ['KE4.2'],
    serviceClasses: ['P6.2'],
    targetGroups: ['KR1', 'KR1.2'],
    texts: {
      fi: {
        name: 'Perusopetus ja koulukuljetus',
        summary: 'Ilmoita lapsi lähikouluun. Oppilas saa koulukuljetuksen, jos matka on yli viisi kilometriä tai liian vaikea.',
        description:
          'Kaupunki osoittaa lapsellesi lähikoulun. Muuton yhteydessä ota yhteyttä sekä vanhaan että uuteen kouluun. Muuhun kouluun voi hakea, jos siellä on tilaa.\n\nKoulukuljetus on maksuton. Se voi olla bussikortti tai taksi. Kuljetuksen voi saada myös lyhyemmälle matkalle, jos tie on vaarallinen tai lapsi ei terveytensä takia jaksa kulkea.',
        instruction:
          'Ilmoita ensimmäistä luokkaa aloittava lapsi verkossa talvella, kun saat kirjeen. Hae kuljetusta lomakkeella keväällä ja kerro osoite, reitti ja lapsen erityiset tarpeet. Liitä todistus, jos perusteena on terveys.',
        charge: 'Maksuton.',
      },
      sv: {
        name: 'Grundläggande utbildning och skolskjuts',
        summary: 'Anmäl barnet till närskolan. Eleven får skolskjuts om vägen är över fem kilometer eller för svår.',
        description:
          'Staden anvisar ditt barn en närskola. När ni flyttar, kontakta både den gamla och den nya skolan. Du kan söka till en annan skola om det finns plats.\n\nSkolskjutsen är avgiftsfri. Den kan vara ett busskort eller en taxi. Skjuts kan också ges för en kortare väg om den är farlig eller om barnet av hälsoskäl inte orkar gå.',
        instruction:
          'Anmäl blivande ettor på nätet på vintern när brevet kommer. Sök skjuts med blankett på våren och uppge adress, väg och särskilda behov. Bifoga intyg om grunden är hälsan.',
        charge: 'Avgiftsfritt.',
      },
      en: {
        name: 'Basic education and school transport',
        summary: 'Enrol your child in the local school. Transport is given if the way is over five kilometres or too hard.',
        description:
          'The city assigns a local school to your child. When you move, contact both the old and the new school. You can apply to another school if it has room.\n\nTransport is free: a bus card or a taxi. It can be given for a shorter way too if the road is dangerous or your child cannot manage it for reasons of health.',
        instruction:
          'Enrol a new first-grader online in winter when the letter comes. Apply for transport by form in spring, stating address, route and special needs. Attach a certificate if health is the reason.',
        charge: 'Free of charge.',
      },
      plain: {
        name: 'Koulu ja koulukyyti',
        summary: 'Jos koulu on kaukana, lapsi pääsee kouluun bussilla tai taksilla.',
        description:
          'Lapsesi saa koulun läheltä kotia. Jos matka on yli 5 kilometriä, saat ilmaisen kyydin.\n\nKyydin voi saada myös, jos tie on vaarallinen tai lapsi on sairas.',
        instruction: 'Täytä ilmoitus netissä tai paperilla. Kerro, missä asutte.',
        charge: 'Ei maksa.',
      },
    },
    terms: {
      fi: ['koulutaksi', 'koulumatka', 'pitkä koulumatka', 'ekaluokka', 'kouluun ilmoittautuminen', 'muutto ja koulu'],
      sv: ['skoltaxi', 'skolväg', 'lång skolväg', 'börja ettan', 'anmäla till skolan'],
      en: ['school taxi', 'school run', 'long way to school', 'starting school', 'enrol in school'],
    },
    channels: ['mallila-koulu', 'koulu-puhelin', 'koulukuljetuslomake', 'piste-mallila'],
  },
];
