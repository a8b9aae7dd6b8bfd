import type { DemoCard } from './types.ts';

export const regionCards: DemoCard[] = [
  {
    service: 'tyonhaku',
    adviceLevel: 'help-fill',
    forward: { unit: 'tyollisyysalue-2', phone: '019 000 6010' },
    bring: ['henkilökortti', 'työtodistus'],
    texts: {
      fi: {
        bring: ['henkilöllisyystodistus', 'työtodistus ja irtisanomisilmoitus', 'ansioluettelo, jos on'],
        mayAnswer:
          'Auta ilmoittautumaan päätteellä jo tänään: myöhästyminen voi viivästyttää etuutta. Kerro, että haastattelukutsu tulee ja että se pitää hoitaa. Varaa tulkki.',
        answers: [
          {
            title: 'Milloin pääsen haastatteluun?',
            body: 'Saat kutsun ilmoittautumisen jälkeen. Ilmoita heti, jos aika ei sovi tai tarvitset tulkkia. Ilmoittamatta jättäminen voi katkaista etuuden.',
          },
        ],
        forwardWhen: 'Asiakas on saanut karenssin, on osatyökykyinen tai haluaa kouluttautua.',
      },
      sv: {
        bring: ['identitetsbevis', 'arbetsintyg och uppsägning', 'meritförteckning om det finns'],
        mayAnswer:
          'Hjälp till att anmäla sig vid datorn redan i dag: en försening kan fördröja förmånen. Säg att en kallelse till intervju kommer och ska följas. Boka tolk.',
        answers: [
          {
            title: 'När får jag komma på intervju?',
            body: 'Du får en kallelse efter anmälan. Meddela genast om tiden inte passar eller du behöver tolk. Att utebli utan att meddela kan bryta förmånen.',
          },
        ],
        forwardWhen: 'Kunden har fått karens, är partiellt arbetsför eller vill utbilda sig.',
      },
      en: {
        bring: ['proof of identity', 'work certificate and notice of dismissal', 'CV if there is one'],
        mayAnswer:
          'Help the customer to register on a computer today: a delay may delay the benefit. Say that an invitation to an interview will come and must be kept. Book an interpreter.',
        answers: [
          {
            title: 'When is my interview?',
            body: 'You get an invitation after registering. Tell at once if the time does not suit or you need an interpreter. Not turning up without a word can stop the benefit.',
          },
        ],
        forwardWhen: 'The customer has a waiting period, has partial work ability or wants training.',
      },
    },
  },
  {
    service: 'terveysasema',
    adviceLevel: 'inform',
    forward: { phone: '019 000 5010', hours: { fi: 'ma–pe klo 8–16', sv: 'må–fre kl. 8–16', en: 'Mon–Fri 8 am – 4 pm' } },
    bring: ['Kela-kortti', 'lista lääkkeistä'],
    texts: {
      fi: {
        bring: ['Kela-kortti tai henkilökortti', 'lista lääkkeistä'],
        mayAnswer:
          'Kerro, mihin numeroon soitetaan ja mitä kysytään. Auta soittamaan. Jos asiakas voi huonosti juuri nyt, soita 112. Terveysneuvoja ei anneta.',
        mayNot: 'Älä arvioi oireita äläkä suosittele lääkettä. Älä kirjaa terveystietoja Polkuun.',
        answers: [
          {
            title: 'En saa yhteyttä terveysasemalle',
            body: 'Terveysasema soittaa takaisin saman päivän aikana. Yöllä ja viikonloppuna soita päivystyksen neuvontaan. Hengenvaarassa soita 112.',
          },
        ],
        forwardWhen: 'Asiakas ei saa yhteyttä kolmena päivänä: kerro sosiaali- ja potilasasiavastaavasta.',
      },
      sv: {
        bring: ['FPA-kort eller identitetskort', 'lista över läkemedel'],
        mayAnswer: 'Berätta vart man ringer och vad som frågas. Hjälp att ringa. Om kunden mår illa just nu, ring 112. Vårdråd ges inte.',
        mayNot: 'Bedöm inte symtom och rekommendera inga läkemedel. Skriv inte in hälsouppgifter i Polku.',
        answers: [
          {
            title: 'Jag får inte kontakt med hälsostationen',
            body: 'Hälsostationen ringer upp samma dag. Nattetid och under veckoslut ringer du jourens rådgivning. Ring 112 vid livsfara.',
          },
        ],
        forwardWhen: 'Kunden får inte kontakt på tre dagar: berätta om social- och patientombudspersonen.',
      },
      en: {
        bring: ['Kela card or identity card', 'a list of medicines'],
        mayAnswer:
          'Tell which number to call and what will be asked. Help to call. If the customer feels very ill right now, call 112. No health advice is given.',
        mayNot: 'Do not assess symptoms or recommend medicine. Do not write health details in Polku.',
        answers: [
          {
            title: 'I cannot get through to the health centre',
            body: 'The health centre calls back the same day. At night and at weekends call the emergency clinic advice line. If life is in danger call 112.',
          },
        ],
        forwardWhen: 'The customer cannot get through for three days: tell about the social and patient ombudsperson.',
      },
    },
  },
  {
    service: 'kuljetuspalvelu',
    adviceLevel: 'guide',
    forward: { phone: '019 000 5060', hours: { fi: 'ma–pe klo 9–11.30', sv: 'må–fre kl. 9–11.30', en: 'Mon–Fri 9–11.30 am' } },
    bring: ['lääkärin lausunto', 'henkilökortti'],
    texts: {
      fi: {
        bring: ['lääkärin tai fysioterapeutin lausunto liikkumisesta', 'henkilökortti'],
        mayAnswer:
          'Kerro tuesta ja auta hakemuksen kanssa. Lue kysymykset ääneen, jos asiakas ei näe. Hakemusta ei oteta palvelupisteessä vastaan: asiakas lähettää sen itse, verkossa tai postissa.',
        answers: [
          {
            title: 'Korvataanko matka lääkäriin?',
            body: 'Terveydenhuollon matkoista korvaa Kela, ei kuljetuspalvelu. Tilaa matka Kelan taksinumerosta. Kuljetuspalvelu on muita matkoja varten.',
          },
        ],
        forwardWhen: 'Asiakas sai kielteisen päätöksen tai tilanne muuttui äkillisesti.',
      },
      sv: {
        bring: ['utlåtande av läkare eller fysioterapeut om rörligheten', 'identitetskort'],
        mayAnswer:
          'Berätta om stödet och hjälp med ansökan. Läs frågorna högt om kunden ser dåligt. Ansökan tas inte emot på servicepunkten: kunden skickar den själv, på nätet eller per post.',
        answers: [
          {
            title: 'Ersätts resan till läkaren?',
            body: 'FPA ersätter sjukvårdsresor, inte färdtjänsten. Beställ resan på FPA:s taxinummer. Färdtjänsten gäller andra resor.',
          },
        ],
        forwardWhen: 'Kunden har fått ett negativt beslut eller läget har plötsligt ändrats.',
      },
      en: {
        bring: ['statement on mobility from a doctor or physiotherapist', 'identity card'],
        mayAnswer:
          'Tell about the support and help with the application. Read the questions aloud if the customer cannot see. The application is not taken in here: the customer sends it, online or by post.',
        answers: [
          {
            title: 'Is a trip to the doctor paid for?',
            body: 'Kela reimburses health care journeys, not the transport service. Order the ride from Kela’s taxi number. The transport service is for other journeys.',
          },
        ],
        forwardWhen: 'The customer has a negative decision or the situation changed suddenly.',
      },
    },
  },
  {
    service: 'kotihoito',
    adviceLevel: 'guide',
    state: 'stale',
    forward: { phone: '019 000 5050', hours: { fi: 'ma–pe klo 9–15', sv: 'må–fre kl. 9–15', en: 'Mon–Fri 9 am – 3 pm' } },
    bring: ['henkilökortti', 'tieto lääkkeistä'],
    texts: {
      fi: {
        bring: ['tieto lääkkeistä', 'läheisen puhelinnumero'],
        mayAnswer:
          'Kerro, että palvelutarpeen arvio on maksuton ja että iäkkään ihmisen arvio aloitetaan viimeistään seitsemäntenä arkipäivänä. Auta soittamaan. Jos asiakas on vaarassa kotona, soita palveluohjaukseen heti.',
        answers: [
          {
            title: 'Äiti ei enää pärjää kotona',
            body: 'Soita palveluohjaukseen: voit soittaa äidin puolesta, kun hän suostuu. Kerro, mitkä asiat eivät onnistu. Ensin arvioidaan tarve, sitten sovitaan avusta.',
          },
        ],
        forwardWhen: 'Asiakas on vaarassa, hoito katkeaa tai maksu huolettaa.',
      },
      sv: {
        bring: ['uppgift om läkemedel', 'en närståendes telefonnummer'],
        mayAnswer:
          'Säg att bedömningen är avgiftsfri och att bedömningen av en äldre person inleds senast sjunde vardagen. Hjälp att ringa. Om kunden är i fara hemma, ring servicehandledningen genast.',
        answers: [
          {
            title: 'Mamma klarar sig inte längre hemma',
            body: 'Ring servicehandledningen: du kan ringa för mamma när hon samtycker. Berätta vad som inte lyckas. Först bedöms behovet, sedan avtalas om hjälp.',
          },
        ],
        forwardWhen: 'Kunden är i fara, vården avbryts eller avgiften oroar.',
      },
      en: {
        bring: ['details of medicines', 'a close person’s phone number'],
        mayAnswer:
          'Tell that the assessment is free and that an older person’s assessment begins by the seventh working day. Help to call. If the customer is in danger at home, call service guidance at once.',
        answers: [
          {
            title: 'My mother can no longer manage at home',
            body: 'Call service guidance: you may call for your mother when she agrees. Tell what does not work. First the need is assessed, then help is agreed.',
          },
        ],
        forwardWhen: 'The customer is in danger, care is interrupted or the fee is a worry.',
      },
    },
  },
];
