type Words = { title: string; body: string };

/** A change notice (muutostiedote). Days are counted from the demo's today: negative ones are past. */
export type DemoBulletin = {
  key: string;
  texts: { fi: Words; sv: Words; en: Words };
  mustRead: boolean;
  publishedDaysAgo: number;
  /** When it comes into force, for what is known beforehand. */
  inForceInDays?: number;
  showsForDays: number;
  /** Keys of services it changes: their cards tell of it. */
  services: string[];
  /** Keys of points it concerns; all where none is named. */
  points: string[];
  /** Of demo staff, by name: who have read it already. */
  readBy: string[];
};

export const bulletins: DemoBulletin[] = [
  {
    key: 'huijausviestit',
    mustRead: true,
    publishedDaysAgo: 0,
    showsForDays: 14,
    services: ['rikosilmoitus', 'digituki'],
    points: [],
    readBy: ['Riitta Harju', 'Petri Laakso'],
    texts: {
      fi: {
        title: 'Huijausviestejä palvelupisteen nimissä',
        body: 'Asukkaille on lähetetty tekstiviestejä, joissa pyydetään vahvistamaan ajanvaraus pankkitunnuksilla. Me emme lähetä tällaisia viestejä. Jos asiakas on antanut tunnuksensa, hän soittaa heti pankkiinsa ja tekee sen jälkeen rikosilmoituksen. Älä avaa linkkejä asiakkaan puhelimessa.',
      },
      sv: {
        title: 'Bedrägliga meddelanden i servicepunktens namn',
        body: 'Invånare har fått textmeddelanden där de ombeds bekräfta en tidsbokning med bankkoder. Vi skickar inte sådana meddelanden. Om en kund har lämnat ut sina koder ringer hen genast sin bank och gör sedan en brottsanmälan. Öppna inga länkar i kundens telefon.',
      },
      en: {
        title: 'Scam messages in the service point’s name',
        body: 'Residents have been sent text messages asking them to confirm a booking with banking codes. We do not send such messages. If a customer has given their codes, they call their bank at once and then report the offence. Open no links on the customer’s phone.',
      },
    },
  },
  {
    key: 'palvelubussin-reitti',
    mustRead: true,
    publishedDaysAgo: 2,
    inForceInDays: 10,
    showsForDays: 30,
    services: ['neuvonta', 'digituki'],
    points: ['palvelubussi', 'mallila'],
    readBy: ['Riitta Harju'],
    texts: {
      fi: {
        title: 'Palvelubussin Lehtolan pysäkki siirtyy',
        body: 'Koulun piharemontin ajan bussi pysähtyy seurakuntatalon edessä, 200 metriä koululta. Aika ei muutu: torstaisin klo 11.45–13.30. Kerro muutoksesta asiakkaille, jotka ovat varanneet ajan bussiin.',
      },
      sv: {
        title: 'Servicebussens hållplats i Lehtola flyttas',
        body: 'Medan skolgården renoveras stannar bussen framför församlingshemmet, 200 meter från skolan. Tiden ändras inte: torsdagar kl. 11.45–13.30. Berätta om ändringen för kunder som har bokat tid i bussen.',
      },
      en: {
        title: 'The service bus stop in Lehtola moves',
        body: 'While the school yard is being renovated the bus stops in front of the parish hall, 200 metres from the school. The time does not change: Thursdays 11.45 am – 1.30 pm. Tell customers who have booked a time on the bus.',
      },
    },
  },
  {
    key: 'pysakointimaksu',
    mustRead: false,
    publishedDaysAgo: 6,
    inForceInDays: 40,
    showsForDays: 60,
    services: ['asukaspysakointi'],
    points: ['mallila', 'kirkkoranta'],
    readBy: ['Aino Korpela', 'Ebba Nylund'],
    texts: {
      fi: {
        title: 'Asukaspysäköinnin hinta nousee',
        body: 'Tunnus maksaa jatkossa 17 euroa kuukaudessa ja toinen auto 34 euroa. Ennen muutosta maksetut kuukaudet ovat voimassa vanhalla hinnalla. Palvelukortin hinta vaihtuu samana päivänä.',
      },
      sv: {
        title: 'Priset på boendeparkering höjs',
        body: 'Tillståndet kostar framöver 17 euro i månaden och den andra bilen 34 euro. Månader som betalats före ändringen gäller till det gamla priset. Priset på servicekortet byts samma dag.',
      },
      en: {
        title: 'The price of resident parking rises',
        body: 'A permit will cost 17 euros a month and a second car 34 euros. Months paid for before the change stay at the old price. The price on the service card changes on the same day.',
      },
    },
  },
  {
    key: 'koulutuspaiva',
    mustRead: true,
    publishedDaysAgo: 9,
    inForceInDays: 18,
    showsForDays: 28,
    services: [],
    points: ['mallila'],
    readBy: ['Aino Korpela', 'Ebba Nylund', 'Leo Salmi', 'Riitta Harju', 'Petri Laakso'],
    texts: {
      fi: {
        title: 'Palvelupiste on suljettu koulutuspäivänä 10.12.',
        body: 'Harjoittelemme uhkatilanteita ja käymme läpi uudet palvelukortit. Puheluihin vastaa Kirkkorannan neuvonta. Älä varaa aikoja päivälle. Ilmoitus on ovessa, verkkosivulla ja puhelinvastaajassa.',
      },
      sv: {
        title: 'Servicepunkten är stängd på utbildningsdagen 10.12',
        body: 'Vi övar hotfulla situationer och går igenom nya servicekort. Kyrkstrandens rådgivning svarar i telefonen. Boka inga tider den dagen. Meddelandet finns på dörren, webbplatsen och telefonsvararen.',
      },
      en: {
        title: 'The service point is closed for training on 10 December',
        body: 'We practise threatening situations and go through the new service cards. The Kirkkoranta advice desk answers the phone. Book no times on that day. The notice is on the door, the website and the answering machine.',
      },
    },
  },
  {
    key: 'tulkkaus-etana',
    mustRead: false,
    publishedDaysAgo: 15,
    showsForDays: 60,
    services: ['neuvonta', 'kotoutuminen', 'henkilotunnus'],
    points: [],
    readBy: ['Aino Korpela', 'Daniel Berg'],
    texts: {
      fi: {
        title: 'Etätulkin saa nyt tunnin varoitusajalla',
        body: 'Ukrainan, arabian, somalin ja venäjän etätulkin voi tilata samalle päivälle, kun tilaus tehdään vähintään tuntia ennen. Kirjaa tarve asiakkaan järjestelyihin ja tilaa tulkki asialta. Viittomakielen tulkki varataan edelleen kahta päivää ennen.',
      },
      sv: {
        title: 'Distanstolk fås nu med en timmes varsel',
        body: 'Distanstolk på ukrainska, arabiska, somaliska och ryska kan beställas till samma dag om beställningen görs minst en timme före. Anteckna behovet bland kundens arrangemang och beställ tolken från ärendet. Teckenspråkstolk bokas fortfarande två dagar före.',
      },
      en: {
        title: 'A remote interpreter can now be had at an hour’s notice',
        body: 'A remote interpreter for Ukrainian, Arabic, Somali or Russian can be ordered for the same day, at least one hour before. Note the need among the customer’s arrangements and order from the matter. A sign language interpreter is still booked two days ahead.',
      },
    },
  },
  {
    key: 'lomake-uusittu',
    mustRead: false,
    publishedDaysAgo: 21,
    showsForDays: 45,
    services: ['varhaiskasvatus'],
    points: ['mallila', 'kirkkoranta', 'suvanto'],
    readBy: ['Aino Korpela', 'Ebba Nylund', 'Riitta Harju'],
    texts: {
      fi: {
        title: 'Varhaiskasvatuksen paperilomake uudistui',
        body: 'Uudessa lomakkeessa kysytään lapsen kieli ja tuen tarve samalla sivulla. Vanhalla lomakkeella tulleet hakemukset otetaan vastaan vuoden loppuun. Tulosta uusi lomake palvelukortilta ja hävitä vanhat.',
      },
      sv: {
        title: 'Pappersblanketten för småbarnspedagogik har förnyats',
        body: 'På den nya blanketten frågas barnets språk och stödbehov på samma sida. Ansökningar på den gamla blanketten tas emot till årets slut. Skriv ut den nya från servicekortet och kassera de gamla.',
      },
      en: {
        title: 'The paper form for early childhood education is new',
        body: 'The new form asks the child’s language and need for support on one page. Applications on the old form are accepted until the end of the year. Print the new one from the service card and discard the old.',
      },
    },
  },
];
