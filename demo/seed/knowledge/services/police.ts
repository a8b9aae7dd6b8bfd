import type { DemoService } from '../types.ts';

export const policeServices: DemoService[] = [
  {
    key: 'passi',
    provider: 'poliisi',
    type: 'permit',
    charge: 'charged',
    lifeEvents: ['KE4.3'],
    serviceClasses: ['P20.1'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Passi',
        summary: 'Hae passi verkossa ja käy poliisin lupapalvelussa antamassa sormenjäljet. Varaa aika etukäteen.',
        description:
          'Passia voi hakea Suomen kansalainen. Hakemus aloitetaan verkossa, ja poliisin lupapalvelussa käydään yleensä kerran: siellä henkilöllisyytesi tarkistetaan ja sormenjäljet otetaan.\n\nAina käyntiä ei tarvita. Jos olet käynyt edellisen passin tai henkilökortin takia poliisilla viime vuosina, verkkohakemus kertoo, voitko hoitaa kaiken verkossa. Alaikäinen tarvitsee huoltajiensa suostumuksen.',
        instruction:
          'Ota ensin passikuva: kuvaamo lähettää sen poliisille ja antaa sinulle kuvatunnuksen. Täytä hakemus, maksa ja varaa aika. Ota käynnille mukaan vanha passi tai henkilökortti. Palvelupisteessä saat apua hakemuksen aloittamiseen, mutta passia ei haeta täältä.',
        eligibility: 'Suomen kansalainen.',
        charge: 'Maksullinen. Verkossa haettuna halvempi kuin toimipaikassa. Tarkista hinta hakiessasi.',
        processing: 'Passi on yleensä noudettavissa muutaman arkipäivän kuluttua. Kiireellinen passi maksaa enemmän.',
      },
      sv: {
        name: 'Pass',
        summary: 'Ansök om pass på nätet och lämna fingeravtryck hos polisens tillståndsservice. Boka tid på förhand.',
        description:
          'Finska medborgare kan ansöka om pass. Ansökan inleds på nätet, och vanligen besöker du polisens tillståndsservice en gång: där kontrolleras din identitet och tas fingeravtryck.\n\nEtt besök behövs inte alltid. Om du har besökt polisen för ditt förra pass eller identitetskort under de senaste åren visar ansökan om allt kan skötas på nätet. Minderåriga behöver vårdnadshavarnas samtycke.',
        instruction:
          'Ta först ett passfoto: fotografen skickar det till polisen och ger dig en fotokod. Fyll i ansökan, betala och boka tid. Ta med det gamla passet eller identitetskortet. På servicepunkten får du hjälp att börja med ansökan, men passet söks inte här.',
        eligibility: 'Finsk medborgare.',
        charge: 'Avgiftsbelagt. Billigare på nätet än på plats. Kontrollera priset när du ansöker.',
        processing: 'Passet kan i regel hämtas efter några vardagar. Ett brådskande pass kostar mer.',
      },
      en: {
        name: 'Passport',
        summary: 'Apply for a passport online and visit the police licence service to give fingerprints. Book a time first.',
        description:
          'Finnish citizens can apply. You start online and usually visit the police licence service once: your identity is checked and fingerprints are taken.\n\nA visit is not always needed. If you visited the police for your previous passport or identity card in recent years, the online application tells whether you can do everything online. A minor needs the consent of the guardians.',
        instruction:
          'Have a passport photo taken first: the studio sends it to the police and gives you a photo code. Fill in the application, pay and book a time. Bring your old passport or identity card. The service point helps you to start, but does not take applications.',
        eligibility: 'A Finnish citizen.',
        charge: 'There is a fee, lower online than in person. Check it when you apply.',
        processing: 'The passport can usually be collected after a few working days. An urgent one costs more.',
      },
      plain: {
        name: 'Passi',
        summary: 'Passia haetaan netissä. Lisäksi käyt poliisilla.',
        description:
          'Tarvitset passin, kun matkustat ulkomaille. Passin saa Suomen kansalainen.\n\nPoliisilla annat sormenjäljet. Joskus sinun ei tarvitse käydä poliisilla.',
        instruction: 'Ota ensin kuva kuvausliikkeessä. Tee hakemus netissä. Maksa ja varaa aika poliisille. Ota vanha passi mukaan.',
        charge: 'Passi maksaa. Netissä se on halvempi.',
        eligibility: 'Suomen kansalainen.',
        processing: 'Passi on yleensä valmis muutamassa päivässä. Nopeampi passi maksaa enemmän.',
      },
    },
    terms: {
      fi: ['passi vanhenee', 'matkalle lähtö', 'lapsen passi', 'pikapassi', 'passikuva', 'passi hukassa'],
      sv: ['passet går ut', 'resa utomlands', 'barnets pass', 'snabbpass', 'passfoto'],
      en: ['my passport expires', 'travel document', 'child’s passport', 'urgent passport', 'lost passport'],
    },
    channels: ['poliisi-asiointi', 'poliisi-ajanvaraus', 'poliisi-lupapuhelin', 'poliisin-lupapalvelu'],
  },
  {
    key: 'henkilokortti',
    provider: 'poliisi',
    type: 'permit',
    charge: 'charged',
    lifeEvents: ['KE5'],
    serviceClasses: ['P20.1'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Henkilökortti',
        summary: 'Virallinen henkilökortti todistaa, kuka olet. Suomen kansalainen voi matkustaa sillä monessa Euroopan maassa.',
        description:
          'Henkilökortin voi saada Suomen kansalainen ja myös ulkomaalainen, jolla on kotikunta ja oleskelulupa Suomessa. Kortissa on kansalaisvarmenne, jolla voit tunnistautua verkossa kortinlukijan avulla.\n\nPankki voi vaatia henkilökortin tai passin ennen kuin se antaa verkkopankkitunnukset. Ajokortti ei kelpaa siihen kaikissa pankeissa.',
        instruction:
          'Hae verkossa samalla tavalla kuin passia. Voit hakea molempia samalla kertaa. Tarvitset kuvan, vanhan asiakirjan ja yleensä käynnin poliisin lupapalvelussa. Säilytä kortin mukana tulevat tunnusluvut turvassa.',
        eligibility: 'Suomen kansalainen tai Suomessa asuva ulkomaalainen, jonka henkilöllisyys on luotettavasti todettu.',
        charge: 'Maksullinen. Verkossa haettuna halvempi kuin toimipaikassa.',
      },
      sv: {
        name: 'Identitetskort',
        summary: 'Ett officiellt identitetskort styrker vem du är. Finska medborgare kan resa med det i många europeiska länder.',
        description:
          'Identitetskort kan ges finska medborgare och utlänningar som har hemkommun och uppehållstillstånd i Finland. Kortet har ett medborgarcertifikat som du kan identifiera dig med på nätet med en kortläsare.\n\nBanken kan kräva identitetskort eller pass innan den ger nätbankskoder. Körkortet duger inte i alla banker.',
        instruction:
          'Ansök på nätet på samma sätt som om pass. Du kan ansöka om båda samtidigt. Du behöver ett foto, den gamla handlingen och i regel ett besök hos polisens tillståndsservice. Förvara kortets koder säkert.',
        eligibility: 'Finsk medborgare eller utlänning som bor i Finland och vars identitet har konstaterats tillförlitligt.',
        charge: 'Avgiftsbelagt. Billigare på nätet än på plats.',
      },
      en: {
        name: 'Identity card',
        summary: 'An official identity card proves who you are. Finnish citizens can travel with it in much of Europe.',
        description:
          'Finnish citizens can get an identity card, and so can foreign nationals with a municipality of residence and a residence permit in Finland. The card holds a certificate for identifying yourself online with a card reader.\n\nA bank may require an identity card or a passport before it gives banking codes. Not every bank accepts a driving licence.',
        instruction:
          'Apply online as you would for a passport. You can apply for both at once. You need a photo, your old document and usually a visit to the police licence service. Keep the codes that come with the card safe.',
        eligibility: 'A Finnish citizen, or a foreign national living in Finland whose identity has been reliably established.',
        charge: 'There is a fee, lower online than in person.',
      },
      plain: {
        name: 'Henkilökortti',
        summary: 'Henkilökortti todistaa, kuka olet.',
        description:
          'Henkilökortilla voit todistaa, kuka olet. Pankki voi pyytää sen, kun haluat pankkitunnukset.\n\nMyös ulkomaalainen voi saada henkilökortin, jos hänellä on oleskelulupa ja kotikunta Suomessa.',
        instruction: 'Hae korttia netissä. Tarvitset kuvan. Käy sitten poliisilla. Ota vanha passi tai kortti mukaan.',
        charge: 'Kortti maksaa. Netissä se on halvempi.',
        eligibility: 'Suomen kansalainen tai ulkomaalainen, joka asuu Suomessa.',
      },
    },
    terms: {
      fi: ['henkkarit', 'henkilöllisyystodistus', 'pankki vaatii henkilökortin', 'lompakko hukassa', 'ulkomaalaisen henkilökortti'],
      sv: ['id-kort', 'legitimation', 'leg', 'banken kräver identitetskort', 'plånboken borttappad'],
      en: ['ID card', 'proof of identity', 'bank asks for ID', 'lost wallet', 'ID for a foreigner'],
    },
    channels: ['poliisi-asiointi', 'poliisi-ajanvaraus', 'poliisi-lupapuhelin', 'poliisin-lupapalvelu'],
  },
  {
    key: 'rikosilmoitus',
    provider: 'poliisi',
    charge: 'free',
    lifeEvents: [],
    serviceClasses: ['P7.5'],
    targetGroups: ['KR1', 'KR2'],
    texts: {
      fi: {
        name: 'Rikosilmoitus',
        summary: 'Ilmoita rikoksesta poliisille: varkaus, huijaus, pahoinpitely tai muu. Kiireellisessä hädässä soita 112.',
        description:
          'Rikosilmoituksen voi tehdä verkossa, kun asialla ei ole kiire eikä tekijä ole paikalla. Vakavissa asioissa tai jos olet epävarma, ota yhteyttä poliisiin puhelimitse tai käymällä.\n\nJos sinua on huijattu ja olet antanut pankkitunnuksesi, soita ensin pankin sulkupalveluun. Uhrina voit saada myös tukihenkilön ja maksutonta neuvontaa.',
        instruction:
          'Kirjaa mitä tapahtui, missä ja milloin. Säilytä viestit, kuvat ja kuitit. Verkossa tarvitset vahvan tunnistautumisen. Palveluneuvoja voi auttaa ilmoituksen aloittamisessa, mutta ei arvioi, onko teko rikos.',
        charge: 'Maksuton.',
        deadline: 'Ilmoita mahdollisimman pian. Vakuutusyhtiö voi vaatia ilmoituksen tietyssä ajassa.',
      },
      sv: {
        name: 'Brottsanmälan',
        summary: 'Anmäl ett brott till polisen: stöld, bedrägeri, misshandel eller annat. Ring 112 i en brådskande nödsituation.',
        description:
          'Brottsanmälan kan göras på nätet när saken inte är brådskande och gärningspersonen inte är på plats. I allvarliga fall eller om du är osäker, ta kontakt med polisen per telefon eller på plats.\n\nOm du har blivit lurad att lämna ut dina bankkoder, ring först bankens spärrtjänst. Som brottsoffer kan du också få en stödperson och avgiftsfri rådgivning.',
        instruction:
          'Skriv upp vad som hände, var och när. Spara meddelanden, bilder och kvitton. På nätet behöver du stark autentisering. Servicerådgivaren kan hjälpa dig i gång, men bedömer inte om gärningen är ett brott.',
        charge: 'Avgiftsfritt.',
        deadline: 'Gör anmälan så fort som möjligt. Försäkringsbolaget kan kräva den inom en viss tid.',
      },
      en: {
        name: 'Reporting an offence',
        summary: 'Report an offence to the police: theft, fraud, assault or other. In an urgent emergency call 112.',
        description:
          'You can report online when the matter is not urgent and the offender is not present. In serious cases, or if you are unsure, contact the police by phone or in person.\n\nIf you were tricked into giving your banking codes, call your bank’s blocking service first. As a victim you can also get a support person and free advice.',
        instruction:
          'Write down what happened, where and when. Keep messages, pictures and receipts. Online you need strong identification. A service advisor can help you to start, but does not judge whether it was an offence.',
        charge: 'Free of charge.',
        deadline: 'Report as soon as you can. Your insurer may require it within a certain time.',
      },
      plain: {
        name: 'Ilmoitus rikoksesta',
        summary: 'Kerro poliisille, jos sinulle on tehty rikos. Jos on hätä, soita 112.',
        description:
          'Rikos on esimerkiksi varkaus, huijaus tai väkivalta. Jos asia ei ole kiireinen, voit ilmoittaa siitä netissä.\n\nJos huijari sai pankkitunnuksesi, soita heti pankkiin.',
        instruction: 'Kirjoita, mitä tapahtui, missä ja milloin. Säilytä viestit ja kuvat. Saat apua ilmoituksen aloittamiseen.',
        charge: 'Ei maksa.',
        deadline: 'Ilmoita niin pian kuin voit.',
      },
    },
    terms: {
      fi: ['pyörä varastettiin', 'minua huijattiin', 'nettihuijaus', 'varkaus', 'pahoinpitely', 'pankkitunnukset huijattiin'],
      sv: ['cykeln stals', 'jag blev lurad', 'nätbedrägeri', 'stöld', 'misshandel'],
      en: ['my bike was stolen', 'I was scammed', 'online fraud', 'theft', 'assault'],
    },
    channels: ['poliisi-rikosilmoitus', 'poliisi-neuvonta', 'poliisin-lupapalvelu'],
  },
];
