import type { DemoMatter } from './types.ts';

/** What was finished at the advice desk: small things of today, and one of last week. */
export const closed: DemoMatter[] = [
  {
    key: 'helka',
    title: 'Kirjastokortti lapselle',
    customer: 'helka',
    unit: 'mallila-neuvonta',
    person: 'Aino Korpela',
    needs: [{ organisation: 'mallila', service: 'Kirjastokortti', words: 'Mitä lapsen korttiin tarvitaan?' }],
    events: [
      {
        what: 'contact',
        at: '34 min',
        channel: 'counter',
        by: 'Aino Korpela',
        minutes: 6,
        summary: 'Alle 15-vuotiaan kortti: huoltajan suostumus ja huoltajan henkilökortti. Lomake annettiin mukaan.',
        wrapUp: { reasons: ['cannot-find-service'], how: ['advice-given'], couldSelfServe: true, guidance: 5 },
      },
      { what: 'settled', at: '28 min', by: 'Aino Korpela', need: 1, outcome: 'handled' },
      { what: 'closed', at: '27 min', by: 'Aino Korpela' },
    ],
  },
  {
    key: 'juhani',
    title: 'Jätteen vienti mökiltä',
    customer: 'juhani',
    unit: 'mallila-neuvonta',
    person: 'Aino Korpela',
    needs: [{ organisation: 'mallila', service: 'Jäteneuvonta', words: 'Minne vanhat maalit ja ongelmajäte?' }],
    events: [
      {
        what: 'contact',
        at: '68 min',
        channel: 'phone',
        by: 'Aino Korpela',
        minutes: 4,
        summary: 'Vaarallisen jätteen vastaanottopisteet ja aukioloajat kerrottu, numero jäteneuvontaan annettu.',
        wrapUp: { reasons: ['cannot-find-service'], how: ['directed'], couldSelfServe: true, guidance: 4 },
      },
      { what: 'settled', at: '63 min', by: 'Aino Korpela', need: 1, outcome: 'handled' },
      { what: 'closed', at: '62 min', by: 'Aino Korpela' },
    ],
  },
  {
    key: 'aila-old',
    title: 'Hakemuksen liitteet Kelalle',
    customer: 'aila',
    unit: 'mallila-neuvonta',
    person: 'Aino Korpela',
    needs: [{ organisation: 'kela', service: 'Hoitotuki', words: 'Voinko jättää paperit teille?' }],
    events: [
      {
        what: 'contact',
        at: '6 d 13.20',
        channel: 'counter',
        by: 'Aino Korpela',
        minutes: 15,
        identification: 'document-seen',
        summary: 'Hakemus ja lääkärinlausunto otettiin vastaan ja välitettiin. Asiakas sai kuittauksen viitenumerosta.',
        wrapUp: { reasons: ['wants-a-person'], how: ['documents-received'], couldSelfServe: false, guidance: 5 },
      },
      { what: 'received', at: '6 d 13.25', by: 'Aino Korpela', need: 1 },
      { what: 'settled', at: '5 d 10.00', by: 'Aino Korpela', need: 1, outcome: 'initiated', receipt: 'KELA-900417' },
      { what: 'closed', at: '5 d 10.02', by: 'Aino Korpela' },
    ],
  },
];
