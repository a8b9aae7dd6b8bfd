import type { DemoService } from '../types.ts';

export const migrationServices: DemoService[] = [
  {
    key: 'oleskelulupa',
    provider: 'migri',
    type: 'permit',
    charge: 'charged',
    lifeEvents: ['KE5'],
    serviceClasses: ['P22.1'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Oleskelulupa ja jatkolupa',
        summary: 'Hae oleskelulupaa työn, opiskelun, perheen tai suojelun perusteella. Hae jatkolupaa ennen kuin lupa päättyy.',
        description:
          'EU-maiden ulkopuolelta tuleva tarvitsee Suomessa asumiseen oleskeluluvan. Ensimmäistä lupaa haetaan yleensä ulkomailla, jatkolupaa Suomessa.\n\nKun haet jatkolupaa ajoissa, saat jatkaa asumista ja yleensä myös työtä käsittelyn ajan. Luvasta saat oleskelulupakortin.',
        instruction:
          'Täytä hakemus verkossa, liitä asiakirjat ja maksa. Varaa sitten aika ja käy näyttämässä alkuperäiset asiakirjat ja antamassa sormenjäljet. Ota mukaan passi ja luvan perusteen todistus, kuten työsopimus. Neuvoja ei arvioi, saatko luvan.',
        eligibility: 'Muu kuin EU- tai Pohjoismaan kansalainen, jolla on luvalle peruste.',
        charge: 'Maksullinen. Verkossa haettuna halvempi kuin paperilla.',
        deadline: 'Hae jatkolupaa ennen kuin nykyinen lupasi päättyy.',
      },
      sv: {
        name: 'Uppehållstillstånd och fortsatt tillstånd',
        summary: 'Ansök om uppehållstillstånd för arbete, studier, familj eller skydd. Ansök om fortsatt tillstånd i god tid.',
        description:
          'Den som kommer från ett land utanför EU behöver uppehållstillstånd för att bo i Finland. Det första tillståndet söks i regel utomlands, fortsatt tillstånd i Finland.\n\nNär du ansöker i tid får du fortsätta bo här och i regel också arbeta under handläggningen. Du får ett uppehållstillståndskort.',
        instruction:
          'Fyll i ansökan på nätet, bifoga handlingarna och betala. Boka sedan tid och visa originalhandlingarna och lämna fingeravtryck. Ta med pass och bevis på grunden, till exempel arbetsavtal. Rådgivaren bedömer inte om du får tillståndet.',
        eligibility: 'Den som inte är medborgare i EU eller Norden och har en grund för tillstånd.',
        charge: 'Avgiftsbelagt. Billigare på nätet än på papper.',
        deadline: 'Ansök om fortsatt tillstånd innan ditt nuvarande går ut.',
      },
      en: {
        name: 'Residence permit and extended permit',
        summary: 'Apply for a residence permit for work, study, family or protection. Apply for an extension before it expires.',
        description:
          'People from outside the EU need a residence permit to live in Finland. The first one is usually applied for abroad, an extended permit in Finland.\n\nIf you apply in time, you may go on living here, and usually working, while your application is processed. You get a residence permit card.',
        instruction:
          'Fill in the application online, attach documents and pay. Then book a time, show the originals and give fingerprints. Bring your passport and proof of the ground, such as a work contract. An advisor does not judge whether you will get a permit.',
        eligibility: 'A person who is not an EU or Nordic citizen and has a ground for a permit.',
        charge: 'There is a fee, lower online than on paper.',
        deadline: 'Apply for an extended permit before your present one expires.',
      },
      plain: {
        name: 'Oleskelulupa',
        summary: 'Jos tulet EU:n ulkopuolelta, tarvitset luvan asua Suomessa.',
        description:
          'Oleskelulupa tarkoittaa, että saat asua Suomessa. Voit saada luvan työn, opiskelun tai perheen vuoksi.\n\nJos lupasi loppuu pian, hae jatkolupaa ajoissa.',
        instruction: 'Täytä hakemus netissä ja maksa. Varaa aika ja näytä passi ja muut paperit.',
        charge: 'Hakemus maksaa.',
        deadline: 'Hae jatkolupaa ennen kuin lupa loppuu.',
        eligibility: 'Ihminen, joka ei ole EU-maan tai Pohjoismaan kansalainen.',
      },
    },
    terms: {
      fi: ['oleskelukortti', 'jatkolupa', 'viisumi loppuu', 'perheenyhdistäminen', 'puoliso Suomeen', 'lupa tehdä töitä'],
      sv: ['uppehållskort', 'fortsatt tillstånd', 'familjeåterförening', 'arbetstillstånd'],
      en: ['residence card', 'permit expires', 'family reunification', 'bring my wife to Finland', 'work permit', 'visa'],
    },
    channels: ['migri-asiointi', 'migri-puhelin', 'migri-toimipiste'],
  },
  {
    key: 'eu-kansalaisen-rekisterointi',
    provider: 'migri',
    charge: 'charged',
    lifeEvents: ['KE5'],
    serviceClasses: ['P22.1'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'EU-kansalaisen oleskeluoikeuden rekisteröinti',
        summary: 'EU-maan kansalainen rekisteröi oleskeluoikeutensa, kun hän asuu Suomessa yli kolme kuukautta.',
        description:
          'EU-kansalainen ei tarvitse oleskelulupaa. Jos jäät Suomeen yli kolmeksi kuukaudeksi, rekisteröit oleskeluoikeuden esimerkiksi työn, opiskelun, perheen tai omien varojen perusteella.\n\nPohjoismaiden kansalaiset eivät tarvitse tätä rekisteröintiä: he ilmoittavat muutosta väestötietoihin.',
        instruction:
          'Täytä hakemus verkossa ja varaa aika. Ota mukaan henkilökortti tai passi sekä todistus perusteesta, kuten työsopimus tai opiskelutodistus. Saat todistuksen, jota tarvitset kotikunnan rekisteröinnissä.',
        eligibility: 'EU-maan, Liechtensteinin tai Sveitsin kansalainen.',
        charge: 'Maksullinen.',
        deadline: 'Hae kolmen kuukauden kuluessa maahantulosta.',
      },
      sv: {
        name: 'Registrering av EU-medborgares uppehållsrätt',
        summary: 'EU-medborgare registrerar sin uppehållsrätt när de bor i Finland i över tre månader.',
        description:
          'En EU-medborgare behöver inget uppehållstillstånd. Om du stannar i över tre månader registrerar du uppehållsrätten till exempel på grund av arbete, studier, familj eller egna medel.\n\nNordiska medborgare behöver inte denna registrering: de anmäler flytten till befolkningsuppgifterna.',
        instruction:
          'Fyll i ansökan på nätet och boka tid. Ta med identitetskort eller pass och bevis på grunden, till exempel arbetsavtal eller studieintyg. Du får ett intyg som du behöver för hemkommunen.',
        eligibility: 'Medborgare i ett EU-land, Liechtenstein eller Schweiz.',
        charge: 'Avgiftsbelagt.',
        deadline: 'Ansök inom tre månader från inresan.',
      },
      en: {
        name: 'Registering the right of residence of an EU citizen',
        summary: 'EU citizens register their right of residence when they live in Finland for more than three months.',
        description:
          'An EU citizen needs no residence permit. If you stay longer than three months, you register the right of residence on the ground of work, study, family or your own means, for instance.\n\nNordic citizens do not need this: they notify the population register of their move.',
        instruction:
          'Fill in the application online and book a time. Bring your identity card or passport and proof of the ground, such as a work contract or certificate of studies. You get a certificate that you need for the municipality of residence.',
        eligibility: 'A citizen of an EU country, Liechtenstein or Switzerland.',
        charge: 'There is a fee.',
        deadline: 'Apply within three months of arriving.',
      },
      plain: {
        name: 'EU-kansalainen muuttaa Suomeen',
        summary: 'Jos olet EU-maasta ja asut Suomessa yli 3 kuukautta, tee rekisteröinti.',
        description:
          'EU-maan kansalainen ei tarvitse oleskelulupaa. Sinun pitää kuitenkin rekisteröidä, että asut Suomessa.\n\nSaat todistuksen. Tarvitset sitä, kun haet kotikuntaa.',
        instruction: 'Täytä hakemus netissä ja varaa aika. Ota mukaan passi tai henkilökortti ja esimerkiksi työsopimus.',
        charge: 'Rekisteröinti maksaa.',
        deadline: 'Tee se 3 kuukauden kuluessa.',
        eligibility: 'EU-maan, Liechtensteinin tai Sveitsin kansalainen.',
      },
    },
    terms: {
      fi: ['virolainen töihin Suomeen', 'EU-rekisteröinti', 'oleskeluoikeus', 'unionin kansalainen'],
      sv: ['EU-registrering', 'uppehållsrätt', 'unionsmedborgare'],
      en: ['EU registration', 'right of residence', 'moving from another EU country', 'Union citizen'],
    },
    channels: ['migri-asiointi', 'migri-puhelin', 'migri-toimipiste'],
  },
  {
    key: 'kansalaisuus',
    provider: 'migri',
    charge: 'charged',
    lifeEvents: ['KE5'],
    serviceClasses: ['P22.4'],
    targetGroups: ['KR1'],
    texts: {
      fi: {
        name: 'Suomen kansalaisuuden hakeminen',
        summary: 'Hae Suomen kansalaisuutta, kun olet asunut Suomessa riittävän kauan ja osaat suomea tai ruotsia.',
        description:
          'Kansalaisuuden edellytyksiä ovat muun muassa asumisaika, yleensä kahdeksan vuotta, suomen tai ruotsin kielitaito, selvitetty henkilöllisyys, nuhteettomuus ja toimeentulo. Joihinkin hakijoihin, kuten Pohjoismaiden kansalaisiin, sovelletaan lyhyempää aikaa.\n\nJoskus kansalaisuuden saa ilmoituksella: näin voi olla, jos olet entinen Suomen kansalainen tai asunut Suomessa nuoresta asti.',
        instruction:
          'Hanki ensin todistus kielitaidosta. Täytä hakemus verkossa ja liitä pyydetyt asiakirjat. Käy sen jälkeen todistamassa henkilöllisyytesi. Neuvoja auttaa lomakkeen löytämisessä, mutta ei arvioi edellytyksiä.',
        eligibility: 'Suomessa pitkään asunut ulkomaan kansalainen, joka täyttää lain edellytykset.',
        charge: 'Maksullinen. Verkossa haettuna halvempi.',
      },
      sv: {
        name: 'Ansökan om finskt medborgarskap',
        summary: 'Ansök om finskt medborgarskap när du har bott tillräckligt länge i Finland och kan finska eller svenska.',
        description:
          'Villkor för medborgarskap är bland annat boendetid, i regel åtta år, kunskaper i finska eller svenska, utredd identitet, oförvitlighet och försörjning. För en del, till exempel nordiska medborgare, gäller kortare tid.\n\nIbland får man medborgarskap genom anmälan, till exempel om du är tidigare finsk medborgare eller har bott i Finland sedan unga år.',
        instruction:
          'Skaffa först ett intyg över språkkunskaper. Fyll i ansökan på nätet och bifoga handlingarna. Styrk därefter din identitet vid ett besök. Rådgivaren hjälper dig att hitta blanketten men bedömer inte villkoren.',
        eligibility: 'Utländsk medborgare som har bott länge i Finland och uppfyller lagens villkor.',
        charge: 'Avgiftsbelagt. Billigare på nätet.',
      },
      en: {
        name: 'Applying for Finnish citizenship',
        summary: 'Apply for Finnish citizenship when you have lived in Finland long enough and know Finnish or Swedish.',
        description:
          'The conditions include a period of residence, usually eight years, skills in Finnish or Swedish, an established identity, integrity and means of support. A shorter period applies to some, such as Nordic citizens.\n\nSometimes citizenship is acquired by declaration, for instance by a former Finnish citizen or someone who has lived in Finland since youth.',
        instruction:
          'First get a certificate of language skills. Fill in the application online and attach the documents. Then prove your identity in person. An advisor helps you to find the form but does not assess the conditions.',
        eligibility: 'A foreign national who has lived long in Finland and meets the conditions of the law.',
        charge: 'There is a fee, lower online.',
      },
      plain: {
        name: 'Suomen kansalaisuus',
        summary: 'Voit hakea Suomen kansalaisuutta, kun olet asunut täällä pitkään.',
        description:
          'Kun haet kansalaisuutta, sinun pitää yleensä olla asunut Suomessa 8 vuotta. Sinun pitää osata suomea tai ruotsia.\n\nViranomainen tutkii myös muita asioita.',
        instruction: 'Hanki todistus kielestä. Täytä hakemus netissä. Käy näyttämässä passi.',
        charge: 'Hakemus maksaa.',
        eligibility: 'Ulkomaalainen, joka on asunut Suomessa pitkään. Myös laissa on ehtoja.',
      },
    },
    terms: {
      fi: ['suomalaiseksi', 'haluan Suomen passin', 'kaksoiskansalaisuus', 'kielitesti', 'yleinen kielitutkinto'],
      sv: ['bli finländare', 'finskt pass', 'dubbelt medborgarskap', 'språkprov'],
      en: ['become Finnish', 'Finnish passport', 'dual citizenship', 'naturalisation', 'language test'],
    },
    channels: ['migri-asiointi', 'migri-puhelin', 'migri-toimipiste'],
  },
];
