import type { DemoService } from '../types.ts';

export const cityLiving: DemoService[] = [
  {
    key: 'asukaspysakointi',
    provider: 'mallila',
    type: 'permit',
    charge: 'charged',
    area: 'mallila',
    lifeEvents: ['KE4.2'],
    serviceClasses: ['P16.4'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Asukaspysäköintitunnus',
        summary: 'Tunnuksella pysäköit autosi oman asuinalueesi kadunvarteen keskustassa.',
        description:
          'Tunnuksen saa keskustassa vakituisesti asuva omalle tai käytössään olevalle autolle. Tunnus on sähköinen ja sidottu rekisterinumeroon: mitään ei tarvitse laittaa tuulilasiin.\n\nTunnus ei takaa vapaata paikkaa. Talvikunnossapidon aikana noudata kadun merkkejä.',
        instruction:
          'Hae tunnusta verkossa tai paperilomakkeella. Lomakkeen saa palvelupisteestä tai postissa. Jos auto on työnantajan, liitä todistus käyttöoikeudesta. Ilmoita uusi auto tai muutto.',
        eligibility: 'Mallilan keskustan pysäköintialueella vakituisesti asuva.',
        charge: '15 euroa kuukaudessa, toinen auto 30 euroa.',
        processing: 'Verkossa haettu tunnus alkaa heti maksun jälkeen, paperihakemus viikossa.',
      },
      sv: {
        name: 'Boendeparkeringstillstånd',
        summary: 'Med tillståndet parkerar du bilen längs gatan i ditt eget bostadsområde i centrum.',
        description:
          'Tillståndet ges till den som bor varaktigt i centrum, för den egna bilen eller en bil man förfogar över. Det är elektroniskt och knutet till registernumret: inget behöver läggas i vindrutan.\n\nTillståndet garanterar ingen ledig plats. Följ gatans skyltar under vinterunderhållet.',
        instruction:
          'Ansök på nätet eller med pappersblankett, som fås på servicepunkten eller per post. Om bilen är arbetsgivarens, bifoga intyg om nyttjanderätt. Meddela ny bil eller flytt.',
        eligibility: 'Den som bor varaktigt på parkeringsområdet i Mallila centrum.',
        charge: '15 euro i månaden, den andra bilen 30 euro.',
        processing: 'På nätet gäller tillståndet genast efter betalningen, på papper inom en vecka.',
      },
      en: {
        name: 'Resident parking permit',
        summary: 'With the permit you can park your car on the street in your own area of the town centre.',
        description:
          'The permit is for people who live permanently in the centre, for their own car or one they have the use of. It is electronic and tied to the registration number: nothing is put in the windscreen.\n\nIt does not guarantee a free space. Follow the street signs during winter maintenance.',
        instruction:
          'Apply online or on a paper form from the service point or by post. If the car is your employer’s, attach a certificate of right of use. Report a new car or a move.',
        eligibility: 'People living permanently in the parking zone of Mallila town centre.',
        charge: '15 euros a month, 30 euros for a second car.',
        processing: 'Online the permit starts at once after payment, on paper within a week.',
      },
      plain: {
        name: 'Pysäköintitunnus asukkaalle',
        summary: 'Tunnuksella voit pitää autoa kadulla kotisi lähellä.',
        description: 'Tunnus on sinulle, jos asut keskustassa. Se maksaa joka kuukausi.\n\nAutoon ei laiteta paperia.',
        instruction: 'Hae tunnusta netissä tai paperilla. Paperin saat palvelupisteestä.',
        charge: '15 euroa kuukaudessa. Toinen auto maksaa 30 euroa.',
        eligibility: 'Ihminen, joka asuu Mallilan keskustassa.',
        processing: 'Netissä tunnus alkaa heti. Paperilla se kestää viikon.',
      },
    },
    terms: {
      fi: ['parkkilupa', 'auto kadulla', 'pysäköintilupa', 'parkkipaikka kotitalon edessä'],
      sv: ['parkeringstillstånd', 'parkeringslov', 'bilen på gatan'],
      en: ['parking permit', 'street parking', 'park outside my home'],
    },
    channels: ['mallila-pysakointi', 'mallila-pysakointilomake', 'mallila-puhelin', 'piste-mallila', 'piste-kirkkoranta'],
  },
  {
    key: 'katuviat',
    provider: 'mallila',
    charge: 'free',
    area: 'mallila',
    lifeEvents: [],
    serviceClasses: ['P16.7', 'P16.3'],
    targetGroups: ['KR1', 'KR2'],
    texts: {
      fi: {
        name: 'Katujen ja katuvalojen viat',
        summary: 'Ilmoita pimeästä katuvalosta, kuopasta, liukkaudesta tai kaatuneesta liikennemerkistä. Korjaamme kaupungin kadut.',
        description:
          'Ilmoituksesi menee kadun kunnossapitoon. Vakava vaara liikenteelle hoidetaan heti, muut viat lähipäivinä. Jos haluat vastauksen, jätä yhteystietosi.\n\nKaupunki hoitaa kadut ja valtio maantiet. Jos vika on maantiellä, ohjaamme ilmoituksen oikeaan paikkaan. Taloyhtiön piha kuuluu taloyhtiölle.',
        instruction:
          'Kerro paikka: katu, lähin osoite ja valopylvään numero, jos se näkyy. Kuva auttaa. Verkossa näet, onko viasta jo ilmoitettu. Kiireellisessä vaarassa soita päivystykseen.',
        charge: 'Maksuton.',
      },
      sv: {
        name: 'Fel på gator och gatubelysning',
        summary: 'Anmäl en släckt gatlampa, grop, halka eller ett omkullkört trafikmärke. Vi reparerar stadens gator.',
        description:
          'Din anmälan går till gatuunderhållet. Allvarlig fara för trafiken åtgärdas genast, andra fel inom de närmaste dagarna. Lämna kontaktuppgifter om du vill ha svar.\n\nStaden sköter gatorna och staten landsvägarna. Om felet är på en landsväg styr vi anmälan till rätt plats. Gården hör till husbolaget.',
        instruction:
          'Uppge platsen: gata, närmaste adress och lampstolpens nummer om det syns. En bild hjälper. På nätet ser du om felet redan anmälts. Ring jouren vid brådskande fara.',
        charge: 'Avgiftsfritt.',
      },
      en: {
        name: 'Faults in streets and street lighting',
        summary: 'Report a dark street light, a pothole, slippery ice or a fallen road sign. We repair the city’s streets.',
        description:
          'Your report goes to street maintenance. Serious danger to traffic is dealt with at once, other faults in the next few days. Leave contact details if you want an answer.\n\nThe city keeps streets and the state keeps highways. If the fault is on a highway, we pass your report on. Housing company yards are theirs.',
        instruction:
          'Tell the place: street, nearest address and the number on the lamp post if you can see it. A picture helps. Online you see what has already been reported. For urgent danger call the duty line.',
        charge: 'Free of charge.',
      },
      plain: {
        name: 'Katuvalo tai katu rikki',
        summary: 'Kerro, jos katuvalo ei pala tai kadulla on kuoppa.',
        description: 'Kaupunki korjaa kadut ja katuvalot. Kerro, missä vika on.\n\nJos vika on vaarallinen, soita heti.',
        instruction: 'Tee ilmoitus netissä tai soita. Kerro kadun nimi. Voit lähettää kuvan.',
        charge: 'Ei maksa.',
      },
    },
    terms: {
      fi: ['katulamppu pimeänä', 'kuoppa tiessä', 'hiekoitus', 'auraus', 'liukas jalkakäytävä', 'liikennemerkki kaatunut'],
      sv: ['gatlampa släckt', 'grop i vägen', 'sandning', 'plogning', 'hal trottoar'],
      en: ['street lamp out', 'pothole', 'gritting', 'snow ploughing', 'slippery pavement'],
    },
    channels: ['mallila-vikailmoitus', 'mallila-vikapuhelin', 'mallila-puhelin', 'piste-mallila'],
  },
  {
    key: 'rakentamislupa',
    provider: 'mallila',
    type: 'permit',
    charge: 'charged',
    area: 'mallila',
    lifeEvents: ['KE6'],
    serviceClasses: ['P2.1'],
    targetGroups: ['KR1', 'KR2'],
    texts: {
      fi: {
        name: 'Rakentamislupa ja neuvonta rakentajalle',
        summary: 'Rakentamiseen tarvitaan usein lupa. Kysy neuvoa ennen suunnittelua: säästät aikaa ja rahaa.',
        description:
          'Uuteen asuinrakennukseen ja suuriin muutoksiin tarvitaan rakentamislupa. Pienet rakennukset, kuten varasto, eivät aina tarvitse lupaa, mutta niidenkin pitää noudattaa kaavaa ja määräyksiä.\n\nTarvitset pääsuunnittelijan ja vastaavan työnjohtajan. Rakentamisen jälkeen pyydät loppukatselmuksen. Rakennusvalvonta ei suunnittele puolestasi.',
        instruction:
          'Selvitä, mitä kaava määrää tontistasi. Varaa neuvonta-aika rakennusvalvonnasta. Lähetä hakemus ja suunnitelmat verkossa ja liitä mukaan naapurien kuuleminen ja todistus omistuksesta. Aloita vasta, kun lupa on voimassa.',
        charge: 'Maksullinen. Hinta riippuu rakennuksen koosta ja lupatyypistä.',
      },
      sv: {
        name: 'Bygglov och rådgivning för den som bygger',
        summary: 'För att bygga behövs ofta tillstånd. Fråga om råd före planeringen: du sparar tid och pengar.',
        description:
          'För ett nytt bostadshus och stora ändringar behövs bygglov. Små byggnader, såsom ett förråd, behöver inte alltid lov men ska ändå följa planen och bestämmelserna.\n\nDu behöver en huvudplanerare och en ansvarig arbetsledare. Efter bygget ber du om slutsyn. Byggnadstillsynen planerar inte åt dig.',
        instruction:
          'Ta reda på vad detaljplanen säger om tomten. Boka rådgivning hos byggnadstillsynen. Skicka ansökan på nätet med ritningar, hörande av grannar och bevis på ägande. Börja först när lovet gäller.',
        charge: 'Avgiftsbelagt. Priset beror på byggnadens storlek och lovets slag.',
      },
      en: {
        name: 'Building permit and advice for builders',
        summary: 'Building often needs a permit. Ask for advice before planning: you save time and money.',
        description:
          'A new home and major changes need a building permit. Small buildings such as a shed do not always need one, but must still follow the plan and regulations.\n\nYou need a principal designer and a responsible site manager. After building, ask for a final inspection. Building control does not design for you.',
        instruction:
          'Find out the plan for the plot. Book an advice time. Send the application online with drawings, neighbours’ views and proof of ownership. Start only when the permit is in force.',
        charge: 'There is a fee, depending on the size of the building and the kind of permit.',
      },
      plain: {
        name: 'Rakentamislupa',
        summary: 'Kun rakennat talon, tarvitset luvan.',
        description:
          'Kysy neuvoa kaupungilta ennen kuin aloitat. Lupa tarvitaan taloon ja isoihin muutoksiin.\n\nRakentamisella pitää olla suunnittelija ja työnjohtaja.',
        instruction: 'Varaa aika neuvontaan. Tee hakemus netissä. Aloita vasta, kun saat luvan.',
        charge: 'Lupa maksaa.',
      },
    },
    terms: {
      fi: ['rakennuslupa', 'talon rakentaminen', 'autotalli', 'remonttilupa', 'tontti', 'terassi', 'varasto pihalle'],
      sv: ['byggnadslov', 'egnahemshus', 'garage', 'tomt', 'terrass', 'förråd på gården'],
      en: ['planning permission', 'build a house', 'garage', 'plot', 'extension', 'garden shed'],
    },
    channels: ['mallila-rakentaminen', 'rakennusvalvonta-puhelin', 'kaupungintalo'],
  },
  {
    key: 'jateneuvonta',
    provider: 'mallila',
    charge: 'free',
    area: 'mallila',
    lifeEvents: ['KE4.2'],
    serviceClasses: ['P23.2'],
    targetGroups: ['KR1', 'KR2'],
    texts: {
      fi: {
        name: 'Jäteneuvonta ja lajitteluasema',
        summary: 'Kysy, minne jätteet kuuluvat, milloin roskat haetaan ja miten sohvan tai jääkaapin saa pois.',
        description:
          'Kodin vaaralliset jätteet ja metallit viet lajitteluasemalle maksutta. Suurista tavaroista, kuten sohvista, maksat painon mukaan. Paristot ja lamput voit palauttaa myös kauppaan.\n\nTaloyhtiö huolehtii omista jäteastioista. Kaupunki järjestää noudon iäkkäille ja liikuntarajoitteisille sovittuna aikana.',
        instruction:
          'Soita tai kysy palvelupisteestä. Varaa nouto hyvissä ajoin. Ota asemalle mukaan ajokortti tai muu paperi, jossa on osoitteesi. Pakkaa rikkinäinen lasi.',
        charge: 'Neuvonta maksuton. Suuri jäte maksaa painon mukaan.',
      },
      sv: {
        name: 'Avfallsrådgivning och sorteringsstation',
        summary: 'Fråga vart avfallet hör, när soporna hämtas och hur du blir av med soffan eller kylskåpet.',
        description:
          'Små mängder farligt avfall och metall från hemmet lämnar du på sorteringsstationen gratis. Stora saker, såsom soffor, kostar enligt vikt. Batterier och lampor tas också emot i butiker.\n\nHusbolaget sköter sina egna sopkärl. Staden ordnar hämtning hos äldre och rörelsehindrade på överenskommen tid.',
        instruction:
          'Ring eller fråga på servicepunkten. Boka hämtning i god tid. Ta med körkort eller annat papper på din adress till stationen. Packa krossat glas.',
        charge: 'Rådgivningen är avgiftsfri. Stort avfall kostar enligt vikt.',
      },
      en: {
        name: 'Waste advice and sorting station',
        summary: 'Ask where waste belongs, when it is collected and how to get rid of a sofa or a fridge.',
        description:
          'Small amounts of household hazardous waste and metal are taken free at the sorting station. Large items, such as sofas, cost by weight. Shops also take batteries and lamps.\n\nThe housing company looks after its own bins. The city arranges collection for older and disabled people by appointment.',
        instruction:
          'Call or ask at the service point. Book collection well ahead. Bring a driving licence or another paper with your address to the station. Wrap broken glass.',
        charge: 'Advice is free. Large waste costs by weight.',
      },
      plain: {
        name: 'Neuvoa roskista',
        summary: 'Kysy, mihin roskat kuuluvat.',
        description:
          'Lajitteluasemalle voi viedä esimerkiksi vanhan sohvan tai maalin. Osa jätteistä on ilmaisia. Isot tavarat maksavat.\n\nVanhuksille voidaan järjestää haku kotoa.',
        instruction: 'Soita tai kysy palvelupisteestä.',
        charge: 'Neuvo ei maksa. Iso jäte maksaa.',
      },
    },
    terms: {
      fi: ['roskakori', 'vanha sohva pois', 'kierrätys', 'vaarallinen jäte', 'kaatopaikka', 'maalit ja öljyt', 'jäteaseman aukiolo'],
      sv: ['soptunna', 'bli av med soffan', 'återvinning', 'farligt avfall', 'avstjälpningsplats'],
      en: ['rubbish', 'get rid of old sofa', 'recycling', 'hazardous waste', 'dump', 'bin collection'],
    },
    channels: ['jateneuvonta-puhelin', 'mallila-asiointi', 'lajitteluasema', 'piste-mallila'],
  },
  {
    key: 'vuokra-asunnot',
    provider: 'mallila',
    charge: 'charged',
    area: 'mallila',
    lifeEvents: ['KE4', 'KE4.1', 'KE4.2'],
    serviceClasses: ['P1.1'],
    targetGroups: ['KR1', 'KR1.3'],
    texts: {
      fi: {
        name: 'Kaupungin vuokra-asunnot',
        summary: 'Hae asuntoa kaupungin vuokrataloista. Asunto annetaan tarpeen, tulojen ja varallisuuden mukaan.',
        description:
          'Kaupungilla on vuokra-asuntoja perheille, yksin asuville ja ikäihmisille. Kiireellinen tarve, esimerkiksi tulipalon tai asunnottomuuden takia, otetaan huomioon heti.\n\nHakemus on voimassa kolme kuukautta. Saat tarjouksen puhelimessa tai verkossa ja vastaat siihen määräajassa. Vuokraan voit hakea asumistukea.',
        instruction:
          'Täytä hakemus verkossa tai paperilla. Liitä tulotiedot ja nykyinen vuokrasopimus. Jos sinulla on vuokravelkaa, kerro se: sille voi tehdä maksusuunnitelman. Uudista hakemus kolmen kuukauden välein, jos tarvitset asuntoa edelleen.',
        charge: 'Hakeminen on maksutonta. Vakuus ja vuokra maksetaan asunnosta.',
      },
      sv: {
        name: 'Stadens hyresbostäder',
        summary: 'Sök bostad i stadens hyreshus. Bostäderna ges enligt behov, inkomster och förmögenhet.',
        description:
          'Staden har hyresbostäder för familjer, ensamboende och äldre. Ett akut behov, till exempel efter en eldsvåda eller vid bostadslöshet, beaktas genast.\n\nAnsökan gäller i tre månader. Du får ett erbjudande per telefon eller på nätet och svarar inom utsatt tid. För hyran kan du söka bostadsbidrag.',
        instruction:
          'Fyll i ansökan på nätet eller på papper. Bifoga uppgifter om inkomster och nuvarande hyresavtal. Om du har hyresskuld, säg det: en betalningsplan kan göras. Förnya ansökan var tredje månad om behovet fortsätter.',
        charge: 'Ansökan är avgiftsfri. Säkerhet och hyra betalas för bostaden.',
      },
      en: {
        name: 'City rental homes',
        summary: 'Apply for a home in the city’s rental housing. Homes are given by need, income and assets.',
        description:
          'The city has rental homes for families, single people and older people. An urgent need, such as a fire or homelessness, is taken up at once.\n\nAn application is valid for three months. An offer comes by phone or online and you answer in time. Housing allowance can help with the rent.',
        instruction:
          'Apply online or on paper. Attach income details and your present agreement. If you owe rent, say so: a payment plan can be made. Renew the application every three months if you still need a home.',
        charge: 'Applying is free. You pay a deposit and rent for the home.',
      },
      plain: {
        name: 'Kaupungin vuokra-asunto',
        summary: 'Voit hakea kotia kaupungilta.',
        description: 'Kaupungilla on vuokra-asuntoja. Asunnon saa se, joka tarvitsee sitä eniten.\n\nVuokraan voit hakea asumistukea.',
        instruction: 'Täytä hakemus netissä tai paperilla. Tee hakemus uudestaan 3 kuukauden päästä, jos et saa asuntoa.',
        charge: 'Hakeminen ei maksa. Asunnosta maksat vuokraa.',
      },
    },
    terms: {
      fi: ['etsin asuntoa', 'ei ole asuntoa', 'asunnoton', 'halpa asunto', 'ensimmäinen oma koti', 'yksiö'],
      sv: ['söker bostad', 'bostadslös', 'billig lägenhet', 'första egna hem'],
      en: ['looking for a flat', 'homeless', 'cheap rent', 'first home of my own', 'council flat'],
    },
    channels: ['mallila-asunnot', 'asunto-puhelin', 'asunto-hakemus', 'piste-mallila'],
  },
];
