import type { CustodyEvent, DocumentRow } from '../../../server/modules/matters/documents/schema.ts';

export type DemoDocument = {
  /** The matter by its title, the need by its authority. */
  matter: string;
  organisation: string;
  kind: DocumentRow['kind'];
  title: string;
  pages: number;
  point: string;
  /** Days from today by which it goes back; negative: it should have gone back. */
  returnIn?: number;
  state: DocumentRow['state'];
  events: { kind: CustodyEvent['kind']; at: string; by: string; org?: string; place?: string; note?: string; from?: string; to?: string }[];
};

const AINO = 'Aino Korpela';
const MIKA = 'Mika Ranta';

export const demoDocuments: DemoDocument[] = [
  {
    matter: 'Kuntoutusraha opintojen ajalta',
    organisation: 'kela',
    kind: 'copy',
    title: 'Opiskelutodistus',
    pages: 2,
    point: 'mallila',
    state: 'here',
    events: [{ kind: 'received', at: '80 min', by: AINO, place: 'Lokero 4' }],
  },
  {
    matter: 'Vuokra jaetussa asunnossa',
    organisation: 'kela',
    kind: 'original',
    title: 'Vuokrasopimus',
    pages: 4,
    point: 'mallila',
    returnIn: 9,
    state: 'on-way',
    events: [
      { kind: 'received', at: '1 d 13.05', by: AINO, place: 'Kassakaappi' },
      { kind: 'handed', at: '1 d 15.30', by: AINO, to: 'kela', place: 'Kuriiri, lähetys 4471' },
    ],
  },
  {
    matter: 'Eläke Ruotsista ja eläkkeensaajan tuet',
    organisation: 'kela',
    kind: 'original',
    title: 'Työtodistukset ulkomailta',
    pages: 6,
    point: 'mallila',
    returnIn: 5,
    state: 'with-authority',
    events: [
      { kind: 'received', at: '3 d 10.20', by: AINO, place: 'Kassakaappi' },
      { kind: 'handed', at: '3 d 14.00', by: AINO, to: 'kela', place: 'Kuriiri, lähetys 4459' },
      { kind: 'signed', at: '2 d 9.40', by: MIKA, org: 'kela', place: 'Postihuone' },
    ],
  },
  {
    matter: 'Muutto ja asumisen kulut',
    organisation: 'kela',
    kind: 'original',
    title: 'Kauppakirja',
    pages: 12,
    point: 'mallila',
    returnIn: -3,
    state: 'here',
    events: [
      { kind: 'received', at: '3 d 11.10', by: AINO, place: 'Kassakaappi' },
      { kind: 'moved', at: '2 d 9.00', by: 'Leo Salmi', place: 'Lokero 2', note: 'Skannattu, odottaa omistajaansa.' },
    ],
  },
  {
    matter: 'Äidin asioiden hoito, kun muisti heikkenee',
    organisation: 'dvv',
    kind: 'original',
    title: 'Valtakirja',
    pages: 3,
    point: 'mallila',
    returnIn: 4,
    state: 'returned',
    events: [
      { kind: 'received', at: '4 d 12.30', by: AINO, place: 'Kassakaappi' },
      { kind: 'returned', at: '2 d 13.15', by: AINO },
    ],
  },
  {
    matter: 'Perheen kotikunta ja lapsen päivähoito',
    organisation: 'dvv',
    kind: 'copy',
    title: 'Todistus perhesuhteista',
    pages: 1,
    point: 'mallila',
    state: 'here',
    events: [
      { kind: 'received', at: '2 d 10.05', by: AINO, place: 'Lokero 1' },
      { kind: 'transferred', at: '1 d 9.20', by: AINO, from: 'kela', to: 'dvv', place: 'Lokero 1' },
    ],
  },
];
