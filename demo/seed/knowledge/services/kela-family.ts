import type { DemoService } from '../types.ts';

export const familyBenefits: DemoService[] = [
  {
    key: 'vanhempainpaivaraha',
    provider: 'kela',
    charge: 'free',
    lifeEvents: ['KE1', 'KE1.1'],
    serviceClasses: ['P3.2', 'P3.3'],
    targetGroups: ['KR1', 'KR1.2'],
    texts: {
      fi: {
        name: 'Raskausraha ja vanhempainraha',
        summary: 'Rahaa vanhemmille, kun vauva tulee: raskausraha odottavalle ja vanhempainraha molemmille vanhemmille.',
        description:
          'Raskausrahaa maksetaan odottavalle vanhemmalle ennen vauvan syntymää. Vanhempainrahapäivät jaetaan vanhempien kesken, ja osan voi luovuttaa toiselle. Yksin huoltava saa kaikki päivät.\n\nMyös adoptiovanhempi saa vanhempainrahaa. Vanhempainrahan jälkeen voi hakea kotihoidon tukea, jos lapsi ei ole varhaiskasvatuksessa.',
        instruction:
          'Hae verkossa samalla kun suunnittelet vapaat. Sovi vapaista myös työnantajan kanssa. Liitä todistus raskaudesta, jonka saat neuvolasta. Muuta jakoa myöhemmin samassa palvelussa.',
        eligibility: 'Vanhempi, joka on kuulunut Suomen sairausvakuutukseen ennen laskettua aikaa vähintään 180 päivää.',
        charge: 'Maksuton.',
        deadline: 'Hae raskausrahaa ennen kuin vapaa alkaa ja vanhempainrahaa ennen ensimmäistä rahapäivää.',
      },
      sv: {
        name: 'Graviditetspenning och föräldrapenning',
        summary: 'Pengar till föräldrar när barnet kommer: graviditetspenning före födseln och föräldrapenning till båda.',
        description:
          'Graviditetspenning betalas till den gravida föräldern före födseln. Föräldrapenningsdagarna delas mellan föräldrarna, och en del kan överlåtas till den andra. Den som är ensam vårdnadshavare får alla dagar.\n\nÄven adoptivföräldrar får föräldrapenning. Därefter kan stöd för hemvård sökas om barnet inte deltar i småbarnspedagogik.',
        instruction:
          'Ansök på nätet när ni planerar ledigheterna. Kom överens om ledigheten också med arbetsgivaren. Bifoga intyg om graviditeten från rådgivningsbyrån. Ändra fördelningen senare i samma tjänst.',
        eligibility: 'Förälder som har varit sjukförsäkrad i Finland minst 180 dagar före beräknad tid.',
        charge: 'Avgiftsfritt.',
        deadline: 'Sök graviditetspenning innan ledigheten börjar och föräldrapenning före den första dagen.',
      },
      en: {
        name: 'Pregnancy allowance and parental allowance',
        summary: 'Money for parents when a baby comes: pregnancy allowance before birth, parental allowance for both parents.',
        description:
          'Pregnancy allowance is paid to the expectant parent before the birth. Parental allowance days are divided between the parents, and some can be given to the other. A sole guardian gets all the days.\n\nAdoptive parents get parental allowance too. Afterwards, child home care allowance can be applied for if the child is not in early childhood education.',
        instruction:
          'Apply online as you plan your leave. Agree on the leave with your employer as well. Attach the certificate of pregnancy from the maternity clinic. You can change the division later in the same service.',
        eligibility: 'A parent covered by Finnish health insurance for at least 180 days before the due date.',
        charge: 'Free of charge.',
        deadline: 'Apply for pregnancy allowance before the leave begins and for parental allowance before its first day.',
      },
      plain: {
        name: 'Raha vauvan vanhemmille',
        summary: 'Kun saat vauvan, voit olla kotona ja saada rahaa Kelasta.',
        description:
          'Odottava äiti tai vanhempi saa rahaa ennen vauvan syntymää. Syntymän jälkeen molemmat vanhemmat voivat olla kotona.\n\nVanhemmat jakavat päivät keskenään.',
        instruction: 'Hae rahaa netissä. Pyydä neuvolasta todistus. Kerro vapaasta myös työpaikalle.',
        charge: 'Hakeminen ei maksa.',
        deadline: 'Hae ennen kuin vapaa alkaa.',
        eligibility: 'Vanhempi, joka on asunut tai ollut töissä Suomessa tarpeeksi kauan.',
      },
    },
    terms: {
      fi: ['äitiyspäiväraha', 'isyysvapaa', 'vauva tulossa', 'olen raskaana', 'vanhempainvapaa', 'kotihoidon tuki'],
      sv: ['moderskapspenning', 'pappaledighet', 'gravid', 'föräldraledighet', 'bebis på kommande'],
      en: ['maternity leave', 'paternity leave', 'I am pregnant', 'baby on the way', 'parental leave'],
    },
    channels: ['kela-asiointi', 'kela-perhe-puhelin', 'kela-vanhempainlomake', 'piste-mallila', 'piste-kirkkoranta'],
  },
  {
    key: 'aitiysavustus',
    provider: 'kela',
    charge: 'free',
    lifeEvents: ['KE1', 'KE1.1'],
    serviceClasses: ['P3.2'],
    targetGroups: ['KR1', 'KR1.2'],
    texts: {
      fi: {
        name: 'Äitiysavustus',
        summary: 'Saat äitiyspakkauksen tai rahaa, kun raskaus on kestänyt vähintään 154 päivää ja olet käynyt neuvolassa.',
        description:
          'Voit valita vauvan vaatteita ja tarvikkeita sisältävän pakkauksen tai rahan. Pakkauksen tavarat ovat arvokkaampia kuin rahasumma.\n\nMyös adoptiolapsesta saa avustuksen. Kaksosista ja useammista lapsista avustuksia saa useamman.',
        instruction:
          'Hae avustusta samalla hakemuksella kuin raskausrahaa. Liitä neuvolan tai lääkärin todistus raskaudesta. Pakkaus tulee postin noutopisteeseen.',
        eligibility: 'Suomessa asuva odottava vanhempi, joka on käynyt terveystarkastuksessa ennen neljännen raskauskuukauden loppua.',
        charge: 'Maksuton.',
        deadline: 'Hae viimeistään kaksi kuukautta ennen laskettua aikaa.',
      },
      sv: {
        name: 'Moderskapsunderstöd',
        summary: 'Du får ett moderskapspaket eller pengar när graviditeten har varat minst 154 dagar och du besökt rådgivningen.',
        description:
          'Du kan välja ett paket med babykläder och tillbehör eller pengar. Innehållet i paketet är värt mer än penningsumman.\n\nUnderstödet ges också för ett adoptivbarn. För tvillingar och flera barn får man flera understöd.',
        instruction:
          'Ansök med samma ansökan som graviditetspenning. Bifoga intyg om graviditeten från rådgivningsbyrån eller en läkare. Paketet kommer till postens utlämningsställe.',
        eligibility: 'Gravid förälder som bor i Finland och har gått på hälsoundersökning före utgången av fjärde graviditetsmånaden.',
        charge: 'Avgiftsfritt.',
        deadline: 'Ansök senast två månader före beräknad tid.',
      },
      en: {
        name: 'Maternity grant',
        summary: 'A maternity package or money when pregnancy has lasted at least 154 days and you have visited a clinic.',
        description:
          'You can choose a package with baby clothes and supplies, or money. The package is worth more than the cash.\n\nThe grant is also given for an adopted child. For twins and more children there are several grants.',
        instruction:
          'Apply in the same application as for pregnancy allowance. Attach a certificate of pregnancy from the maternity clinic or a doctor. The package comes to a post pick-up point.',
        eligibility: 'An expectant parent living in Finland who had a health check before the end of the fourth month of pregnancy.',
        charge: 'Free of charge.',
        deadline: 'Apply at the latest two months before the due date.',
      },
      plain: {
        name: 'Äitiyspakkaus tai raha',
        summary: 'Saat vauvan tavaroita tai rahaa, kun odotat lasta.',
        description:
          'Äitiyspakkauksessa on vaatteita ja tarvikkeita vauvalle. Voit ottaa pakkauksen sijasta rahaa.\n\nKäy neuvolassa ajoissa, niin saat pakkauksen.',
        instruction: 'Pyydä neuvolasta todistus. Tee hakemus netissä tai paperilla.',
        charge: 'Ei maksa.',
        deadline: 'Hae 2 kuukautta ennen kuin vauva syntyy.',
        eligibility: 'Raskaana oleva, joka asuu Suomessa ja on käynyt neuvolassa ajoissa.',
      },
    },
    terms: {
      fi: ['äitiyspakkaus', 'vauvapakkaus', 'vauvanvaatteet', 'raskaustodistus'],
      sv: ['moderskapspaket', 'mammaförpackning', 'babykläder', 'graviditetsintyg'],
      en: ['baby box', 'maternity package', 'baby clothes', 'certificate of pregnancy'],
    },
    channels: ['kela-asiointi', 'kela-perhe-puhelin', 'kela-vanhempainlomake', 'piste-mallila'],
  },
  {
    key: 'lapsilisa',
    provider: 'kela',
    charge: 'free',
    lifeEvents: ['KE1', 'KE1.1', 'KE5', 'KE7'],
    serviceClasses: ['P3.6'],
    targetGroups: ['KR1', 'KR1.2'],
    texts: {
      fi: {
        name: 'Lapsilisä',
        summary: 'Lapsilisää maksetaan Suomessa asuvasta alle 17-vuotiaasta lapsesta kerran kuussa.',
        description:
          'Lapsilisä alkaa yleensä lapsen syntymää seuraavan kuukauden alusta ja päättyy, kun lapsi täyttää 17 vuotta. Yksinhuoltaja saa korotuksen.\n\nEron jälkeen vanhemmat sopivat, kummalle lapsilisä maksetaan. Ulkomaille muutto ja lapsen sijoitus kodin ulkopuolelle vaikuttavat lisään: ilmoita niistä.',
        instruction:
          'Hae lapsilisää verkossa tai lomakkeella. Suomessa syntyneen lapsen tiedot tulevat väestötiedoista. Jos muutit Suomeen lapsen kanssa, liitä oleskelulupa tai sosiaaliturvahakemus. Ilmoita tilinumero, jolle maksu tulee.',
        charge: 'Maksuton.',
        deadline: 'Lapsilisää voi saada enintään kuusi kuukautta taannehtivasti.',
      },
      sv: {
        name: 'Barnbidrag',
        summary: 'Barnbidrag betalas en gång i månaden för ett barn under 17 år som bor i Finland.',
        description:
          'Barnbidraget börjar i regel från månaden efter barnets födelse och upphör när barnet fyller 17 år. Ensamförsörjare får en förhöjning.\n\nEfter en skilsmässa kommer föräldrarna överens om vem som får bidraget. Flytt utomlands och placering av barnet utanför hemmet påverkar bidraget: meddela om dem.',
        instruction:
          'Ansök på nätet eller med blankett. Uppgifter om barn födda i Finland kommer från befolkningsuppgifterna. Om ni flyttat till Finland, bifoga uppehållstillstånd eller ansökan om social trygghet. Uppge kontonumret.',
        charge: 'Avgiftsfritt.',
        deadline: 'Barnbidrag kan fås för högst sex månader retroaktivt.',
      },
      en: {
        name: 'Child benefit',
        summary: 'Child benefit is paid once a month for a child under 17 who lives in Finland.',
        description:
          'Child benefit usually begins from the month after the child is born and ends when the child turns 17. A single parent gets an increase.\n\nAfter separation the parents agree which of them receives it. Moving abroad, or placing the child outside the home, affects it: tell Kela.',
        instruction:
          'Apply online or by form. Details of a child born in Finland come from the population register. If you moved to Finland with the child, attach a residence permit or the social security application. Give the bank account number.',
        charge: 'Free of charge.',
        deadline: 'Child benefit can be paid for at most six months back.',
      },
      plain: {
        name: 'Lapsilisä',
        summary: 'Lapsilisä on rahaa perheelle, jossa on lapsia.',
        description:
          'Kela maksaa lapsilisää joka kuukausi, kunnes lapsi täyttää 17 vuotta. Jos hoidat lasta yksin, saat enemmän.\n\nJos eroatte, sopikaa, kumpi saa lapsilisän.',
        instruction: 'Hae lapsilisää netissä tai paperilla. Kerro tilinumerosi.',
        charge: 'Ei maksa.',
        deadline: 'Hae puolen vuoden kuluessa.',
      },
    },
    terms: {
      fi: ['lapsilisät', 'lapsiraha', 'rahaa lapsesta', 'yksinhuoltajakorotus'],
      sv: ['barnbidraget', 'pengar för barn', 'ensamförsörjartillägg'],
      en: ['child allowance', 'money for children', 'single parent supplement'],
    },
    channels: ['kela-asiointi', 'kela-perhe-puhelin', 'kela-lapsilisalomake', 'piste-mallila'],
  },
  {
    key: 'elatustuki',
    provider: 'kela',
    charge: 'free',
    lifeEvents: ['KE7'],
    serviceClasses: ['P3.9'],
    targetGroups: ['KR1', 'KR1.2'],
    texts: {
      fi: {
        name: 'Elatustuki',
        summary: 'Elatustuki turvaa lapsen elatuksen, jos toinen vanhempi ei maksa sovittua elatusapua tai maksaa liian vähän.',
        description:
          'Elatusavusta sovitaan kirjallisesti ja sopimus vahvistetaan lastenvalvojan luona tai tuomioistuimessa. Jos maksu jää tulematta, Kela maksaa elatustukea ja perii rahan maksamatta jättäneeltä vanhemmalta.\n\nTukea voi saada myös, jos toista vanhempaa ei ole vahvistettu.',
        instruction:
          'Varmista, että sinulla on vahvistettu elatussopimus. Hae tukea verkossa tai lomakkeella ja liitä sopimus sekä tieto maksamatta jääneistä kuukausista. Elatusapua maksava kysyy neuvoa maksuvaikeuksiin heti.',
        charge: 'Maksuton.',
      },
      sv: {
        name: 'Underhållsstöd',
        summary: 'Underhållsstödet tryggar barnets underhåll om den andra föräldern inte betalar det överenskomna underhållet.',
        description:
          'Underhållet avtalas skriftligt och avtalet fastställs hos barnatillsyningsmannen eller i domstol. Om betalningen uteblir betalar FPA underhållsstöd och driver in pengarna hos den förälder som inte betalat.\n\nStödet kan också ges om den andra föräldern inte har fastställts.',
        instruction:
          'Se till att du har ett fastställt underhållsavtal. Ansök på nätet eller med blankett och bifoga avtalet och uppgift om obetalda månader. Den som betalar underhåll ska genast fråga råd om betalningssvårigheter.',
        charge: 'Avgiftsfritt.',
      },
      en: {
        name: 'Child maintenance allowance',
        summary: 'Secures a child’s maintenance if the other parent does not pay the agreed support or pays too little.',
        description:
          'Child support is agreed in writing and confirmed by the child welfare officer or a court. If it is not paid, Kela pays maintenance allowance and recovers the money from the parent who did not pay.\n\nIt can also be paid if the other parent has not been established.',
        instruction:
          'Make sure you have a confirmed maintenance agreement. Apply online or by form, attaching the agreement and the months not paid. A parent who pays support should ask for advice at once when in difficulty.',
        charge: 'Free of charge.',
      },
      plain: {
        name: 'Elatustuki',
        summary: 'Jos toinen vanhempi ei maksa lapselle rahaa, Kela voi maksaa.',
        description:
          'Vanhemmat sopivat, paljonko lapselle maksetaan. Sopimus tehdään lastenvalvojan luona.\n\nJos toinen vanhempi ei maksa, voit hakea elatustukea.',
        instruction: 'Tee hakemus netissä tai paperilla. Liitä mukaan sopimus.',
        charge: 'Ei maksa.',
      },
    },
    terms: {
      fi: ['elatusmaksu', 'isä ei maksa elatusta', 'ex ei maksa lapsesta', 'elatusapu'],
      sv: ['underhåll', 'underhållsbidrag', 'pappan betalar inte', 'expartnern betalar inte'],
      en: ['child support', 'my ex does not pay', 'maintenance payments'],
    },
    channels: ['kela-asiointi', 'kela-perhe-puhelin', 'kela-elatuslomake', 'piste-mallila'],
  },
];
