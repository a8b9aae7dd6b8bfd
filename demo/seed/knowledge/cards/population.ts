import type { DemoCard } from './types.ts';

export const populationCards: DemoCard[] = [
  {
    service: 'muuttoilmoitus',
    adviceLevel: 'receive',
    forward: { unit: 'dvv-2', phone: '019 000 3100' },
    bring: ['henkilökortti', 'uusi osoite'],
    texts: {
      fi: {
        bring: ['henkilöllisyystodistus', 'uusi osoite ja muuttopäivä', 'kaikkien muuttajien henkilötunnukset'],
        mayAnswer:
          'Kerro määräajasta ja siitä, kenelle tieto menee. Opasta verkossa tai ota paperilomake vastaan. Kerro, mitä asiakas hoitaa itse: pankki, työnantaja, vakuutus, sähkö ja taloyhtiö.',
        answers: [
          {
            title: 'Meneekö posti uuteen osoitteeseen?',
            body: 'Kun teet muuttoilmoituksen, osoitteesi menee myös postinjakeluun. Voit sopia jakeluyhtiön kanssa erikseen postin kääntämisestä tai keskeyttämisestä.',
          },
        ],
        forwardWhen: 'Lapsi muuttaa ja huoltajat ovat eri mieltä, asiakkaalla on turvakielto tai hän muuttaa ulkomaille.',
      },
      sv: {
        bring: ['identitetsbevis', 'ny adress och flyttdag', 'personbeteckningar för alla som flyttar'],
        mayAnswer:
          'Berätta om tidsfristen och vart uppgiften går. Handled på nätet eller ta emot pappersblanketten. Säg vad kunden sköter själv: bank, arbetsgivare, försäkring, el och husbolag.',
        answers: [
          {
            title: 'Går posten till den nya adressen?',
            body: 'När du gör en flyttanmälan går adressen också till postutdelningen. Du kan avtala särskilt med utdelningsbolaget om eftersändning eller avbrott.',
          },
        ],
        forwardWhen: 'Ett barn flyttar och vårdnadshavarna är oeniga, kunden har spärrmarkering eller flyttar utomlands.',
      },
      en: {
        bring: ['proof of identity', 'new address and moving day', 'personal identity codes of all who move'],
        mayAnswer:
          'Tell about the time limit and where the details go. Guide online or take in the paper form. Tell what the customer does alone: bank, employer, insurance, electricity, housing company.',
        answers: [
          {
            title: 'Does my post go to the new address?',
            body: 'When you notify your move, your address also goes to the post. You can agree separately with the delivery company on redirecting or holding your post.',
          },
        ],
        forwardWhen: 'A child moves and the guardians disagree, the customer has a non-disclosure order, or moves abroad.',
      },
    },
  },
  {
    service: 'turvakielto',
    adviceLevel: 'inform',
    forward: { unit: 'dvv-2', phone: '019 000 3100' },
    bring: ['henkilökortti, jos sinulla on se'],
    texts: {
      fi: {
        bring: ['henkilöllisyystodistus', 'lausunto poliisilta, turvakodista tai sosiaalityöstä, jos sellainen on'],
        mayAnswer:
          'Tarjoa suljettu huone heti. Kerro, mitä turvakielto tarkoittaa ja miten sitä haetaan. Älä kysy enempää kuin tarvitset. Älä kirjaa osoitetta tai uhan yksityiskohtia Polkuun. Jos vaara on juuri nyt, soita 112.',
        mayNot: 'Älä arvioi, onko uhka todellinen. Älä kerro kenellekään, että asiakas on käynyt tai hakenut turvakieltoa.',
        digital:
          'Tulosta lomake tai näytä, mistä palvelu löytyy. Jos toinen voi nähdä asiakkaan laitteen, käytä pisteen päätettä ja tyhjennä istunto.',
        answers: [
          {
            title: 'Kuka näkee osoitteeni?',
            body: 'Turvakiellon jälkeen osoitteesi näkevät vain ne viranomaiset, joilla on oikeus käsitellä turvakiellon alaisia tietoja. Muista itse muuttaa tietosi yritysten rekistereissä ja sosiaalisessa mediassa.',
          },
        ],
        forwardWhen: 'Aina, kun asiakas haluaa hakea turvakieltoa tai kysyy sen jatkamisesta.',
      },
      sv: {
        bring: ['identitetsbevis', 'utlåtande från polisen, ett skyddshem eller socialarbetet, om det finns'],
        mayAnswer:
          'Erbjud genast ett avskilt rum. Berätta vad spärrmarkering innebär och hur den söks. Fråga inte mer än du behöver. Skriv inte in adress eller detaljer om hotet i Polku. Ring 112 om faran är akut.',
        mayNot: 'Bedöm inte om hotet är verkligt. Berätta inte för någon att kunden har varit här eller sökt spärrmarkering.',
        digital:
          'Skriv ut blanketten eller visa var tjänsten finns. Om någon annan kan se kundens enhet, använd servicepunktens dator och töm sessionen.',
        answers: [
          {
            title: 'Vem ser min adress?',
            body: 'Med spärrmarkering ser bara de myndigheter din adress som har rätt att behandla skyddade uppgifter. Kom ihåg att själv ändra dina uppgifter hos företag och i sociala medier.',
          },
        ],
        forwardWhen: 'Alltid när kunden vill söka spärrmarkering eller frågar om förlängning.',
      },
      en: {
        bring: ['proof of identity', 'a statement from the police, a shelter or social work, if there is one'],
        mayAnswer:
          'Offer a closed room at once. Tell what non-disclosure means and how to apply. Ask no more than you need. Do not write the address or details of the threat in Polku. If the danger is now, call 112.',
        mayNot: 'Do not judge whether the threat is real. Tell nobody that the customer has been here or has applied.',
        digital:
          'Print the form or show where the service is. If somebody can see the customer’s device, use a point computer and clear the session.',
        answers: [
          {
            title: 'Who sees my address?',
            body: 'After the order your address is seen only by authorities with the right to process protected details. Remember to change your details with companies and in social media yourself.',
          },
        ],
        forwardWhen: 'Always when the customer wants to apply for it or asks about continuing it.',
      },
    },
  },
  {
    service: 'henkilotunnus',
    adviceLevel: 'receive',
    forward: { unit: 'dvv-2', phone: '019 000 3100' },
    bring: ['passi', 'oleskelulupa', 'työsopimus'],
    texts: {
      fi: {
        bring: ['passi tai virallinen henkilökortti', 'oleskelulupa tai työsopimus', 'lapsen syntymätodistus, jos lapsi rekisteröidään'],
        mayAnswer:
          'Tarkista ensin, onko tunnus jo päätöksessä tai verokortissa. Kerro, mitä käynnille tarvitaan ja että kaikki tulevat itse. Kerro erikseen kotikunnasta. Varaa tulkki.',
        answers: [
          {
            title: 'Saanko pankkitilin ilman henkilötunnusta?',
            body: 'Pankki tekee oman päätöksensä. Tunnus helpottaa, joten hoida se ensin. Ota pankkiin passi ja tieto osoitteestasi Suomessa.',
          },
        ],
        forwardWhen: 'Asiakkaalla ei ole passia, oleskelun peruste on epäselvä tai asiakirjat pitää laillistaa.',
      },
      sv: {
        bring: [
          'pass eller officiellt identitetskort',
          'uppehållstillstånd eller arbetsavtal',
          'barnets födelseintyg om barnet registreras',
        ],
        mayAnswer:
          'Kontrollera först om beteckningen redan finns i beslutet eller på skattekortet. Berätta vad som behövs och att alla kommer själva. Berätta om hemkommun särskilt. Boka tolk.',
        answers: [
          {
            title: 'Får jag bankkonto utan personbeteckning?',
            body: 'Banken fattar sitt eget beslut. Beteckningen underlättar, så skaffa den först. Ta med pass och uppgift om din adress i Finland till banken.',
          },
        ],
        forwardWhen: 'Kunden saknar pass, grunden för vistelsen är oklar eller handlingarna ska legaliseras.',
      },
      en: {
        bring: [
          'passport or official identity card',
          'residence permit or work contract',
          'child’s birth certificate if a child is registered',
        ],
        mayAnswer:
          'First check whether the code is already in a decision or on a tax card. Tell what is needed and that everyone comes in person. Tell about the municipality of residence separately. Book an interpreter.',
        answers: [
          {
            title: 'Can I get a bank account without the code?',
            body: 'Each bank decides for itself. The code makes it easier, so arrange it first. Bring your passport and details of your address in Finland to the bank.',
          },
        ],
        forwardWhen: 'The customer has no passport, the ground for staying is unclear or documents must be legalised.',
      },
    },
  },
  {
    service: 'edunvalvontavaltuutus',
    adviceLevel: 'receive',
    state: 'reported',
    forward: { unit: 'dvv-2', phone: '019 000 3100' },
    bring: ['alkuperäinen valtakirja', 'lääkärin lausunto'],
    texts: {
      fi: {
        bring: ['alkuperäinen valtakirja', 'lääkärinlausunto', 'valtuutetun henkilöllisyystodistus'],
        mayAnswer:
          'Kerro, kuka hakee: valtuutettu. Ota hakemus vastaan ja kirjaa, jäikö alkuperäinen valtakirja. Kerro edunvalvonnasta, jos valtuutusta ei ole.',
        answers: [
          {
            title: 'Isä ei enää hoida asioitaan, mutta valtakirjaa ei ole',
            body: 'Silloin haetaan edunvalvontaa. Kysy neuvoa edunvalvonnan puhelimesta. Pieni apu voi joskus riittää, esimerkiksi valtuus verkossa tai laskujen suoraveloitus.',
          },
        ],
        forwardWhen: 'Perhe on eri mieltä tai valtakirjan sisältö on epäselvä.',
      },
      sv: {
        bring: ['originalfullmakten', 'läkarutlåtande', 'den befullmäktigades identitetsbevis'],
        mayAnswer:
          'Berätta vem som ansöker: den befullmäktigade. Ta emot ansökan och anteckna om originalfullmakten lämnades. Berätta om intressebevakning om fullmakt saknas.',
        answers: [
          {
            title: 'Pappa sköter inte längre sina ärenden, men det finns ingen fullmakt',
            body: 'Då söks intressebevakning. Be om råd per telefon. Ibland räcker liten hjälp, till exempel en fullmakt på nätet eller automatisk betalning av räkningar.',
          },
        ],
        forwardWhen: 'Familjen är oenig eller fullmaktens innehåll är oklart.',
      },
      en: {
        bring: ['the original document', 'doctor’s statement', 'the attorney’s proof of identity'],
        mayAnswer:
          'Tell who applies: the attorney. Take in the application and note whether the original was left. Tell about guardianship if there is no document.',
        answers: [
          {
            title: 'My father no longer manages, but there is no power of attorney',
            body: 'Then guardianship is applied for. Ask for advice by phone. Sometimes a little help is enough, such as a mandate online or automatic payment of bills.',
          },
        ],
        forwardWhen: 'The family disagrees or the wording is unclear.',
      },
    },
  },
  {
    service: 'valtuudet',
    adviceLevel: 'receive',
    forward: { unit: 'dvv-2', phone: '019 000 3100' },
    bring: ['henkilökortti tai passi'],
    texts: {
      fi: {
        bring: ['molempien henkilöllisyystodistukset', 'täytetty hakemus, jos verkko ei käy'],
        mayAnswer:
          'Kerro, mitä valtuus kattaa ja että sen voi perua. Totea henkilöllisyys paperihakemuksessa ja kirjaa, miten se todettiin. Muista: omia pankkitunnuksia ei anneta toiselle.',
        answers: [
          {
            title: 'Voinko hakea äidin lääkkeet apteekista?',
            body: 'Kyllä. Äiti antaa sinulle verkossa valtuuden apteekkiasioihin. Jos äiti ei käytä verkkoa, täytätte yhdessä paperihakemuksen palvelupisteessä.',
          },
        ],
        forwardWhen: 'Valtuuttaja ei itse ymmärrä asian merkitystä tai yritys antaa valtuuksia.',
      },
      sv: {
        bring: ['bådas identitetsbevis', 'ifylld ansökan om nätet inte går'],
        mayAnswer:
          'Berätta vad fullmakten omfattar och att den kan återkallas. Konstatera identiteten vid pappersansökan och anteckna hur det gjordes. Kom ihåg: egna bankkoder ges aldrig till en annan.',
        answers: [
          {
            title: 'Kan jag hämta mammas mediciner på apoteket?',
            body: 'Ja. Mamma ger dig en fullmakt för apoteksärenden på nätet. Om hon inte använder nätet fyller ni tillsammans i pappersansökan på servicepunkten.',
          },
        ],
        forwardWhen: 'Den som ger fullmakten inte förstår sakens betydelse, eller ett företag ger fullmakter.',
      },
      en: {
        bring: ['identity cards of both', 'completed form if the internet is not used'],
        mayAnswer:
          'Tell what the mandate covers and that it can be cancelled. Establish identity for a paper application and record how. Remember: nobody gives their banking codes to another.',
        answers: [
          {
            title: 'Can I fetch my mother’s medicines from the pharmacy?',
            body: 'Yes. Your mother gives you a mandate for pharmacy matters online. If she does not use the internet, you fill in the paper application together at the service point.',
          },
        ],
        forwardWhen: 'The person giving the mandate does not understand what it means, or a company gives mandates.',
      },
    },
  },
];
