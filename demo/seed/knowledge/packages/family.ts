import type { DemoPackage } from './types.ts';

export const familyPackages: DemoPackage[] = [
  {
    event: 'KE7',
    title: ['Eroan', 'Jag skiljer mig', 'I am getting divorced', 'Eroan'],
    intro: [
      'Erossa on monta asiaa yhtä aikaa. Sinun ei tarvitse tehdä kaikkea heti. Lasten asiat ja turvallisuus tulevat ensin. Jos pelkäät, kerro siitä: saat apua ja voit asioida yksin.',
      'Vid en skilsmässa är det mycket på en gång. Du behöver inte göra allt genast. Barnen och tryggheten kommer först. Om du är rädd, berätta det: du får hjälp och kan komma ensam.',
      'A divorce brings many things at once. You need not do all of them now. Children and safety come first. If you are afraid, say so: you get help and can come alone.',
      'Erossa on monta asiaa. Lapset ja turvallisuus ovat tärkeintä. Jos pelkäät, kerro siitä.',
    ],
    steps: [
      {
        service: 'avioero',
        channel: 'web',
        title: ['Jätä avioerohakemus', 'Lämna in skilsmässoansökan', 'File the application for divorce', 'Tee erohakemus'],
      },
      {
        service: 'lastenvalvoja',
        channel: 'phone',
        title: [
          'Sopikaa lasten asumisesta, tapaamisista ja elatuksesta',
          'Kom överens om barnens boende, umgänge och underhåll',
          'Agree on where children live, contact and maintenance',
          'Sopikaa lasten asioista',
        ],
      },
      {
        service: 'muuttoilmoitus',
        channel: 'web',
        days: 7,
        title: [
          'Tee muuttoilmoitus, kun muutat',
          'Gör flyttanmälan när du flyttar',
          'Notify your move when you move',
          'Kun muutat, tee muuttoilmoitus',
        ],
      },
      {
        service: 'asumistuki',
        channel: 'web',
        days: 30,
        title: [
          'Hae asumistukea uuteen kotiin',
          'Sök bostadsbidrag för det nya hemmet',
          'Apply for housing allowance for the new home',
          'Hae asumistukea',
        ],
      },
      {
        service: 'lapsilisa',
        channel: 'web',
        title: [
          'Sopikaa, kumpi saa lapsilisän',
          'Kom överens om vem som får barnbidraget',
          'Agree which of you receives child benefit',
          'Sopikaa, kumpi saa lapsilisän',
        ],
      },
      {
        service: 'elatustuki',
        channel: 'web',
        title: [
          'Hae elatustukea, jos elatusta ei makseta',
          'Sök underhållsstöd om underhåll inte betalas',
          'Apply for maintenance allowance if support is not paid',
          'Hae elatustukea, jos toinen ei maksa',
        ],
      },
      {
        service: 'avioero',
        channel: 'web',
        days: 365,
        title: ['Hae eron toista vaihetta', 'Ansök om det andra skedet', 'Apply for the second stage of the divorce', 'Hae eroa uudestaan'],
        note: [
          'Kuuden kuukauden harkinta-ajan jälkeen, viimeistään vuoden kuluttua.',
          'Efter sex månaders betänketid, senast efter ett år.',
          'After the six-month reconsideration period, within a year at the latest.',
          'Odota 6 kuukautta ja hae sitten.',
        ],
      },
    ],
  },
  {
    event: 'KE14',
    title: ['Läheinen on kuollut', 'En närstående har avlidit', 'Someone close to me has died', 'Läheinen on kuollut'],
    intro: [
      'Otamme osaa. Ensimmäisinä päivinä ei tarvitse tehdä paljon. Viranomaiset saavat tiedon kuolemasta terveydenhuollosta. Tässä järjestyksessä asiat etenevät, ja saat apua jokaisessa kohdassa.',
      'Vi deltar i sorgen. De första dagarna behöver du inte göra mycket. Myndigheterna får uppgift om dödsfallet av hälsovården. I den här ordningen går det vidare, och du får hjälp i varje skede.',
      'We are sorry for your loss. In the first days there is little you must do. Authorities learn of the death from the health service. This is the order in which things go on, and you get help at each point.',
      'Otamme osaa. Alussa sinun ei tarvitse tehdä paljon. Lääkäri ilmoittaa kuolemasta.',
    ],
    steps: [
      {
        title: [
          'Sovi hautauksesta ja ilmoita läheisille',
          'Ordna begravningen och berätta för de närmaste',
          'Arrange the funeral and tell those close',
          'Järjestä hautajaiset',
        ],
        note: [
          'Hautaustoimisto ja seurakunta auttavat.',
          'Begravningsbyrån och församlingen hjälper.',
          'The funeral director and parish help.',
          'Hautaustoimisto auttaa.',
        ],
      },
      {
        service: 'sukuselvitys',
        channel: 'web',
        days: 30,
        title: ['Tilaa sukuselvitys', 'Beställ släktutredningen', 'Order the report on family relationships', 'Tilaa todistus suvusta'],
      },
      {
        title: [
          'Ota yhteyttä pankkeihin ja vakuutusyhtiöihin',
          'Kontakta bankerna och försäkringsbolagen',
          'Contact the banks and insurance companies',
          'Ota yhteyttä pankkiin',
        ],
        note: [
          'Kysy, miten pesän laskut maksetaan.',
          'Fråga hur dödsboets räkningar betalas.',
          'Ask how the estate’s bills are paid.',
          'Kysy, miten laskut maksetaan.',
        ],
        days: 30,
      },
      {
        service: 'leskenelake',
        channel: 'web',
        days: 180,
        title: ['Hae perhe-eläkettä', 'Sök familjepension', 'Apply for survivors’ pension', 'Hae eläkettä leskelle tai lapselle'],
      },
      {
        service: 'perukirja',
        channel: 'letter',
        days: 90,
        title: ['Pidä perunkirjoitus', 'Håll bouppteckningen', 'Hold the estate inventory', 'Tee perunkirjoitus'],
        note: [
          'Kolmen kuukauden kuluessa. Lisäaikaa voi pyytää ennen määräaikaa.',
          'Inom tre månader. Förlängning kan begäras före tidsfristen.',
          'Within three months. More time can be asked for before that.',
          'Tee se 3 kuukauden kuluessa.',
        ],
      },
      {
        service: 'oikeusapu',
        channel: 'phone',
        title: [
          'Pyydä oikeusapua, jos perinnönjaosta tulee riita',
          'Be om rättshjälp om det blir tvist om arvet',
          'Ask for legal aid if there is a dispute over the estate',
          'Jos tulee riita, pyydä lakimiestä',
        ],
      },
    ],
  },
];
