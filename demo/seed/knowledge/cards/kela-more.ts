import type { DemoCard } from './types.ts';

export const moreKelaCards: DemoCard[] = [
  {
    service: 'vanhempainpaivaraha',
    adviceLevel: 'receive',
    forward: { unit: 'kela-2', phone: '019 000 4050' },
    bring: ['todistus raskaudesta', 'henkilökortti'],
    texts: {
      fi: {
        bring: ['raskaustodistus neuvolasta', 'tieto vapaista, joista olet sopinut työnantajan kanssa'],
        mayAnswer:
          'Kerro rahoista vaiheittain: raskausraha, vanhempainraha, sen jälkeen kotihoidon tuki. Kerro, että äitiysavustusta haetaan samalla. Ota hakemus vastaan.',
        answers: [
          {
            title: 'Mitä haen ennen vauvan syntymää?',
            body: 'Hae raskausrahaa ja äitiysavustusta viimeistään kaksi kuukautta ennen laskettua aikaa. Liitä neuvolan todistus. Vanhempainrahaa haette, kun olette päättäneet, miten jaatte päivät.',
          },
        ],
        forwardWhen: 'Vanhempi on yrittäjä tai työskentelee ulkomailla, tai vakuutusaika on epäselvä.',
      },
      sv: {
        bring: ['graviditetsintyg från rådgivningen', 'uppgift om ledigheter som du har avtalat med arbetsgivaren'],
        mayAnswer:
          'Berätta om pengarna steg för steg: graviditetspenning, föräldrapenning, därefter stöd för hemvård. Säg att moderskapsunderstödet söks samtidigt. Ta emot ansökan.',
        answers: [
          {
            title: 'Vad söker jag före födseln?',
            body: 'Sök graviditetspenning och moderskapsunderstöd senast två månader före beräknad tid. Bifoga rådgivningens intyg. Föräldrapenning söker ni när ni har bestämt hur ni delar dagarna.',
          },
        ],
        forwardWhen: 'Föräldern är företagare eller arbetar utomlands, eller försäkringstiden är oklar.',
      },
      en: {
        bring: ['certificate of pregnancy from the clinic', 'details of leave agreed with your employer'],
        mayAnswer:
          'Explain the money step by step: pregnancy allowance, parental allowance, then child home care allowance. Say that the maternity grant is applied for at the same time. Take in the application.',
        answers: [
          {
            title: 'What do I apply for before the birth?',
            body: 'Apply for pregnancy allowance and the maternity grant at the latest two months before the due date. Attach the clinic’s certificate. Apply for parental allowance when you have decided how to divide the days.',
          },
        ],
        forwardWhen: 'The parent is self-employed or works abroad, or the insurance period is unclear.',
      },
    },
  },
  {
    service: 'hoitotuki',
    adviceLevel: 'receive',
    forward: { unit: 'kela-2', phone: '019 000 4070' },
    bring: ['lääkärin C-todistus', 'kuitit avusta ja lääkkeistä'],
    texts: {
      fi: {
        bring: ['lääkärin C-todistus', 'kuitit kotihoidosta, siivouksesta ja lääkkeistä', 'henkilökortti'],
        mayAnswer:
          'Kerro, että tuen ratkaisee avun tarve eikä tulot. Auta kirjaamaan tavallinen päivä asiakkaan omin sanoin. Ota hakemus ja todistus vastaan: kysy, jääkö alkuperäinen vai kopio.',
        answers: [
          {
            title: 'Mitä kirjoitan hakemukseen?',
            body: 'Kerro tavallisesta päivästä: missä tarvitset apua, kuinka usein ja kuka auttaa. Kerro myös yöstä. Liitä kuitit kuluista. Lääkäri kirjoittaa toimintakyvystä erikseen C-todistukseen.',
          },
        ],
        forwardWhen: 'Asiakas haluaa muutosta päätökseen, tai läheinen hakee puolesta eikä valtuutta ole.',
      },
      sv: {
        bring: ['läkarens C-utlåtande', 'kvitton på hemvård, städning och läkemedel', 'identitetskort'],
        mayAnswer:
          'Säg att hjälpbehovet avgör, inte inkomsterna. Hjälp till att skriva ner en vanlig dag med kundens egna ord. Ta emot ansökan och utlåtande: fråga om originalet eller en kopia lämnas.',
        answers: [
          {
            title: 'Vad skriver jag i ansökan?',
            body: 'Berätta om en vanlig dag: vad du behöver hjälp med, hur ofta och vem som hjälper. Berätta också om natten. Bifoga kvitton. Läkaren skriver om funktionsförmågan i C-utlåtandet.',
          },
        ],
        forwardWhen: 'Kunden vill söka ändring i beslutet, eller en närstående ansöker utan fullmakt.',
      },
      en: {
        bring: ['doctor’s C certificate', 'receipts for home care, cleaning and medicines', 'identity card'],
        mayAnswer:
          'Tell that the need for help decides, not income. Help to write down an ordinary day in the customer’s own words. Take in the application and certificate: ask whether the original or a copy is left.',
        answers: [
          {
            title: 'What do I write in the application?',
            body: 'Describe an ordinary day: what you need help with, how often and who helps. Tell about the night too. Attach receipts. The doctor writes about functional capacity in the C certificate.',
          },
        ],
        forwardWhen: 'The customer wants the decision changed, or a relative applies without a mandate.',
      },
    },
  },
  {
    service: 'sosiaaliturva',
    adviceLevel: 'receive',
    forward: { unit: 'kela-2', phone: '019 000 4080' },
    bring: ['passi', 'oleskelulupa', 'työsopimus'],
    texts: {
      fi: {
        bring: ['passi tai henkilökortti', 'oleskelulupa tai todistus oleskeluoikeudesta', 'työsopimus tai opiskelutodistus'],
        mayAnswer:
          'Kerro järjestys: oleskeluoikeus, henkilötunnus ja kotikunta, sitten Kela. Kerro, että Kela ratkaisee erikseen jokaisen tilanteen. Ota hakemus vastaan. Varaa tulkki tarvittaessa.',
        answers: [
          {
            title: 'Kela-korttini on hukassa',
            body: 'Tilaa uusi kortti Kelan verkkopalvelusta tai puhelimesta. Se tulee postissa. Apteekissa voit odottaessa näyttää kuvallisen henkilökortin: tietosi näkyvät apteekille.',
          },
        ],
        forwardWhen: 'Asiakas työskentelee kahdessa maassa, perhe asuu eri maissa tai päätös on kielteinen.',
      },
      sv: {
        bring: ['pass eller identitetskort', 'uppehållstillstånd eller intyg om uppehållsrätt', 'arbetsavtal eller studieintyg'],
        mayAnswer:
          'Berätta ordningen: uppehållsrätt, personbeteckning och hemkommun, sedan FPA. Säg att FPA avgör varje situation för sig. Ta emot ansökan. Boka tolk vid behov.',
        answers: [
          {
            title: 'Mitt FPA-kort är borta',
            body: 'Beställ ett nytt kort på FPA:s nättjänst eller per telefon. Det kommer per post. Under tiden kan du visa identitetskort med bild på apoteket: dina uppgifter syns där.',
          },
        ],
        forwardWhen: 'Kunden arbetar i två länder, familjen bor i olika länder eller beslutet är negativt.',
      },
      en: {
        bring: [
          'passport or identity card',
          'residence permit or certificate of right of residence',
          'work contract or certificate of studies',
        ],
        mayAnswer:
          'Explain the order: right of residence, personal identity code and municipality, then Kela. Say that Kela decides each case. Take in the application. Book an interpreter if needed.',
        answers: [
          {
            title: 'I have lost my Kela card',
            body: 'Order a new card from Kela’s online service or by phone. It comes by post. Meanwhile show photo identification at the pharmacy: they can see your details.',
          },
        ],
        forwardWhen: 'The customer works in two countries, the family lives in different countries or the decision is negative.',
      },
    },
  },
  {
    service: 'kansanelake',
    adviceLevel: 'receive',
    forward: { unit: 'kela-2', phone: '019 000 4070' },
    bring: ['henkilökortti', 'työeläkeote'],
    texts: {
      fi: {
        bring: ['henkilökortti', 'työeläkeote', 'tieto ulkomailla tehdystä työstä'],
        mayAnswer:
          'Kerro, että eläkettä haetaan aina itse ja että yhdellä hakemuksella voi hakea Kelan ja työeläkelaitoksen eläkettä. Kerro verokortista, asumistuesta ja hoitotuesta. Älä laske eläkkeen määrää.',
        answers: [
          {
            title: 'Milloin eläke alkaa?',
            body: 'Hae eläkettä 1–2 kuukautta ennen kuin haluat sen alkavan. Eläkeikäsi näkyy työeläkeotteesta. Kela ja työeläkelaitos tekevät kumpikin oman päätöksensä.',
          },
        ],
        forwardWhen: 'Asiakas on asunut ulkomailla tai harkitsee työkyvyttömyyseläkettä.',
      },
      sv: {
        bring: ['identitetskort', 'arbetspensionsutdrag', 'uppgift om arbete utomlands'],
        mayAnswer:
          'Säg att pension alltid söks själv och att en ansökan kan gälla både FPA och arbetspensionsanstalten. Berätta om skattekort, bostadsbidrag och vårdbidrag. Räkna inte ut pensionens belopp.',
        answers: [
          {
            title: 'När börjar pensionen?',
            body: 'Ansök 1–2 månader innan du vill att den börjar. Din pensionsålder ser du på arbetspensionsutdraget. FPA och arbetspensionsanstalten fattar var sitt beslut.',
          },
        ],
        forwardWhen: 'Kunden har bott utomlands eller överväger sjukpension.',
      },
      en: {
        bring: ['identity card', 'pension record', 'details of work abroad'],
        mayAnswer:
          'Tell that a pension is always applied for and that one application can cover Kela and the pension company. Tell about the tax card, housing allowance and care allowance. Do not calculate the pension.',
        answers: [
          {
            title: 'When does the pension start?',
            body: 'Apply 1–2 months before you want it to start. Your retirement age is in your pension record. Kela and the pension company each make their own decision.',
          },
        ],
        forwardWhen: 'The customer has lived abroad or is thinking of a disability pension.',
      },
    },
  },
];
