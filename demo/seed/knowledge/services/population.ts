import type { DemoService } from '../types.ts';

export const populationServices: DemoService[] = [
  {
    key: 'muuttoilmoitus',
    provider: 'dvv',
    charge: 'free',
    lifeEvents: ['KE4', 'KE4.1', 'KE4.2', 'KE4.3'],
    serviceClasses: ['P1.5'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Muuttoilmoitus',
        summary: 'Ilmoita uusi osoitteesi väestötietoihin. Ilmoitus on maksuton, ja samalla tieto menee myös postinjakeluun.',
        description:
          'Tee muuttoilmoitus, kun muutat vakituisesti uuteen asuntoon tai asut muualla tilapäisesti yli kolme kuukautta. Ilmoituksesta osoitteesi välittyy muille viranomaisille, joten et yleensä joudu kertomaan sitä jokaiselle erikseen.\n\nJos samassa taloudessa muuttaa useita ihmisiä, yksi aikuinen voi tehdä ilmoituksen kaikkien puolesta. Kun lapsi muuttaa vain toisen huoltajan luo, tarvitaan molempien huoltajien suostumus.',
        instruction:
          'Tee ilmoitus verkossa: tarvitset verkkopankkitunnukset, mobiilivarmenteen tai varmennekortin. Jos et käytä verkkoa, soita tai täytä paperilomake. Pankille, työnantajalle ja taloyhtiölle kerrot osoitteesi itse.',
        deadline: 'Ilmoita aikaisintaan kuukausi ennen muuttoa ja viimeistään viikon kuluttua muutosta.',
      },
      sv: {
        name: 'Flyttanmälan',
        summary: 'Anmäl din nya adress till befolkningsuppgifterna. Anmälan är avgiftsfri, och uppgiften går också till postutdelningen.',
        description:
          'Gör en flyttanmälan när du flyttar permanent till en ny bostad eller bor tillfälligt någon annanstans i över tre månader. Adressen förmedlas till andra myndigheter, så du behöver oftast inte meddela den till var och en.\n\nOm flera personer i samma hushåll flyttar kan en vuxen göra anmälan för alla. När ett barn flyttar till bara den ena vårdnadshavaren behövs samtycke av båda.',
        instruction:
          'Gör anmälan på nätet: du behöver bankkoder, mobilcertifikat eller ett certifikatkort. Om du inte använder nätet kan du ringa eller fylla i en pappersblankett. Till banken, arbetsgivaren och husbolaget meddelar du adressen själv.',
        deadline: 'Gör anmälan tidigast en månad före flytten och senast en vecka efter den.',
      },
      en: {
        name: 'Notification of move',
        summary: 'Report your new address to the population register. It is free of charge, and your post is redirected at the same time.',
        description:
          'Notify when you move to a new home for good, or live elsewhere temporarily for more than three months. Your address is passed on to other authorities, so you do not usually have to tell each of them.\n\nIf several people of one household move, one adult can notify for all. When a child moves in with only one of the guardians, the consent of both is needed.',
        instruction:
          'Notify online: you need online banking codes, a mobile certificate or a certificate card. If you do not use the internet, call or fill in a paper form. Tell your bank, employer and housing company yourself.',
        deadline: 'Notify no earlier than one month before the move and no later than one week after it.',
      },
      plain: {
        name: 'Muuttoilmoitus',
        summary: 'Kun muutat, kerro uusi osoitteesi. Se ei maksa mitään.',
        description:
          'Tee muuttoilmoitus, kun muutat uuteen kotiin. Samalla muut viranomaiset saavat tietää osoitteesi.\n\nYksi aikuinen voi ilmoittaa koko perheen muuton.',
        instruction:
          'Tee ilmoitus netissä. Tarvitset pankkitunnukset. Voit myös soittaa tai täyttää paperin. Kerro osoite itse pankille ja työpaikalle.',
        deadline: 'Tee ilmoitus viimeistään viikon päästä muutosta.',
      },
    },
    terms: {
      fi: ['muutan uuteen kotiin', 'osoitteenmuutos', 'uusi osoite', 'posti menee vanhaan osoitteeseen', 'muutto'],
      sv: ['adressändring', 'ny adress', 'jag flyttar', 'flytt', 'posten går till fel adress'],
      en: ['change of address', 'new address', 'moving house', 'moving to a new flat', 'my post goes to my old home'],
    },
    channels: ['dvv-asiointi', 'dvv-puhelin', 'dvv-muuttolomake', 'piste-mallila'],
  },
  {
    key: 'turvakielto',
    provider: 'dvv',
    charge: 'free',
    lifeEvents: ['KE4.2', 'KE7'],
    serviceClasses: ['P7.9', 'P7.1'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Turvakielto',
        summary: 'Turvakielto estää osoitteesi ja yhteystietojesi luovuttamisen, jos sinun tai perheesi turvallisuus on uhattuna.',
        description:
          'Voit saada turvakiellon, jos sinulla on perusteltu syy epäillä, että sinua, perhettäsi tai kotiasi uhataan. Turvakiellon jälkeen osoitteesi, kotikuntasi ja muut sijaintiasi koskevat tiedot näkyvät vain niille viranomaisille, joilla on oikeus käsitellä niitä.\n\nMyös tieto turvakiellosta on suojattu. Turvakielto ei poista osoitetta sosiaalisesta mediasta tai yritysten asiakasrekistereistä: kysy niistä neuvoa samalla kerralla.',
        instruction:
          'Kerro hakemuksessa, mistä uhka johtuu. Liitä mukaan esimerkiksi poliisin, turvakodin tai sosiaalityön lausunto, jos sinulla on sellainen. Hae rauhassa: voit pyytää neuvojalta suljettua huonetta. Välittömässä vaarassa soita 112.',
        eligibility: 'Henkilö, jonka oma tai perheen terveys tai turvallisuus on ilmeisesti uhattuna.',
        processing:
          'Turvakielto määrätään ensimmäisellä kerralla enintään viideksi vuodeksi. Sen jälkeen sitä voi jatkaa kaksi vuotta kerrallaan.',
      },
      sv: {
        name: 'Spärrmarkering',
        summary: 'Spärrmarkeringen hindrar att din adress och dina kontaktuppgifter lämnas ut om du eller din familj är hotad.',
        description:
          'Du kan få spärrmarkering om du har grundad anledning att misstänka att du, din familj eller ditt hem är hotat. Därefter syns din adress, hemkommun och andra uppgifter om var du finns bara för de myndigheter som har rätt att behandla dem.\n\nÄven uppgiften om spärrmarkeringen är skyddad. Den tar inte bort adressen ur sociala medier eller företags kundregister: be om råd om dem samtidigt.',
        instruction:
          'Berätta i ansökan vad hotet beror på. Bifoga till exempel ett utlåtande från polisen, skyddshemmet eller socialarbetet om du har ett. Du kan be rådgivaren om ett avskilt rum. Ring 112 vid omedelbar fara.',
        eligibility: 'Den vars egen eller familjs hälsa eller säkerhet uppenbart är hotad.',
        processing: 'Första gången gäller spärrmarkeringen högst fem år. Därefter kan den förlängas två år i sänder.',
      },
      en: {
        name: 'Non-disclosure for personal safety',
        summary: 'Stops your address and contact details from being disclosed if you or your family are in danger.',
        description:
          'You may be granted non-disclosure if you have good reason to suspect that you, your family or your home is under threat. After that your address, municipality and other details of where you are can be seen only by authorities with the right to process them.\n\nThe fact that you have it is protected too. It does not remove your address from social media or the customer registers of companies: ask for advice about them at the same time.',
        instruction:
          'Explain in the application what the threat is. Attach a statement from the police, a shelter or a social worker if you have one. You can ask the advisor for a closed room. In immediate danger call 112.',
        eligibility: 'A person whose own or whose family’s health or safety is clearly at risk.',
        processing: 'The first order is for at most five years. It can then be continued for two years at a time.',
      },
      plain: {
        name: 'Turvakielto',
        summary: 'Turvakielto suojaa osoitteesi, jos joku uhkaa sinua.',
        description:
          'Turvakielto on sinulle, jos joku uhkaa sinua tai perhettäsi. Silloin osoitettasi ei anneta muille.\n\nVain harvat viranomaiset näkevät, missä asut. Myös turvakielto on salainen tieto.',
        instruction:
          'Tee hakemus. Kerro, miksi pelkäät. Voit pyytää apua neuvojalta. Voitte jutella huoneessa, jossa muut eivät kuule. Jos on hätä, soita 112.',
        eligibility: 'Ihminen, jota uhataan.',
        processing: 'Ensin turvakielto on voimassa enintään 5 vuotta. Sitten sitä voi jatkaa 2 vuotta kerrallaan.',
      },
    },
    terms: {
      fi: ['pelkään että minut löydetään', 'salainen osoite', 'osoite salaiseksi', 'vainoaja', 'uhkailu', 'väkivaltainen ex'],
      sv: ['hemlig adress', 'jag är rädd att någon hittar mig', 'hotad', 'förföljd', 'skyddad adress'],
      en: ['secret address', 'hide my address', 'I am being stalked', 'threats', 'violent ex-partner'],
    },
    channels: ['dvv-asiointi', 'dvv-turvakieltolomake', 'dvv-puhelin'],
  },
  {
    key: 'sukunimen-muuttaminen',
    provider: 'dvv',
    charge: 'charged',
    lifeEvents: ['KE7'],
    serviceClasses: ['P9.3'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Sukunimen tai etunimen muuttaminen',
        summary: 'Hae uutta sukunimeä tai etunimeä. Voit hakea molempia samalla hakemuksella yhdellä maksulla.',
        description:
          'Voit vaihtaa sukunimesi esimerkiksi avioeron jälkeen, ottaa suvun nimen takaisin tai hakea kokonaan uutta nimeä. Etunimiä saa olla enintään neljä.\n\nJos vaihdat nimen avioliiton solmimisen yhteydessä, ilmoita siitä jo esteiden tutkinnassa: silloin se ei maksa erikseen. Vanhasta nimestä tulee entinen nimi, joka jää väestötietoihin.',
        instruction:
          'Tee hakemus verkossa tai lomakkeella. Perustele uusi sukunimi, jos se ei ole ollut suvussasi. Kun nimi on vaihtunut, tilaa uusi passi tai henkilökortti: vanhan nimen asiakirjat eivät enää vastaa tietojasi.',
        charge: 'Hakemus on maksullinen. Tarkista hinta ennen hakemista.',
        processing: 'Osa nimistä vaatii nimilautakunnan lausunnon, jolloin käsittely kestää pidempään.',
      },
      sv: {
        name: 'Ändring av efternamn eller förnamn',
        summary: 'Ansök om nytt efternamn eller förnamn. Du kan ansöka om båda med samma ansökan och en avgift.',
        description:
          'Du kan byta efternamn till exempel efter en skilsmässa, ta tillbaka ett släktnamn eller ansöka om ett helt nytt namn. Du får ha högst fyra förnamn.\n\nOm du byter namn när du ingår äktenskap ska du meddela det redan vid hindersprövningen: då kostar det inget extra. Det gamla namnet finns kvar i befolkningsuppgifterna som tidigare namn.',
        instruction:
          'Ansök på nätet eller med blankett. Motivera det nya efternamnet om det inte har funnits i din släkt. Beställ ett nytt pass eller identitetskort när namnet har ändrats: handlingarna i det gamla namnet stämmer inte längre.',
        charge: 'Ansökan är avgiftsbelagd. Kontrollera priset innan du ansöker.',
        processing: 'En del namn kräver ett utlåtande av namnnämnden, och då tar det längre.',
      },
      en: {
        name: 'Changing your surname or first name',
        summary: 'Apply for a new surname or first name. You can apply for both in one application with one fee.',
        description:
          'You can change your surname for instance after a divorce, take back a family name or apply for an entirely new one. You may have up to four first names.\n\nIf you change your name when you marry, say so at the examination of impediments: then there is no separate fee. The old name stays in the register as a former name.',
        instruction:
          'Apply online or by form. Give reasons for the new surname if it has not been in your family. Once the name has changed, order a new passport or identity card: documents in the old name no longer match your details.',
        charge: 'There is a fee. Check it before you apply.',
        processing: 'Some names need a statement from the Names Board, which takes longer.',
      },
      plain: {
        name: 'Nimen vaihtaminen',
        summary: 'Voit vaihtaa sukunimen tai etunimen. Vaihto maksaa.',
        description:
          'Voit vaihtaa nimesi. Moni vaihtaa nimen, kun tulee avioero.\n\nJos menet naimisiin, kerro uusi nimi jo ennen häitä. Silloin nimen vaihto ei maksa.',
        instruction: 'Tee hakemus netissä tai paperilla. Kun nimi on vaihtunut, hanki uusi passi tai henkilökortti.',
        charge: 'Hakemus maksaa. Katso hinta ennen kuin haet.',
        processing: 'Joskus käsittely kestää kauan. Silloin nimestä kysytään lautakunnalta.',
      },
    },
    terms: {
      fi: ['tyttönimi takaisin', 'nimenmuutos', 'vaihdan nimeä', 'oma nimi takaisin eron jälkeen', 'uusi sukunimi'],
      sv: ['ta tillbaka flicknamnet', 'namnbyte', 'byta namn', 'nytt efternamn'],
      en: ['name change', 'maiden name back', 'take back my old name', 'new surname'],
    },
    channels: ['dvv-asiointi', 'dvv-nimilomake', 'dvv-puhelin', 'piste-mallila'],
  },
  {
    key: 'avioliitto',
    provider: 'dvv',
    charge: 'free',
    lifeEvents: [],
    serviceClasses: ['P3.1', 'P3.5'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Avioliiton esteiden tutkinta ja vihkiminen',
        summary: 'Ennen häitä tarvitset todistuksen esteiden tutkinnasta. Siviilivihkiminen virka-aikana toimistossa on maksuton.',
        description:
          'Esteiden tutkinnassa varmistetaan, että voitte solmia avioliiton: molemmat ovat täyttäneet 18 vuotta eivätkä ole jo naimisissa. Saatte todistuksen, joka on voimassa neljä kuukautta.\n\nValitkaa samalla sukunimi. Siviilivihkimiseen tarvitaan vihkijän lisäksi kaksi todistajaa. Vihkiminen muualla kuin toimistossa tai virka-ajan ulkopuolella on maksullinen.',
        instruction:
          'Täyttäkää esteiden tutkinnan pyyntö yhdessä verkossa tai lomakkeella. Varatkaa vihkiaika hyvissä ajoin. Jos kumpi tahansa on ulkomaan kansalainen, kysykää mitä todistuksia kotimaasta tarvitaan.',
        charge: 'Esteiden tutkinta ja vihkiminen toimistossa virka-aikana ovat maksuttomia. Muu vihkiminen on maksullinen.',
      },
      sv: {
        name: 'Hindersprövning och vigsel',
        summary: 'Före bröllopet behöver ni ett intyg över hindersprövning. Borgerlig vigsel under tjänstetid på byrån är avgiftsfri.',
        description:
          'Vid hindersprövningen säkerställs att ni kan ingå äktenskap: båda har fyllt 18 år och ingen är redan gift. Ni får ett intyg som gäller i fyra månader.\n\nVälj samtidigt efternamn. För en borgerlig vigsel behövs två vittnen utöver vigselförrättaren. Vigsel på annat ställe eller utanför tjänstetid är avgiftsbelagd.',
        instruction:
          'Fyll i begäran om hindersprövning tillsammans, på nätet eller med blankett. Boka vigseltid i god tid. Om någon av er är utländsk medborgare, fråga vilka intyg som behövs från hemlandet.',
        charge: 'Hindersprövning och vigsel på byrån under tjänstetid är avgiftsfria. Annan vigsel kostar.',
      },
      en: {
        name: 'Examination of impediments to marriage, and wedding',
        summary: 'Before the wedding you need a certificate of examination. A civil wedding at the office in office hours is free.',
        description:
          'The examination makes sure that you can marry: both are at least 18 and neither is married already. The certificate is valid for four months.\n\nChoose your surname at the same time. A civil wedding needs two witnesses besides the official. A wedding elsewhere or outside office hours is charged for.',
        instruction:
          'Fill in the request together, online or by form. Book the wedding well ahead. If either of you is a citizen of another country, ask which certificates you need from there.',
        charge: 'The examination, and a wedding at the office in office hours, are free. Other weddings have a fee.',
      },
      plain: {
        name: 'Naimisiin meneminen',
        summary: 'Ennen häitä tarvitsette todistuksen. Häät toimistossa päivällä eivät maksa.',
        description:
          'Ennen häitä tutkitaan, voitteko mennä naimisiin. Molempien pitää olla 18 vuotta tai vanhempia. Saatte todistuksen, joka on voimassa 4 kuukautta.\n\nVihkimiseen tarvitaan 2 todistajaa.',
        instruction: 'Täyttäkää pyyntö yhdessä netissä tai paperilla. Varatkaa sitten aika vihkimiseen.',
        charge: 'Todistus ei maksa. Häät toimiston ulkopuolella maksavat.',
      },
    },
    terms: {
      fi: ['naimisiin', 'häät', 'esteettömyystodistus', 'maistraatti', 'siviilivihkiminen'],
      sv: ['gifta sig', 'bröllop', 'borgerlig vigsel', 'magistraten', 'hindersintyg'],
      en: ['getting married', 'wedding', 'registry office', 'civil ceremony', 'marriage certificate'],
    },
    channels: ['dvv-asiointi', 'dvv-esteidentutkintalomake', 'dvv-puhelin'],
  },
  {
    key: 'sukuselvitys',
    provider: 'dvv',
    charge: 'charged',
    lifeEvents: ['KE14'],
    serviceClasses: ['P9.3', 'P9.2'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Vainajan sukuselvitys perunkirjoitusta varten',
        summary: 'Tilaa vainajan sukuselvitys, jota tarvitset perunkirjoitukseen ja pankkiasioihin omaisen kuoltua.',
        description:
          'Sukuselvitys kertoo, keitä vainajan perilliset ovat. Siihen kuuluvat vainajan tiedot 15 vuoden iästä kuolemaan asti sekä perillisten elossaolotodistukset.\n\nKuolemasta ei tarvitse ilmoittaa itse: lääkäri tai sairaala ilmoittaa siitä väestötietoihin. Jos vainaja on kuulunut seurakuntaan, osa tiedoista tilataan seurakunnan keskusrekisteristä.',
        instruction:
          'Tilaa sukuselvitys verkossa tai lomakkeella pian kuoleman jälkeen. Kerro vainajan nimi, henkilötunnus ja asuinpaikat niin tarkasti kuin tiedät. Pyydä perunkirjoituksen tekijältä neuvo, mitä todistuksia hän tarvitsee.',
        charge: 'Todistukset ovat maksullisia. Hinta riippuu siitä, kuinka laaja selvitys tarvitaan.',
        deadline: 'Perunkirjoitus on pidettävä kolmen kuukauden kuluessa kuolemasta, joten tilaa todistukset heti.',
      },
      sv: {
        name: 'Släktutredning för bouppteckning',
        summary: 'Beställ släktutredningen över den avlidne. Du behöver den för bouppteckningen och bankärenden när en anhörig har dött.',
        description:
          'Släktutredningen visar vilka den avlidnes arvingar är. Den omfattar den avlidnes uppgifter från 15 års ålder till döden och intyg över att arvingarna lever.\n\nDu behöver inte själv anmäla dödsfallet: läkaren eller sjukhuset anmäler det till befolkningsuppgifterna. Om den avlidne hörde till en församling beställs en del av uppgifterna från församlingens centralregister.',
        instruction:
          'Beställ släktutredningen på nätet eller med blankett snart efter dödsfallet. Uppge den avlidnes namn, personbeteckning och boningsorter så noga du kan. Fråga den som gör bouppteckningen vilka intyg som behövs.',
        charge: 'Intygen är avgiftsbelagda. Priset beror på hur omfattande utredning som behövs.',
        deadline: 'Bouppteckningen ska hållas inom tre månader från dödsfallet, så beställ intygen genast.',
      },
      en: {
        name: 'Report on family relationships for estate inventory',
        summary: 'Order the report on the deceased’s family that you need for the estate inventory and the bank after a death.',
        description:
          'The report tells who the heirs are. It covers the deceased’s details from the age of 15 until death, and certificates that the heirs are alive.\n\nYou do not have to report the death yourself: the doctor or hospital does. If the deceased belonged to a parish, some of the details are ordered from the parish’s central register.',
        instruction:
          'Order the report online or by form soon after the death. Give the name, personal identity code and places of residence as exactly as you can. Ask whoever draws up the inventory which certificates are needed.',
        charge: 'There is a fee, which depends on how extensive a report is needed.',
        deadline: 'The estate inventory must be held within three months of the death, so order the certificates at once.',
      },
      plain: {
        name: 'Todistus kuolleen ihmisen suvusta',
        summary: 'Kun läheinen kuolee, tarvitset todistuksen hänen suvustaan.',
        description:
          'Todistus kertoo, ketkä perivät kuolleen ihmisen. Sitä kysytään pankissa ja perunkirjoituksessa.\n\nSinun ei tarvitse ilmoittaa kuolemasta. Lääkäri tai sairaala ilmoittaa sen.',
        instruction: 'Tilaa todistus netissä tai paperilla heti kuoleman jälkeen. Kerro kuolleen nimi ja henkilötunnus.',
        charge: 'Todistus maksaa.',
        deadline: 'Perunkirjoitus pitää tehdä 3 kuukauden kuluessa.',
      },
    },
    terms: {
      fi: ['virkatodistus', 'äiti kuoli', 'isä kuoli', 'perunkirjoitus', 'perilliset', 'kuolinpesä', 'läheinen kuoli'],
      sv: ['ämbetsbetyg', 'mamma dog', 'pappa dog', 'bouppteckning', 'arvingar', 'dödsbo'],
      en: ['my mother died', 'my father died', 'heirs', 'estate of a deceased person', 'death of a relative'],
    },
    channels: ['dvv-asiointi', 'dvv-sukuselvityslomake', 'dvv-puhelin'],
  },
];
