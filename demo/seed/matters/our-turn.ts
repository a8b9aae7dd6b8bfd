import type { DemoMatter } from './types.ts';

/** What waits for Aino Korpela herself. */
export const ourTurn: DemoMatter[] = [
  {
    key: 'amina',
    title: 'Perheen kotikunta ja lapsen päivähoito',
    customer: 'amina',
    unit: 'mallila-neuvonta',
    person: 'Aino Korpela',
    needs: [
      { organisation: 'dvv', service: 'Kotikunnan rekisteröinti', words: 'Muutimme Mallilaan. Mitä papereita virasto tarvitsee?' },
      { organisation: 'mallila', service: 'Varhaiskasvatushakemus', words: 'Päiväkotipaikka nuorimmalle' },
    ],
    events: [
      {
        what: 'contact',
        at: '2 d 13.10',
        channel: 'counter',
        by: 'Aino Korpela',
        minutes: 35,
        identification: 'document-seen',
        summary:
          'Somalin tulkki puhelimessa. Käytiin läpi, mitä kotikunnan rekisteröintiin tarvitaan: passit, oleskeluluvat ja perhesuhteita koskevat todistukset. Päiväkotihakemus täytettiin yhdessä.',
        wrapUp: {
          reasons: ['no-shared-language', 'several-authorities'],
          how: ['advice-given', 'instructions-given'],
          notAlone: ['hard-language'],
          couldSelfServe: false,
          guidance: 4,
        },
      },
      {
        what: 'message',
        at: '2 d 13.50',
        by: 'Aino Korpela',
        channel: 'email',
        instruction: true,
        text: 'Hei Amina,\n\nota viraston käynnille mukaan koko perheen passit ja oleskeluluvat. Jos sinulla on avioliitosta tai lasten syntymästä todistukset, ota nekin. Ota alkuperäiset paperit, älä vain kopioita.\n\nKun olet varannut ajan, kerro se meille, niin tilaamme tulkin.',
      },
      {
        what: 'contact',
        at: '4 min',
        channel: 'email',
        identification: 'known-contact',
        unread: true,
        said: {
          subject: 'Vs: Ohjeet',
          body: 'Hei,\n\nkiitos ohjeesta. Todistus avioliitosta on arabian kielellä. Pitääkö se kääntää ja kuka kääntää? Voinko tulla lapsen kanssa?\n\nAmina',
          quoted: 'ota viraston käynnille mukaan koko perheen passit ja oleskeluluvat.',
        },
      },
    ],
    steps: [
      { title: 'Päiväkotihakemus yhdessä', who: 'customer', organisation: 'mallila', need: 2, done: '2 d 13.45' },
      { title: 'Vastaa kysymykseen todistuksen kääntämisestä', who: 'staff', need: 1 },
      { title: 'Käynti virastossa, tulkki tilattu', who: 'customer', organisation: 'dvv', need: 1, at: 'in 4 d 10.30' },
      { title: 'Päätös päivähoitopaikasta', who: 'authority', organisation: 'mallila', need: 2, deadline: 'in 30 d 15.00' },
    ],
  },
  {
    key: 'caller',
    title: 'Rahat loppuivat ennen palkkapäivää',
    customer: 'caller',
    unit: 'mallila-neuvonta',
    person: 'Aino Korpela',
    needs: [
      { organisation: 'kela', service: 'Perustoimeentulotuki', words: 'Mistä voi kysyä apua, kun rahat eivät riitä ruokaan?' },
      { organisation: 'hyvinvointialue', service: 'Täydentävä toimeentulotuki', words: 'Lapsen talvivaatteet' },
    ],
    events: [
      {
        what: 'contact',
        at: '52 min',
        channel: 'phone',
        by: 'Aino Korpela',
        minutes: 9,
        summary:
          'Ei halunnut kertoa nimeään. Kerrottiin perustoimeentulotuesta ja mistä sitä haetaan sekä hyvinvointialueen sosiaalipäivystyksestä. Soittaa uudelleen, kun on koonnut tiliotteet ja vuokrasopimuksen.',
      },
    ],
  },
  {
    key: 'pekka',
    title: 'Asukaspysäköintitunnus vanhalle autolle',
    customer: 'pekka',
    unit: 'mallila-neuvonta',
    person: 'Aino Korpela',
    needs: [{ organisation: 'mallila', service: 'Asukaspysäköintitunnus', words: 'Tunnus menee vanhaksi, en asioi netissä' }],
    events: [
      {
        what: 'contact',
        at: { left: 40 },
        channel: 'letter',
        by: 'Aino Korpela',
        identification: 'claimed',
        summary: 'Kirje: pysäköintitunnus vanhenee kuun lopussa. Pyytää lomakkeen postissa, ei käytä verkkoa.',
      },
      {
        what: 'contact',
        at: '170 min',
        channel: 'phone',
        by: 'Leo Salmi',
        minutes: 3,
        identification: 'claimed',
        summary: 'Kysyi, onko kirje tullut perille. Kerrottu, että asia on työn alla.',
      },
      { what: 'merged', at: '165 min', by: 'Aino Korpela', other: 'pekka-again' },
    ],
    steps: [
      { title: 'Lähetä lomake ja palautuskuori', who: 'staff', need: 1 },
      { title: 'Asiakas palauttaa lomakkeen', who: 'customer', need: 1, deadline: 'in 9 d 15.00' },
    ],
  },
  {
    key: 'pekka-again',
    title: 'Soitto pysäköintitunnuksesta',
    customer: 'pekka',
    unit: 'mallila-neuvonta',
    person: 'Leo Salmi',
    needs: [],
    events: [{ what: 'contact', at: '170 min', channel: 'phone', by: 'Leo Salmi', minutes: 3, summary: '' }],
    mergedInto: 'pekka',
  },
  {
    key: 'ritva',
    title: 'Äidin asioiden hoito, kun muisti heikkenee',
    customer: 'ritva',
    unit: 'mallila-neuvonta',
    person: 'Aino Korpela',
    actingFor: { name: 'Elma Koskela', ground: 'other' },
    needs: [
      {
        organisation: 'dvv',
        service: 'Edunvalvontavaltuutuksen vahvistaminen',
        words: 'Äiti teki valtuutuksen viisi vuotta sitten. Miten se otetaan käyttöön?',
      },
      { organisation: 'oikeus', service: 'Neuvonta edunvalvonnasta', words: 'Entä jos valtuutus ei riitä?' },
    ],
    events: [
      {
        what: 'contact',
        at: { left: -260 },
        channel: 'web',
        by: 'Aino Korpela',
        identification: 'claimed',
        said: {
          body: 'Äidilläni on edunvalvontavaltuutus, jossa olen valtuutettu. Äidin muisti on heikentynyt, eikä hän enää pärjää laskujen kanssa. Mitä minun pitää tehdä, että valtuutus tulee voimaan? Voitteko soittaa iltapäivällä?',
        },
      },
      { what: 'note', at: '280 min', by: 'Aino Korpela', text: 'Soitettu kahdesti, ei vastannut. Yritetään uudelleen iltapäivällä.' },
      { what: 'linked', at: '270 min', by: 'Aino Korpela', other: 'kaija' },
    ],
    steps: [
      { title: 'Soita ja käy läpi vahvistamisen vaiheet', who: 'staff', need: 1 },
      { title: 'Lääkärinlausunto ja alkuperäinen valtuutus hakemuksen liitteeksi', who: 'customer', need: 1 },
    ],
  },
  {
    key: 'katja',
    title: 'Osoitteen muuttuminen ja viranomaisten kirjeet',
    customer: 'katja',
    unit: 'mallila-neuvonta',
    person: 'Aino Korpela',
    needs: [
      {
        organisation: 'dvv',
        service: 'Neuvonta turvakiellosta',
        words: 'Mihin kaikkialle uusi osoite pitää ilmoittaa, ja mihin se ei saa näkyä?',
      },
    ],
    events: [
      {
        what: 'contact',
        at: '1 d 14.05',
        channel: 'counter',
        by: 'Aino Korpela',
        minutes: 40,
        identification: 'document-seen',
        summary:
          'Keskusteltiin erillisessä huoneessa. Kirjeet noudetaan toistaiseksi täältä. Yhteystietoja ei kirjata mihinkään vapaaseen tekstiin.',
        wrapUp: {
          reasons: ['several-authorities', 'unsure-or-afraid'],
          how: ['advice-given', 'appointment-made'],
          couldSelfServe: false,
          guidance: 4,
        },
      },
      {
        what: 'message',
        at: '1 d 14.50',
        by: 'Aino Korpela',
        channel: 'email',
        secret: true,
        text: 'Hei, kokosimme sinulle luettelon niistä viranomaisista, joille muutoksesta pitää kertoa itse. Luettelo annetaan sinulle käynnillä.',
      },
      {
        what: 'contact',
        at: '130 min',
        channel: 'phone',
        by: 'Leo Salmi',
        minutes: 2,
        identification: 'claimed',
        summary: 'Sai ilmoituksen viestistä. Tulee käymään, pyytää Ainoa paikalle.',
        wrapUp: { reasons: ['visit-required'], how: ['appointment-made'], couldSelfServe: false },
      },
    ],
    steps: [
      {
        title: 'Käynti: luettelo ja kirjeet',
        who: 'customer',
        need: 1,
        channel: 'counter',
        place: 'Mallilan palvelupiste, huone 2',
        at: 'in 1 d 10.30',
      },
    ],
  },
];
