import type { DemoChannel } from '../types.ts';
import { callBack, eightToFour, mornings, nineToFour, nineToThree } from './lines.ts';
import { openOn, phone, type Three, weekdays } from './making.ts';
import { cityLines, regionLines } from './phones-region.ts';

const kelaLine: Three = [
  'Saat apua hakemiseen ja voit kysyä, missä hakemuksesi on menossa. Pidä henkilötunnus esillä.',
  'Du får hjälp att ansöka och kan fråga hur det går med din ansökan. Ha din personbeteckning till hands.',
  'Get help in applying and ask how your application is getting on. Have your personal identity code at hand.',
];

const stateLines: DemoChannel[] = [
  phone(
    ['dvv-puhelin', 'dvv'],
    '019 000 3100',
    nineToThree,
    ['Väestötietojen puhelinpalvelu', 'Befolkningsuppgifternas telefontjänst', 'Population data phone service'],
    callBack,
  ),
  phone(
    ['vero-puhelin', 'vero'],
    '019 000 3200',
    nineToFour,
    ['Henkilöverotuksen puhelinpalvelu', 'Telefontjänst för personbeskattning', 'Personal tax phone service'],
    callBack,
  ),
  phone(
    ['vero-perintopuhelin', 'vero'],
    '019 000 3210',
    nineToFour,
    ['Perintöverotuksen puhelinpalvelu', 'Telefontjänst för arvsbeskattning', 'Inheritance tax phone service'],
    callBack,
  ),
  phone(
    ['poliisi-lupapuhelin', 'poliisi'],
    '019 000 3300',
    nineToFour,
    ['Lupa-asioiden puhelinneuvonta', 'Telefonrådgivning i tillståndsärenden', 'Phone advice on licences'],
    [
      'Neuvoa passista ja henkilökortista. Hakemusta ei tehdä puhelimessa.',
      'Råd om pass och identitetskort. Ansökan görs inte per telefon.',
      'Advice on passports and identity cards. Applications are not made by phone.',
    ],
  ),
  phone(
    ['poliisi-neuvonta', 'poliisi'],
    '019 000 3310',
    eightToFour,
    ['Poliisin neuvonta', 'Polisens rådgivning', 'Police advice line'],
    [
      'Neuvoa kiireettömässä asiassa. Hädässä soita 112.',
      'Råd i ärenden som inte är brådskande. Ring 112 i nödfall.',
      'Advice when it is not urgent. In an emergency call 112.',
    ],
  ),
  phone(
    ['migri-puhelin', 'migri'],
    '019 000 3400',
    openOn(weekdays('10:00', '11:00')),
    ['Maahanmuuton puhelinneuvonta', 'Telefonrådgivning om invandring', 'Immigration phone advice'],
    [
      'Yleistä neuvontaa luvista suomeksi, ruotsiksi ja englanniksi.',
      'Allmän rådgivning om tillstånd på finska, svenska och engelska.',
      'General advice on permits in Finnish, Swedish and English.',
    ],
  ),
  phone(
    ['oikeusapu-puhelin', 'oikeus'],
    '019 000 3500',
    nineToThree,
    ['Oikeusaputoimiston ajanvaraus', 'Rättshjälpsbyråns tidsbokning', 'Legal aid office bookings'],
    callBack,
  ),
  phone(
    ['edunvalvonta-puhelin', 'oikeus'],
    '019 000 3510',
    mornings,
    ['Edunvalvonnan neuvonta', 'Rådgivning om intressebevakning', 'Guardianship advice'],
    callBack,
  ),
  phone(
    ['velkaneuvonta-puhelin', 'oikeus'],
    '019 000 3520',
    mornings,
    ['Talous- ja velkaneuvonnan ajanvaraus', 'Ekonomi- och skuldrådgivningens tidsbokning', 'Debt counselling bookings'],
    [
      'Neuvonta on maksutonta ja luottamuksellista.',
      'Rådgivningen är avgiftsfri och konfidentiell.',
      'The advice is free and confidential.',
    ],
  ),
  phone(
    ['ulosotto-puhelin', 'ulosotto'],
    '019 000 3600',
    nineToThree,
    ['Ulosoton asiakaspalvelu', 'Utsökningens kundtjänst', 'Enforcement customer service'],
    [
      'Pidä kirje esillä: kysymme asianumeroa.',
      'Ha brevet till hands: vi frågar efter ärendenumret.',
      'Have your letter at hand: we ask for the case number.',
    ],
  ),
  phone(
    ['karajaoikeus-puhelin', 'karajaoikeus'],
    '019 000 3700',
    eightToFour,
    ['Käräjäoikeuden asiakaspalvelu', 'Tingsrättens kundtjänst', 'District court customer service'],
    [
      'Neuvoo hakemuksen tekemisessä. Ei anna oikeudellisia neuvoja.',
      'Ger råd om hur ansökan görs. Ger inte juridiska råd.',
      'Advises on how to apply. Gives no legal advice.',
    ],
  ),
  phone(
    ['traficom-puhelin', 'traficom'],
    '019 000 3800',
    nineToFour,
    ['Ajokorttiasioiden neuvonta', 'Rådgivning i körkortsärenden', 'Driving licence advice'],
    callBack,
  ),
  phone(
    ['aluetoimisto-puhelin', 'puolustusvoimat'],
    '019 000 3900',
    eightToFour,
    ['Aluetoimiston neuvonta', 'Regionalbyråns rådgivning', 'Regional office advice'],
    callBack,
  ),
];

const kela = (key: string, last: string, name: Three) => phone([key, 'kela'], `019 000 40${last}`, nineToFour, name, kelaLine);
const kelaLines: DemoChannel[] = [
  kela('kela-asumisen-puhelin', '10', ['Kelan puhelinpalvelu: asuminen', 'FPA:s telefontjänst: boende', 'Kela phone service: housing']),
  kela('kela-toimeentulo-puhelin', '20', [
    'Kelan puhelinpalvelu: toimeentulotuki',
    'FPA:s telefontjänst: utkomststöd',
    'Kela phone service: social assistance',
  ]),
  kela('kela-tyottomyys-puhelin', '30', [
    'Kelan puhelinpalvelu: työttömyys',
    'FPA:s telefontjänst: arbetslöshet',
    'Kela phone service: unemployment',
  ]),
  kela('kela-opiskelija-puhelin', '40', [
    'Kelan puhelinpalvelu: opiskelijat',
    'FPA:s telefontjänst: studerande',
    'Kela phone service: students',
  ]),
  kela('kela-perhe-puhelin', '50', [
    'Kelan puhelinpalvelu: lapsiperheet',
    'FPA:s telefontjänst: barnfamiljer',
    'Kela phone service: families',
  ]),
  kela('kela-sairaus-puhelin', '60', [
    'Kelan puhelinpalvelu: sairaus ja kuntoutus',
    'FPA:s telefontjänst: sjukdom och rehabilitering',
    'Kela phone service: illness and rehabilitation',
  ]),
  kela('kela-elake-puhelin', '70', ['Kelan puhelinpalvelu: eläkkeet', 'FPA:s telefontjänst: pensioner', 'Kela phone service: pensions']),
  kela('kela-kansainvalinen-puhelin', '80', [
    'Kelan puhelinpalvelu: muutto Suomeen ja ulkomaille',
    'FPA:s telefontjänst: flytt till Finland och utomlands',
    'Kela phone service: moving to and from Finland',
  ]),
];

export const phones: DemoChannel[] = [...stateLines, ...kelaLines, ...regionLines, ...cityLines];
