import type { Judged } from './score.ts';

/**
 * Situations as residents tell them at the demo municipality, and which of its services answer (by the seed's keys; 3 exactly, 2 clearly
 * helpful, 1 related). `before`: written before anything was tuned for situations; `after`: by the same hand once the word tables were closed,
 * in other words. Neither is looked at one by one: only the sums are read.
 */
type Told = readonly [query: string, relevant: string];

const finnish: readonly Told[] = [
  [
    'isä ei selviä enää yksin kotona',
    'kotihoito 3, omaishoito 2, hoitotuki 2, edunvalvontavaltuutus 1, omaishoitajien-tuki 1, kuljetuspalvelu 1',
  ],
  ['sain uuden asunnon ja pitäisi kertoa uusi osoite', 'muuttoilmoitus 3'],
  ['mieheni kuoli viime viikolla, mitä minun täytyy tehdä', 'sukuselvitys 3, perukirja 3, leskenelake 3'],
  ['meille syntyy vauva keväällä', 'neuvola 3, vanhempainpaivaraha 3, aitiysavustus 3, lapsilisa 2, varhaiskasvatus 1'],
  [
    'rahat loppuivat kesken kuun eikä ole ruokaa',
    'ruoka-apu 3, toimeentulotuki 3, taydentava-toimeentulotuki 2, talous-ja-velkaneuvonta 1',
  ],
  ['sain potkut töistä', 'tyonhaku 3, tyottomyysetuus 3, asumistuki 1, toimeentulotuki 1, verokortti 1'],
  [
    'vuokra on liian kallis eläkkeeseeni nähden',
    'elakkeensaajan-asumistuki 3, takuuelake 2, vuokra-asunnot 2, toimeentulotuki 1, asumistuki 1',
  ],
  ['ex ei maksa lapsesta sovittua summaa', 'elatustuki 3, lastenvalvoja 2, ulosotto 1, oikeusapu 1'],
  ['haluamme erota vaimoni kanssa', 'avioero 3, lastenvalvoja 2, oikeusapu 1'],
  ['lompakko varastettiin ja siinä oli kaikki kortit', 'rikosilmoitus 3, henkilokortti 2, ajokortti 2, sosiaaliturva 1, kirjasto 1'],
  ['selkä on niin kipeä etten voi mennä töihin moneen viikkoon', 'sairauspaivaraha 3, terveysasema 3, kuntoutusraha 2'],
  ['en osaa käyttää uutta kännykkää', 'digituki 3, digiapu 3, neuvonta 1'],
  [
    'laskut jäävät maksamatta ja perintäfirma uhkaa',
    'talous-ja-velkaneuvonta 3, ulosotto 2, toimeentulotuki 2, taydentava-toimeentulotuki 2, oikeusapu 1',
  ],
  [
    'hoidan muistisairasta vaimoani ja olen aivan uupunut',
    'omaishoito 3, omaishoitajien-tuki 3, kotihoito 2, mielenterveys 1, hoitotuki 1',
  ],
  ['lähdemme ulkomaille lomalle ja passi on vanhentunut', 'passi 3, henkilokortti 2'],
  ['tytär täyttää pian vuoden ja palaan töihin, mihin hänet saa hoitoon', 'varhaiskasvatus 3'],
  ['koulumatka on pitkä ja ekaluokkalainen ei voi kävellä', 'koulukuljetus 3, joukkoliikenne 1'],
  ['en pääse bussiin pyörätuolilla kauppaan', 'kuljetuspalvelu 3, joukkoliikenne 2'],
  ['kadulla on pimeää kun lamppu ei pala', 'katuviat 3'],
  ['minne vien vanhan pesukoneen', 'jateneuvonta 3'],
  ['missä saan kopioitua paperin', 'kirjasto 3, neuvonta 2'],
  ['olen masentunut enkä jaksa nousta sängystä', 'mielenterveys 3, terveysasema 2, sairauspaivaraha 1'],
  ['haluaisin perustaa oman kampaamon', 'starttiraha 3, ennakkovero 2, tyonhaku 1'],
  ['isoäiti ei enää ymmärrä raha-asioitaan', 'edunvalvonta 3, edunvalvontavaltuutus 3, valtuudet 2'],
  ['voiko poikani hoitaa puolestani asioita netissä', 'valtuudet 3, edunvalvontavaltuutus 2, digituki 1'],
  ['pääsin opiskelemaan yliopistoon', 'opintotuki 3, asumistuki 1, joukkoliikenne 1'],
  ['menemme naimisiin kesällä', 'avioliitto 3, sukunimen-muuttaminen 2'],
  ['entinen mies uhkailee eikä saa tietää missä asun', 'turvakielto 3, rikosilmoitus 2, oikeusapu 1'],
  ['jään ensi vuonna pois töistä kun tulee ikä täyteen', 'kansanelake 3, takuuelake 2, elakkeensaajan-asumistuki 1, verokortti 1'],
  ['sain ylimääräistä työtä ja veroprosentti on väärä', 'verokortti 3, ennakkovero 1, veroilmoitus 1'],
];

const swedish: readonly Told[] = [
  [
    'min mamma klarar sig inte längre ensam hemma',
    'kotihoito 3, omaishoito 2, hoitotuki 2, edunvalvontavaltuutus 1, omaishoitajien-tuki 1, kuljetuspalvelu 1',
  ],
  ['jag har bytt bostad', 'muuttoilmoitus 3'],
  ['min man dog förra veckan', 'sukuselvitys 3, perukirja 3, leskenelake 3'],
  ['vi väntar barn', 'neuvola 3, vanhempainpaivaraha 3, aitiysavustus 3, lapsilisa 2'],
  ['jag har blivit uppsagd från jobbet', 'tyonhaku 3, tyottomyysetuus 3, asumistuki 1'],
  ['pengarna tog slut och jag har ingen mat', 'ruoka-apu 3, toimeentulotuki 3, taydentava-toimeentulotuki 2, talous-ja-velkaneuvonta 1'],
  ['någon har stulit min cykel', 'rikosilmoitus 3'],
  ['jag kan inte betala mina räkningar', 'talous-ja-velkaneuvonta 3, toimeentulotuki 2, ulosotto 2, taydentava-toimeentulotuki 2'],
  ['var kan jag skriva ut ett papper', 'kirjasto 3, neuvonta 2'],
  ['hyran är för dyr för oss', 'asumistuki 3, toimeentulotuki 2, vuokra-asunnot 2, elakkeensaajan-asumistuki 1'],
  ['jag mår psykiskt dåligt', 'mielenterveys 3, terveysasema 2'],
  ['gatlampan lyser inte utanför vårt hus', 'katuviat 3'],
  ['dottern ska börja på dagis', 'varhaiskasvatus 3'],
  ['jag förstår mig inte på datorer', 'digituki 3, digiapu 3'],
  ['vi ska gifta oss i sommar', 'avioliitto 3, sukunimen-muuttaminen 2'],
];

const english: readonly Told[] = [
  [
    'my father cannot cope at home any more',
    'kotihoito 3, omaishoito 2, hoitotuki 2, edunvalvontavaltuutus 1, omaishoitajien-tuki 1, kuljetuspalvelu 1',
  ],
  ['we are moving house next month', 'muuttoilmoitus 3, asumistuki 1, vuokra-asunnot 1, joukkoliikenne 1'],
  ['my wife has died', 'sukuselvitys 3, perukirja 3, leskenelake 3'],
  ['I am pregnant', 'neuvola 3, vanhempainpaivaraha 3, aitiysavustus 3, lapsilisa 1'],
  ['I lost my job', 'tyonhaku 3, tyottomyysetuus 3, asumistuki 1, toimeentulotuki 1'],
  ['I have no money for food', 'ruoka-apu 3, toimeentulotuki 3, taydentava-toimeentulotuki 2, talous-ja-velkaneuvonta 1'],
  ['I just arrived in Finland and need a personal number', 'henkilotunnus 3, kotikunta 2, kotoutuminen 1, sosiaaliturva 1, verokortti 1'],
  ['where can I learn Finnish', 'kotoutuminen 3, kielikahvila 3'],
  ['my phone was stolen', 'rikosilmoitus 3'],
  ['I got too ill to work', 'sairauspaivaraha 3, terveysasema 2, kuntoutusraha 2'],
  ['my ex husband does not let me see our children', 'lastenvalvoja 3, oikeusapu 2, avioero 1'],
  ['the rent is too high for my income', 'asumistuki 3, toimeentulotuki 2, vuokra-asunnot 2, elakkeensaajan-asumistuki 1'],
  ['how do I get rid of an old sofa', 'jateneuvonta 3'],
  ['I feel anxious and cannot sleep', 'mielenterveys 3, terveysasema 2'],
  ['I look after my disabled husband at home', 'omaishoito 3, omaishoitajien-tuki 3, kotihoito 2, kuljetuspalvelu 1, hoitotuki 1'],
];

const nothing = {
  fi: ['mikä on maailman korkein vuori', 'auton renkaiden vaihto', 'miten leivotaan pulla', 'kissan ruokinta'],
  sv: ['vem vann matchen igår', 'billiga resor till grekland'],
  en: ['how to cook rice', 'latest film reviews', 'repair my dishwasher'],
};

const finnishAfter: readonly Told[] = [
  [
    'papan kunto on mennyt niin huonoksi ettei hän enää tule toimeen omillaan',
    'kotihoito 3, omaishoito 2, hoitotuki 2, kuljetuspalvelu 1, edunvalvontavaltuutus 1',
  ],
  ['vaihdan kaupunkia ensi kuussa', 'muuttoilmoitus 3, vuokra-asunnot 1, asumistuki 1'],
  ['anoppi on kuollut ja pankki pyytää papereita', 'sukuselvitys 3, perukirja 3'],
  ['vaimo on viimeisillään raskaana', 'vanhempainpaivaraha 3, neuvola 3, aitiysavustus 3, lapsilisa 2'],
  ['tehdas suljettiin ja koko porukka jäi kotiin', 'tyonhaku 3, tyottomyysetuus 3'],
  ['palkka ei riitä edes ruokaan', 'ruoka-apu 3, toimeentulotuki 3, asumistuki 1, taydentava-toimeentulotuki 2'],
  ['joku on käynyt autossani yöllä ja vienyt tavarat', 'rikosilmoitus 3'],
  ['lapsen isä ei ole maksanut elareita puoleen vuoteen', 'elatustuki 3, lastenvalvoja 2, ulosotto 1'],
  ['tarvitsisin lakimiestä mutta ei ole varaa', 'oikeusapu 3'],
  ['lyhtypylväs kadun kulmassa vilkkuu', 'katuviat 3'],
  ['mitä teen vanhalla jääkaapilla', 'jateneuvonta 3'],
  ['kaverin pitäisi saada suomalainen passi, hän on asunut täällä kymmenen vuotta', 'kansalaisuus 3, passi 1'],
  ['tytär alkaa opiskella lähihoitajaksi', 'opintotuki 3'],
  ['äidin muisti heikkenee, kuka maksaa jatkossa hänen laskunsa', 'edunvalvonta 3, edunvalvontavaltuutus 3, valtuudet 2, kotihoito 1'],
  ['haluan oppia lähettämään sähköpostia', 'digituki 3, digiapu 3'],
];

const swedishAfter: readonly Told[] = [
  ['farfar orkar inte sköta hemmet längre', 'kotihoito 3, hoitotuki 1, omaishoito 1'],
  ['vi packar och flyttar nästa vecka', 'muuttoilmoitus 3'],
  ['efter min hustrus död', 'sukuselvitys 3, perukirja 3, leskenelake 3'],
  ['fabriken lade ner och jag står utan arbete', 'tyonhaku 3, tyottomyysetuus 3'],
  ['barnets far betalar inte underhåll', 'elatustuki 3, lastenvalvoja 2'],
  ['vad gör jag med gamla möbler', 'jateneuvonta 3'],
  ['jag har fått ett brev från utsökningen', 'ulosotto 3, talous-ja-velkaneuvonta 2'],
  ['jag vill prata med någon om min ångest', 'mielenterveys 3, terveysasema 1'],
];

const englishAfter: readonly Told[] = [
  ['my dad is too frail to live by himself', 'kotihoito 3, omaishoito 2, hoitotuki 2, kuljetuspalvelu 1'],
  ['we are relocating to another town', 'muuttoilmoitus 3'],
  ['what to do after a relative dies', 'sukuselvitys 3, perukirja 3, leskenelake 2'],
  ['the company I worked for closed down', 'tyonhaku 3, tyottomyysetuus 3'],
  ['I owe a lot of money and cannot sleep', 'talous-ja-velkaneuvonta 3, ulosotto 2, mielenterveys 1'],
  ['someone took my bicycle', 'rikosilmoitus 3'],
  ['we got engaged and plan a wedding', 'avioliitto 3, sukunimen-muuttaminen 2'],
  ['my permit to stay is about to run out', 'oleskelulupa 3'],
  ['I would like to practise speaking Finnish with people', 'kielikahvila 3, kotoutuminen 2'],
];

export const situations: readonly Judged[] = [
  ...judged('fi', 'before', finnish),
  ...judged('sv', 'before', swedish),
  ...judged('en', 'before', english),
  ...judged('fi', 'after', finnishAfter),
  ...judged('sv', 'after', swedishAfter),
  ...judged('en', 'after', englishAfter),
  ...(['fi', 'sv', 'en'] as const).flatMap((lang) =>
    nothing[lang].map((query, at): Judged => ({ id: `none-${lang}-${at}`, lang, types: ['none'], query, relevant: {} })),
  ),
];

function judged(lang: Judged['lang'], when: 'before' | 'after', told: readonly Told[]): Judged[] {
  return told.map(([query, relevant], at) => ({ id: `${when}-${lang}-${at}`, lang, types: [when], query, relevant: graded(relevant) }));
}

function graded(relevant: string): Record<string, number> {
  const each = relevant.split(', ').map((one) => one.split(' ') as [string, string]);
  return Object.fromEntries(each.map(([key, grade]) => [key, Number(grade)]));
}
