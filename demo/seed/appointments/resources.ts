import type { ResourceKind } from '../../../server/modules/appointments/capacity/types.ts';

/** Who and what the demo's appointments take, and when they are there. `person`: one of the demo's people. */
export type DemoResource = {
  kind: ResourceKind;
  organisation: string;
  point?: string;
  person?: string;
  name: string;
  features?: string[];
  languages?: string[];
  services?: string[];
  shifts: Shift[];
};
type Shift = { days: number[]; opens: string; closes: string; point?: string; everyWeeks?: number; languages?: string[] };

const WEEK = [1, 2, 3, 4, 5];
const shift = (days: number[], opens: string, closes: string, more: Partial<Shift> = {}): Shift => ({ days, opens, closes, ...more });
const mallila = { kind: 'person', organisation: 'mallila', point: 'mallila' } as const;
const visiting = { kind: 'person', point: 'mallila' } as const;

/** Who is away on a day on which customers have booked. */
export const ILL = 'Jari Koivula';
/** A Monday: every second week is counted from it. */
export const ANCHOR = '2026-01-05';

export const resources: DemoResource[] = [
  {
    ...{ ...mallila, person: 'Aino Korpela', name: 'Aino Korpela', languages: ['fi', 'en'], services: ['neuvonta'] },
    shifts: [
      shift([1, 2, 4], '09:00', '12:00', { point: 'mallila' }),
      shift([3], '10:00', '15:00', { point: 'kirkkoranta', everyWeeks: 2 }),
    ],
  },
  {
    ...{ ...mallila, person: 'Ebba Nylund', name: 'Ebba Nylund', languages: ['sv', 'fi', 'en'], services: ['neuvonta', 'digituki'] },
    shifts: [shift([2, 3], '12:30', '15:30', { point: 'mallila' }), shift([4], '12:30', '15:30', { point: 'mallila', languages: ['sv'] })],
  },
  {
    ...{ ...mallila, person: 'Petri Laakso', name: 'Petri Laakso', languages: ['fi'], services: ['digituki'] },
    shifts: [shift([1, 3, 5], '09:00', '14:15', { point: 'mallila' }), shift([4], '12:00', '16:30', { point: 'kirkkoranta' })],
  },
  {
    ...{ ...visiting, organisation: 'kela', person: 'Mika Ranta', name: 'Mika Ranta', languages: ['fi', 'en'], services: ['etuudet'] },
    shifts: [shift(WEEK, '09:00', '11:30'), shift([1, 3], '12:30', '15:00')],
  },
  {
    ...{ ...visiting, organisation: 'kela', person: 'Sari Niemi', name: 'Sari Niemi', languages: ['fi'], services: ['kuntoutus'] },
    shifts: [shift([2], '09:00', '15:00', { everyWeeks: 2 })],
  },
  {
    ...{
      ...visiting,
      organisation: 'dvv',
      person: 'Daniel Berg',
      name: 'Daniel Berg',
      languages: ['sv', 'fi', 'en'],
      services: ['maahanmuutto'],
    },
    shifts: [shift([1, 2, 4], '10:00', '15:00')],
  },
  {
    ...{
      ...visiting,
      organisation: 'vero',
      person: 'Tuula Hautala',
      name: 'Tuula Hautala',
      languages: ['fi', 'sv'],
      services: ['vero', 'kuolinpesa'],
    },
    shifts: [shift([2, 4], '09:00', '15:00'), shift([5], '09:00', '12:00')],
  },
  {
    ...{
      ...visiting,
      organisation: 'tyollisyysalue',
      person: 'Jari Koivula',
      name: 'Jari Koivula',
      languages: ['fi', 'en'],
      services: ['alkuhaastattelu'],
    },
    shifts: [shift([1, 3, 5], '09:00', '15:00')],
  },
  {
    ...{
      kind: 'person',
      organisation: 'hyvinvointialue',
      point: 'mallila',
      name: 'Sosiaaliohjaaja',
      languages: ['fi', 'sv'],
      services: ['sosiaaliohjaus'],
    },
    shifts: [shift([1, 5], '09:00', '14:00', { point: 'mallila' }), shift([3], '10:00', '15:00', { point: 'kirkkoranta' })],
  },
  {
    ...{ kind: 'person', organisation: 'mallila', name: 'Etäneuvoja', languages: ['fi', 'sv', 'en'], services: ['etaneuvonta'] },
    shifts: [shift(WEEK, '09:00', '12:00'), shift([2, 4], '13:00', '17:00')],
  },
  {
    ...{ kind: 'person', organisation: 'oikeus', name: 'Oikeusavustaja', languages: ['fi', 'sv', 'en'], services: ['oikeusapu'] },
    shifts: [shift([2, 4], '10:00', '14:00')],
  },
  { kind: 'room', organisation: 'mallila', point: 'mallila', name: 'Huone 4', features: ['accessible', 'hearing-loop'], shifts: [] },
  { kind: 'room', organisation: 'mallila', point: 'mallila', name: 'Huone 5', shifts: [] },
  { kind: 'room', organisation: 'mallila', point: 'kirkkoranta', name: 'Huone 1', features: ['accessible'], shifts: [] },
  { kind: 'remote-desk', organisation: 'mallila', point: 'mallila', name: 'Etäpiste', features: ['accessible'], shifts: [] },
  {
    kind: 'remote-desk',
    organisation: 'mallila',
    point: 'palvelubussi',
    name: 'Etähuone',
    features: ['accessible', 'hearing-loop'],
    shifts: [],
  },
  {
    ...{
      kind: 'person',
      organisation: 'mallila',
      point: 'palvelubussi',
      name: 'Bussin neuvoja',
      languages: ['fi', 'sv'],
      services: ['neuvonta'],
    },
    shifts: [shift([2, 4], '09:00', '14:00')],
  },
  {
    kind: 'interpreter',
    organisation: 'mallila',
    name: 'Tulkki, arabia ja somali',
    languages: ['ar', 'so'],
    shifts: [shift(WEEK, '09:00', '15:00')],
  },
  {
    kind: 'interpreter',
    organisation: 'mallila',
    name: 'Tulkki, ukraina ja venäjä',
    languages: ['uk', 'ru'],
    shifts: [shift([2, 3, 4], '09:00', '16:00')],
  },
];
