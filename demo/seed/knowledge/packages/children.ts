import type { DemoPackage } from './types.ts';

export const childrenPackages: DemoPackage[] = [
  {
    event: 'KE1',
    title: ['Saamme lapsen', 'Vi får barn', 'We are having a child', 'Saamme lapsen'],
    intro: [
      'Onnea! Kun odotat lasta, hoida nämä asiat rauhassa järjestyksessä. Tärkeintä on ottaa yhteyttä neuvolaan heti: sieltä saat todistuksen, jota tarvitset tukien hakemiseen.',
      'Grattis! När du väntar barn kan du sköta de här sakerna i lugn och ro i den här ordningen. Viktigast är att genast kontakta rådgivningen: där får du intyget som du behöver för att söka stöd.',
      'Congratulations! When you expect a child, take these things calmly in order. Most important is to contact the clinic at once: it gives you the certificate you need for benefits.',
      'Onnea! Kun odotat lasta, tee nämä asiat järjestyksessä. Soita ensin neuvolaan.',
    ],
    steps: [
      {
        service: 'neuvola',
        channel: 'phone',
        title: ['Varaa aika neuvolaan', 'Boka tid till rådgivningen', 'Book a time at the maternity clinic', 'Varaa aika neuvolaan'],
        note: [
          'Ennen neljännen raskauskuukauden loppua.',
          'Före utgången av fjärde graviditetsmånaden.',
          'Before the end of the fourth month of pregnancy.',
          'Tee se, kun raskaus on alussa.',
        ],
      },
      {
        service: 'aitiysavustus',
        channel: 'web',
        title: [
          'Hae äitiysavustusta ja raskausrahaa',
          'Sök moderskapsunderstöd och graviditetspenning',
          'Apply for the maternity grant and pregnancy allowance',
          'Hae äitiyspakkausta ja rahaa',
        ],
        note: [
          'Viimeistään kaksi kuukautta ennen laskettua aikaa.',
          'Senast två månader före beräknad tid.',
          'At the latest two months before the due date.',
          'Tee se 2 kuukautta ennen kuin vauva syntyy.',
        ],
      },
      {
        service: 'lastenvalvoja',
        channel: 'counter',
        title: [
          'Vahvistakaa vanhemmuus, jos ette ole naimisissa',
          'Fastställ föräldraskapet om ni inte är gifta',
          'Confirm parenthood if you are not married',
          'Jos ette ole naimisissa, vahvistakaa, kuka on toinen vanhempi',
        ],
        note: [
          'Onnistuu neuvolassa jo ennen syntymää.',
          'Går att göra på rådgivningen redan före födseln.',
          'Can be done at the clinic before the birth.',
          'Voitte tehdä sen neuvolassa.',
        ],
      },
      {
        service: 'vanhempainpaivaraha',
        channel: 'web',
        title: [
          'Sopikaa vapaista ja hakekaa vanhempainrahaa',
          'Kom överens om ledigheten och sök föräldrapenning',
          'Agree on leave and apply for parental allowance',
          'Sopikaa, kuka on kotona, ja hakekaa rahaa',
        ],
      },
      {
        title: ['Ilmoita lapsen nimi', 'Anmäl barnets namn', 'Register the child’s name', 'Ilmoita lapsen nimi'],
        note: [
          'Kolmen kuukauden kuluessa syntymästä.',
          'Inom tre månader från födseln.',
          'Within three months of the birth.',
          'Tee se 3 kuukauden kuluessa.',
        ],
        days: 90,
        channel: 'web',
      },
      {
        service: 'lapsilisa',
        channel: 'web',
        title: ['Hae lapsilisää', 'Sök barnbidrag', 'Apply for child benefit', 'Hae lapsilisää'],
        days: 180,
      },
      {
        service: 'varhaiskasvatus',
        channel: 'web',
        title: [
          'Hae varhaiskasvatuspaikkaa',
          'Sök plats i småbarnspedagogik',
          'Apply for early childhood education',
          'Hae päiväkotipaikkaa',
        ],
        note: [
          'Neljä kuukautta ennen kuin tarvitset paikan.',
          'Fyra månader innan du behöver platsen.',
          'Four months before you need the place.',
          'Tee se 4 kuukautta ennen kuin tarvitset paikan.',
        ],
      },
    ],
  },
  {
    event: 'KE1.1',
    title: ['Adoptoimme lapsen', 'Vi adopterar ett barn', 'We are adopting a child', 'Adoptoimme lapsen'],
    intro: [
      'Adoptio alkaa aina neuvonnasta ja kestää usein kauan. Tässä ovat vaiheet ja tuet, joita voit hakea, kun lapsi tulee perheeseen.',
      'En adoption börjar alltid med rådgivning och tar ofta lång tid. Här är skedena och de stöd du kan söka när barnet kommer till familjen.',
      'Adoption always begins with counselling and often takes long. Here are the stages, and the support you can apply for when the child joins the family.',
      'Adoptio alkaa neuvonnasta. Se kestää usein kauan.',
    ],
    steps: [
      {
        service: 'adoptioneuvonta',
        channel: 'phone',
        title: ['Varaa aika adoptioneuvontaan', 'Boka tid till adoptionsrådgivning', 'Book adoption counselling', 'Varaa aika neuvontaan'],
      },
      {
        title: ['Hae adoptiolupa', 'Ansök om adoptionstillstånd', 'Apply for permission to adopt', 'Hae lupa adoptioon'],
        note: [
          'Neuvoja kertoo, tarvitsetko lupaa ja mistä sitä haetaan.',
          'Rådgivaren berättar om du behöver tillstånd och var det söks.',
          'The counsellor tells whether you need permission and where to apply.',
          'Neuvoja auttaa sinua.',
        ],
      },
      {
        title: [
          'Hae adoptiolle tuomioistuimen vahvistus',
          'Ansök om att domstolen fastställer adoptionen',
          'Apply to the court to confirm the adoption',
          'Tuomioistuin vahvistaa adoption',
        ],
      },
      {
        service: 'vanhempainpaivaraha',
        channel: 'web',
        title: ['Hae vanhempainrahaa', 'Sök föräldrapenning', 'Apply for parental allowance', 'Hae vanhempainrahaa'],
      },
      {
        service: 'aitiysavustus',
        channel: 'web',
        title: ['Hae äitiysavustusta', 'Sök moderskapsunderstöd', 'Apply for the maternity grant', 'Hae äitiysavustusta'],
      },
      {
        service: 'lapsilisa',
        channel: 'web',
        title: ['Hae lapsilisää', 'Sök barnbidrag', 'Apply for child benefit', 'Hae lapsilisää'],
        days: 180,
      },
      {
        service: 'neuvola',
        channel: 'phone',
        title: ['Ilmoita lapsi neuvolaan', 'Anmäl barnet till rådgivningen', 'Register the child with the clinic', 'Soita neuvolaan'],
      },
    ],
  },
];
