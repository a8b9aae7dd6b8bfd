import type { DemoMatter } from './types.ts';

/** What Aino Korpela has asked the authorities' specialists, and they have not answered yet. */
export const forAuthorities: DemoMatter[] = [
  {
    key: 'jari',
    title: 'Kuntoutusraha opintojen ajalta',
    customer: 'jari',
    unit: 'mallila-neuvonta',
    person: 'Aino Korpela',
    needs: [{ organisation: 'kela', service: 'Kuntoutusraha', words: 'Saanko kuntoutusrahaa, jos opinnot venyvät keväälle?' }],
    events: [
      {
        what: 'contact',
        at: '1 d 9.05',
        channel: 'email',
        by: 'Aino Korpela',
        identification: 'known-contact',
        said: {
          subject: 'Opinnot venyvät',
          body: 'Hei, olen ammatillisessa kuntoutuksessa ja opintoni jatkuvat suunniteltua pidempään. Pitääkö kuntoutusrahasta tehdä uusi hakemus vai riittääkö ilmoitus?\n\nJari Nieminen',
        },
      },
      {
        what: 'request',
        at: { left: 45 },
        by: 'Aino Korpela',
        need: 1,
        to: 'kela-2',
        title: 'Opintojen venyminen kuntoutuksessa',
        question:
          'Asiakkaan kuntoutusopinnot jatkuvat suunniteltua pidempään. Riittääkö muutoksesta ilmoitus, vai tarvitaanko uusi hakemus ja oppilaitoksen todistus?',
        ground: 'Asiakas suostui puhelimessa siihen, että Kela näkee kuntoutusrahaa koskevan kysymyksen',
        entries: [{ kind: 'claimed', at: '120 min', by: 'Mika Ranta' }],
      },
    ],
    steps: [
      { title: 'Kelan vastaus', who: 'authority', organisation: 'kela', need: 1 },
      { title: 'Muutosilmoitus tai uusi hakemus', who: 'customer', organisation: 'kela', need: 1 },
    ],
  },
  {
    key: 'linnea',
    title: 'Ennakkovero ensimmäisenä yrittäjävuonna',
    customer: 'linnea',
    language: 'sv',
    unit: 'mallila-neuvonta',
    person: 'Aino Korpela',
    needs: [{ organisation: 'vero', service: 'Ennakkovero', words: 'Jag har startat ett eget företag. Hur betalar jag förskottsskatt?' }],
    events: [
      {
        what: 'contact',
        at: '1 d 10.25',
        channel: 'email',
        by: 'Aino Korpela',
        identification: 'known-contact',
        said: {
          subject: 'Förskottsskatt',
          body: 'Hej,\n\njag började som företagare i höstas och vet inte hur mycket jag ska betala i förskottsskatt. Kan jag ändra beloppet senare om inkomsterna blir mindre?\n\nHälsningar\nLinnea Björk',
        },
      },
      {
        what: 'request',
        at: { left: 200 },
        by: 'Aino Korpela',
        need: 1,
        to: 'vero-2',
        title: 'Ennakkoveron muuttaminen kesken vuoden',
        question:
          'Asiakas aloitti yrittäjänä syksyllä. Miten hän arvioi ennakkoveron ja muuttaa sitä, jos tulot jäävät arvioitua pienemmiksi? Vastaus kerrotaan ruotsiksi.',
        ground: 'Kunden gick per e-post med på att Skatteförvaltningen ser frågan om förskottsskatt',
        entries: [
          { kind: 'claimed', at: '100 min', by: 'Tuula Hautala' },
          {
            kind: 'asked-back',
            at: '90 min',
            by: 'Tuula Hautala',
            text: 'Onko asiakas jo ilmoittanut toiminnan alkamisesta ja arvioinut ensimmäisen vuoden tulot?',
          },
          {
            kind: 'replied',
            at: '65 min',
            by: 'Aino Korpela',
            text: 'On ilmoittanut syyskuussa. Tuloarvio on hänen mukaansa varovainen, ja hän haluaa tietää, miten sitä muutetaan.',
          },
        ],
      },
    ],
  },
  {
    key: 'tapio',
    title: 'Eläke Ruotsista ja eläkkeensaajan tuet',
    customer: 'tapio',
    unit: 'mallila-neuvonta',
    person: 'Aino Korpela',
    needs: [
      { organisation: 'kela', service: 'Takuueläke', words: 'Olin Ruotsissa töissä yksitoista vuotta. Mitä kaikkea pitää ilmoittaa?' },
    ],
    events: [
      {
        what: 'contact',
        at: '1 d 13.00',
        channel: 'phone',
        by: 'Aino Korpela',
        minutes: 16,
        identification: 'known-contact',
        summary: 'Työskennellyt Ruotsissa 1970-luvulla. Eläkepäätökset ovat kotona mapissa. Tarvitsee vastauksen isoilla kirjaimilla.',
        wrapUp: { reasons: ['official-wording', 'several-authorities'], how: ['support-requested'], couldSelfServe: false, guidance: 3 },
      },
      {
        what: 'request',
        at: '290 min',
        by: 'Aino Korpela',
        need: 1,
        to: 'kela-2',
        title: 'Ulkomaan eläke takuueläkkeessä',
        question:
          'Asiakas saa pientä eläkettä Suomesta ja Ruotsista. Mitkä päätökset hän liittää takuueläkehakemukseen, ja pitääkö ne kääntää?',
        ground: 'Asiakas suostui puhelimessa siihen, että Kela näkee takuueläkettä koskevan tarpeen',
        entries: [
          { kind: 'claimed', at: '285 min', by: 'Mika Ranta' },
          {
            kind: 'forwarded',
            at: '280 min',
            by: 'Mika Ranta',
            to: 'kela-3',
            text: 'Ruotsinkieliset eläkepäätökset: riittävätkö ne sellaisinaan liitteeksi, kun hakemus tehdään suomeksi?',
            entries: [{ kind: 'claimed', at: '90 min', by: 'Sari Niemi' }],
          },
        ],
      },
    ],
    steps: [
      { title: 'Kelan vastaus', who: 'authority', organisation: 'kela', need: 1 },
      { title: 'Päätökset mukaan käynnille', who: 'customer', need: 1, at: 'in 5 d 12.15' },
    ],
  },
  {
    key: 'anneli',
    title: 'Vuokra jaetussa asunnossa',
    customer: 'anneli',
    unit: 'kirkkoranta-neuvonta',
    point: 'kirkkoranta',
    person: 'Aino Korpela',
    needs: [
      { organisation: 'kela', service: 'Yleinen asumistuki', words: 'Asun kaverin kanssa samassa asunnossa, haemmeko tukea yhdessä?' },
    ],
    events: [
      {
        what: 'contact',
        at: '1 d 14.10',
        channel: 'counter',
        by: 'Aino Korpela',
        minutes: 20,
        identification: 'claimed',
        summary: 'Kaksi vuokrasopimusta samaan asuntoon. Ei varmuutta, katsotaanko asukkaat samaksi ruokakunnaksi.',
        wrapUp: { reasons: ['official-wording'], how: ['support-requested'], couldSelfServe: false, guidance: 3 },
      },
      {
        what: 'request',
        at: { left: 330 },
        by: 'Aino Korpela',
        need: 1,
        to: 'kela-2',
        toPerson: 'Mika Ranta',
        title: 'Kaksi vuokrasopimusta samaan asuntoon',
        question:
          'Asunnossa on kaksi asukasta, ja kummallakin on oma vuokrasopimus vuokranantajan kanssa. Tekevätkö he hakemuksen erikseen?',
        ground: 'Asiakas suostui tiskillä siihen, että Kela näkee asumistukea koskevan tarpeen',
        entries: [],
      },
    ],
  },
  {
    key: 'eero',
    title: 'Osa-aikatyö työnhaun aikana',
    customer: 'eero',
    unit: 'mallila-neuvonta',
    person: 'Aino Korpela',
    needs: [{ organisation: 'tyollisyysalue', service: 'Työnhaun neuvonta', words: 'Sain keikkatyötä. Mitä siitä pitää ilmoittaa?' }],
    events: [
      {
        what: 'contact',
        at: '1 d 12.40',
        channel: 'email',
        by: 'Aino Korpela',
        identification: 'known-contact',
        said: {
          subject: 'Keikkatyö',
          body: 'Hei,\n\nolen työtön ja sain kahden viikon keikan varastolta. En halua tehdä virhettä. Mihin työstä pitää ilmoittaa ja milloin?\n\nEero',
        },
      },
      {
        what: 'request',
        at: { left: 240 },
        by: 'Aino Korpela',
        need: 1,
        to: 'tyollisyysalue-2',
        title: 'Lyhyt työ työnhaun aikana',
        question:
          'Työnhakija aloittaa kahden viikon työn. Mitä hän ilmoittaa työllisyyspalveluihin ja missä vaiheessa, jotta työnhaku pysyy voimassa?',
        ground: 'Asiakas suostui sähköpostilla siihen, että työllisyysalue näkee työnhakua koskevan kysymyksen',
        entries: [{ kind: 'claimed', at: '75 min', by: 'Jari Koivula' }],
      },
    ],
  },
];
