import type { DemoMatter } from './types.ts';

/** What has come to the advice desk and nobody has taken yet: mails, web forms and a letter. */
export const untaken: DemoMatter[] = [
  {
    key: 'timo',
    title: 'Ensimmäinen oma asunto: takuuvuokra',
    customer: 'timo',
    unit: 'mallila-neuvonta',
    needs: [{ words: 'Ensimmäinen oma asunto: takuuvuokra' }],
    events: [
      {
        what: 'contact',
        at: '46 min',
        channel: 'email',
        unread: true,
        said: {
          subject: 'Ensimmäinen oma asunto: takuuvuokra',
          body: 'Moi,\n\nsain asunnon ensi kuun alusta ja vuokranantaja pyytää kahden kuukauden takuuvuokran. Minulla ei ole sellaista rahaa. Voiko siihen saada apua jostain, ja pitääkö minun tulla käymään?\n\nt. Timo Kallio, 050 000 1122',
        },
      },
    ],
  },
  {
    key: 'timo-again',
    title: 'Takuuvuokra, kiire',
    customer: 'timoAgain',
    unit: 'mallila-neuvonta',
    needs: [
      { words: 'Laitoin jo sähköpostia. Vuokrasopimus pitäisi allekirjoittaa perjantaina, ja takuuvuokra puuttuu. Mistä sitä voi hakea?' },
    ],
    events: [
      {
        what: 'contact',
        at: '19 min',
        channel: 'web',
        identification: 'claimed',
        summary: 'Toivoo vastausta sähköpostilla.',
        unread: true,
        said: {
          body: 'Laitoin jo sähköpostia. Vuokrasopimus pitäisi allekirjoittaa perjantaina, ja takuuvuokra puuttuu. Mistä sitä voi hakea?',
        },
      },
    ],
  },
  {
    key: 'grace',
    title: 'Starting work in Mallila',
    customer: 'grace',
    language: 'en',
    unit: 'mallila-neuvonta',
    needs: [{ words: 'I start as a nurse in Mallila next month and I have no bank identifiers yet. Where do I go first?' }],
    events: [
      {
        what: 'contact',
        at: '95 min',
        channel: 'web',
        identification: 'claimed',
        summary: 'Wishes to be answered by e-mail.',
        unread: true,
        said: {
          body: 'I start as a nurse in Mallila next month and I have no bank identifiers yet. Where do I go first: the tax office, the bank or your service point? I have a Finnish identity code and a residence permit. Mornings suit me best.',
        },
      },
    ],
  },
  {
    key: 'bo',
    title: 'Flytt från Sverige med två barn',
    customer: 'bo',
    language: 'sv',
    unit: 'mallila-neuvonta',
    needs: [{ words: 'Flytt från Sverige med två barn' }],
    events: [
      {
        what: 'contact',
        at: '150 min',
        channel: 'email',
        unread: true,
        said: {
          subject: 'Flytt från Sverige med två barn',
          body: 'Hej!\n\nVi flyttar från Västerbotten till Mallila i januari med två barn i skolåldern. Vad ska vi anmäla och till vem? Gäller våra svenska försäkringar tills allt är klart, och hur söker man plats i en svenskspråkig skola?\n\nMed vänlig hälsning\nBo Ekholm',
        },
      },
    ],
  },
  {
    key: 'stranger',
    title: 'Liukkaat portaat torin laidalla',
    customer: 'stranger',
    unit: 'mallila-neuvonta',
    needs: [{ words: 'Torin ja rantaraitin väliset portaat ovat jäässä, ja kaide on irti. Joku vielä kaatuu.' }],
    events: [
      {
        what: 'contact',
        at: '215 min',
        channel: 'web',
        unread: true,
        said: {
          body: 'Torin ja rantaraitin väliset portaat ovat jäässä, ja kaide on irti. Joku vielä kaatuu. En tarvitse vastausta, kunhan joku käy katsomassa.',
        },
      },
    ],
  },
  {
    key: 'lempi',
    title: 'Kirje: vaikea päätös luettavaksi',
    customer: 'lempi',
    unit: 'mallila-neuvonta',
    needs: [{ words: 'Sain päätöksen, jota en ymmärrä. Voiko joku lukea sen kanssani?' }],
    events: [
      {
        what: 'contact',
        at: { left: 95 },
        channel: 'letter',
        by: 'Leo Salmi',
        identification: 'claimed',
        summary:
          'Käsin kirjoitettu kirje: on saanut päätöksen, jota ei ymmärrä, ja pyytää aikaa Kirkkorantaan. Ei puhelinta: vastaus kirjeellä.',
        wrapUp: { reasons: ['official-wording'], how: ['queued-next'], couldSelfServe: false },
      },
    ],
  },
];
