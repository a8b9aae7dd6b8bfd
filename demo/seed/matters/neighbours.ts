import type { DemoMatter } from './types.ts';

/** The neighbouring municipality's own: Mallila sees nothing of these. */
export const neighbours: DemoMatter[] = [
  {
    key: 'risto',
    title: 'Takkapuut ja lämmityksen tuki',
    customer: 'risto',
    unit: 'kuvala-neuvonta',
    person: 'Olli Kuusela',
    needs: [{ organisation: 'kela', service: 'Eläkkeensaajan asumistuki', words: 'Otetaanko omakotitalon lämmitys huomioon?' }],
    events: [
      {
        what: 'contact',
        at: '1 d 10.15',
        channel: 'counter',
        by: 'Olli Kuusela',
        minutes: 15,
        identification: 'document-seen',
        summary: 'Asuu omakotitalossa, lämmitys puulla ja sähköllä. Kysytään Kelasta.',
        wrapUp: { reasons: ['official-wording'], how: ['support-requested'], couldSelfServe: false, guidance: 3 },
      },
      {
        what: 'request',
        at: { left: 250 },
        by: 'Olli Kuusela',
        need: 1,
        to: 'kela-2',
        title: 'Omakotitalon lämmityskulut',
        question: 'Mitä selvitystä omakotitalon lämmityksestä liitetään hakemukseen, kun talo lämpiää osin puulla?',
        ground: 'Asiakas suostui tiskillä siihen, että Kela näkee asumistukea koskevan kysymyksen',
        entries: [],
      },
    ],
  },
  {
    key: 'tuija',
    title: 'Koulukuljetus talveksi',
    customer: 'tuija',
    unit: 'kuvala-neuvonta',
    person: 'Olli Kuusela',
    needs: [{ organisation: 'kuvala', service: 'Koulukuljetus', words: 'Tie on pimeä ja matkaa kolme kilometriä' }],
    events: [
      {
        what: 'contact',
        at: '75 min',
        channel: 'email',
        by: 'Olli Kuusela',
        identification: 'known-contact',
        said: {
          subject: 'Koulukuljetus',
          body: 'Hei, lapsen koulumatka on kolme kilometriä ja tie valaisematon. Mistä kuljetusta haetaan?\n\nTuija Laine',
        },
      },
    ],
  },
  {
    key: 'noora',
    title: 'Uusi sukunimi avioerossa',
    customer: 'noora',
    unit: 'kuvala-neuvonta',
    person: 'Olli Kuusela',
    needs: [{ organisation: 'dvv', service: 'Sukunimen muuttaminen', words: 'Voinko ottaa entisen nimeni takaisin?' }],
    events: [
      {
        what: 'contact',
        at: '1 d 12.05',
        channel: 'email',
        by: 'Olli Kuusela',
        identification: 'known-contact',
        said: { subject: 'Sukunimi', body: 'Hei, haluan ottaa takaisin nimen, joka minulla oli ennen avioliittoa. Miten toimin?\n\nNoora' },
      },
      {
        what: 'request',
        at: { left: 260 },
        by: 'Olli Kuusela',
        need: 1,
        to: 'dvv-2',
        title: 'Entinen sukunimi takaisin',
        question: 'Asiakas haluaa aiemman sukunimensä takaisin. Riittääkö ilmoitus vai tarvitaanko hakemus?',
        ground: 'Asiakas suostui sähköpostilla siihen, että DVV näkee nimeä koskevan kysymyksen',
        entries: [],
      },
    ],
  },
  {
    key: 'kuvala-mail',
    title: 'Mökkitien auraus',
    customer: 'kuvalaMail',
    unit: 'kuvala-neuvonta',
    needs: [{ words: 'Mökkitien auraus' }],
    events: [
      {
        what: 'contact',
        at: '110 min',
        channel: 'email',
        unread: true,
        said: { subject: 'Mökkitien auraus', body: 'Hei, kuka auraa Rantakujan loppupään? Lunta on jo polveen asti.\n\nHeikki Ojala' },
      },
    ],
  },
];
