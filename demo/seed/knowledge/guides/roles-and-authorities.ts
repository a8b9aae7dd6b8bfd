import type { DemoGuide } from './types.ts';

export const roleGuides: DemoGuide[] = [
  {
    key: 'neuvojan-rooli',
    kind: 'roles',
    version: 2,
    texts: {
      fi: {
        title: 'Palveluneuvojan rooli ja rajat',
        body: 'Neuvoja kertoo, ohjaa, auttaa täyttämään ja ottaa vastaan sen mukaan, mitä kunkin viranomaisen kanssa on sovittu. Näet näytöltä, mitä voit tehdä juuri nyt, juuri täällä.\n\nNeuvoja ei:\n– arvioi, saako asiakas etuuden tai luvan\n– kirjaudu asiakkaan puolesta eikä käsittele tunnuksia\n– ota kantaa yksittäisen asian sisältöön\n– lupaa käsittelyaikoja, joita ei ole kerrottu kortissa.\n\nJos vastausta ei ole palvelukortissa, lähetä tukipyyntö. Kerro asiakkaalle, kenelle kysymys meni ja milloin hän saa vastauksen. Älä koskaan sano, ettei asia kuulu meille: kerro, kenelle se kuuluu, ja vie se perille.',
      },
      sv: {
        title: 'Servicerådgivarens roll och gränser',
        body: 'Rådgivaren berättar, handleder, hjälper att fylla i och tar emot enligt vad som avtalats med varje myndighet. På skärmen ser du vad du får göra just nu, just här.\n\nRådgivaren\n– bedömer inte om kunden får en förmån eller ett tillstånd\n– loggar inte in för kunden och hanterar inga koder\n– tar inte ställning till innehållet i ett enskilt ärende\n– lovar inga behandlingstider som inte står på kortet.\n\nOm svaret inte finns på servicekortet, skicka en stödbegäran. Berätta för kunden vart frågan gick och när svaret kommer. Säg aldrig att ärendet inte hör till oss: berätta vem det hör till och för det vidare.',
      },
      en: {
        title: 'The service advisor’s role and its limits',
        body: 'An advisor informs, guides, helps to fill in and takes in as agreed with each authority. The screen shows what you may do right now, right here.\n\nAn advisor does not\n– judge whether a customer gets a benefit or permit\n– sign in for a customer or handle codes\n– take a stand on the content of a single matter\n– promise processing times that the card does not tell.\n\nIf the service card has no answer, send a support request. Tell the customer who has the question and when the answer comes. Never say that a matter is not ours: tell whose it is and see that it gets there.',
      },
    },
  },
  {
    key: 'vastaanottajan-rooli',
    kind: 'roles',
    point: 'mallila',
    version: 1,
    texts: {
      fi: {
        title: 'Vastaanotto: ensimmäinen minuutti',
        body: 'Tervehdi ensin. Kysy, missä voit auttaa, ja anna asiakkaan kertoa omin sanoin.\n\n– Puhu niin, etteivät muut kuule. Tarjoa sivupöytää, jos asia on arka.\n– Kysy kielestä ja järjestelyistä: tulkki, istumapaikka, rauhallinen tila. Kirjaa, mitä järjestetään, älä syytä.\n– Jos tarve on epäselvä, kirjaa asiakkaan sanat ja valitse "ei vielä tiedossa".\n– Anna vuoronumero ja kerro arvio odotuksesta. Kerro myös, jos asia hoituisi nopeammin muualla.\n– Jos asiakas palaa, hän ei aloita alusta: hae asia numerolla tai lapulla.',
      },
      sv: {
        title: 'Mottagningen: den första minuten',
        body: 'Hälsa först. Fråga hur du kan hjälpa och låt kunden berätta med egna ord.\n\n– Tala så att andra inte hör. Erbjud sidobordet om ärendet är känsligt.\n– Fråga om språk och arrangemang: tolk, sittplats, lugnt rum. Anteckna vad som ordnas, inte orsaken.\n– Om behovet är oklart, anteckna kundens ord och välj "ännu inte känt".\n– Ge ett könummer och berätta hur länge väntan beräknas ta. Säg också om ärendet går snabbare någon annanstans.\n– En kund som återkommer börjar inte om: hämta ärendet med numret eller lappen.',
      },
      en: {
        title: 'Reception: the first minute',
        body: 'Greet first. Ask how you can help and let the customer tell it in their own words.\n\n– Speak so that others do not hear. Offer the side table if the matter is delicate.\n– Ask about language and arrangements: an interpreter, a seat, a calm room. Note what is arranged, not why.\n– If the need is unclear, note the customer’s words and choose “not yet known”.\n– Give a queue number and an estimate of the wait. Say so if it would be quicker elsewhere.\n– A returning customer does not start again: find the matter by its number or slip.',
      },
    },
  },
  {
    key: 'kela-lyhyesti',
    kind: 'authority',
    organisation: 'kela',
    version: 2,
    texts: {
      fi: {
        title: 'Kela lyhyesti',
        body: 'Kela hoitaa perusturvan: asumisen, toimeentulon, perheiden, opiskelun, sairauden, työttömyyden ja eläkkeiden etuuksia.\n\nSopimuksen mukaan Mallilan palvelupisteissä kerrotaan, opastetaan, autetaan täyttämisessä ja otetaan vastaan hakemuksia ja liitteitä. Palvelubussissa vain kerrotaan ja opastetaan.\n\nMuista:\n– Anna vastaanottokuitti, jossa on aika ja paikka.\n– Hakemus tulee vireille vasta, kun Kela on kuitannut sen.\n– Asiantuntijat vastaavat arkisin klo 9–15. Kiireellinen: ei rahaa ruokaan tai lääkkeisiin, häätöuhka.',
      },
      sv: {
        title: 'FPA i korthet',
        body: 'FPA sköter grundtryggheten: förmåner för boende, utkomst, familjer, studier, sjukdom, arbetslöshet och pension.\n\nEnligt avtalet ges på Mallilas servicepunkter information, handledning, hjälp att fylla i, och ansökningar och bilagor tas emot. I servicebussen ges bara information och handledning.\n\nKom ihåg:\n– Ge ett mottagningskvitto med tid och plats.\n– Ansökan är inledd först när FPA har kvitterat den.\n– De sakkunniga svarar vardagar kl. 9–15. Brådskande: inga pengar till mat eller medicin, hot om vräkning.',
      },
      en: {
        title: 'Kela in short',
        body: 'Kela takes care of basic security: benefits for housing, living costs, families, studies, illness, unemployment and pensions.\n\nBy agreement Mallila’s service points inform, guide, help to fill in and take in applications and attachments. On the service bus we only inform and guide.\n\nRemember:\n– Give a receipt with the time and place.\n– An application is initiated only once Kela has acknowledged it.\n– Specialists answer on weekdays 9 am – 3 pm. Urgent: no money for food or medicine, a threat of eviction.',
      },
    },
  },
  {
    key: 'hyvinvointialue-lyhyesti',
    kind: 'authority',
    organisation: 'hyvinvointialue',
    issuer: 'hyvinvointialue',
    validForDays: 180,
    version: 1,
    texts: {
      fi: {
        title: 'Hyvinvointialue lyhyesti',
        body: 'Hyvinvointialue vastaa terveydenhuollosta, sosiaalipalveluista ja pelastustoimesta. Kunta ei enää järjestä niitä.\n\nPalvelupisteessä kerrotaan, mistä palvelun saa, ja opastetaan yhteydenotossa. Asiakirjoja ei oteta vastaan, eikä kenenkään hoidon tai avun tarvetta arvioida.\n\nOhjaa näin:\n– sairaus tai oire: terveysaseman puhelin\n– apu kotiin, omaishoito: palveluohjaus\n– vammaisen palvelut: vammaispalvelujen neuvonta\n– huoli lapsesta tai vanhuksesta: sosiaalityön neuvonta, vaarassa 112.\n\nÄlä kirjaa terveystietoja. Kirjaa vain, mihin asiakas ohjattiin.',
      },
      sv: {
        title: 'Välfärdsområdet i korthet',
        body: 'Välfärdsområdet ansvarar för hälsovården, socialtjänsterna och räddningsväsendet. Kommunen ordnar dem inte längre.\n\nPå servicepunkten berättar vi var tjänsten fås och handleder i kontakten. Handlingar tas inte emot, och ingens behov av vård eller hjälp bedöms.\n\nHänvisa så här:\n– sjukdom eller symtom: hälsostationens telefon\n– hjälp hemma, närståendevård: servicehandledningen\n– funktionshinderservice: rådgivningen om den\n– oro för ett barn eller en äldre: socialarbetets rådgivning, vid fara 112.\n\nAnteckna inga hälsouppgifter. Anteckna bara vart kunden hänvisades.',
      },
      en: {
        title: 'The wellbeing services county in short',
        body: 'The wellbeing services county is responsible for health care, social services and rescue services. Municipalities no longer arrange them.\n\nThe service point tells where a service is given and guides in making contact. No documents are taken in, and nobody’s need for care or help is assessed.\n\nDirect people like this:\n– illness or symptoms: health centre phone\n– help at home, informal care: service guidance\n– disability services: their advice line\n– worry about a child or an older person: social work advice; in danger 112.\n\nRecord no health details. Record only where the customer was directed.',
      },
    },
  },
];
