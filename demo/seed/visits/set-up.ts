import type { Names } from '../../../server/modules/directory/types.ts';

/** How Mallila's service point is set up for visits. Letters tell nothing of whose queue it is. */
export type DemoQueue = {
  key: string;
  organisation: string;
  kind: 'authority' | 'service' | 'situation' | 'reception';
  prefix: string;
  name: Names;
  atKiosk?: false;
  /** What a visit takes, in minutes, and how many come on an ordinary day. */
  minutes: number;
  visitors: number;
};

export const queues: DemoQueue[] = [
  {
    key: 'vastaanotto',
    organisation: 'mallila',
    kind: 'reception',
    prefix: 'A',
    name: { fi: 'Vastaanotto', sv: 'Reception', en: 'Reception desk' },
    minutes: 5,
    visitors: 44,
  },
  {
    key: 'neuvonta',
    organisation: 'mallila',
    kind: 'service',
    prefix: 'B',
    name: { fi: 'Palveluneuvonta', sv: 'Servicerådgivning', en: 'Service advice' },
    minutes: 13,
    visitors: 28,
  },
  {
    key: 'digituki',
    organisation: 'mallila',
    kind: 'service',
    prefix: 'D',
    name: { fi: 'Digituki', sv: 'Digitalt stöd', en: 'Digital support' },
    minutes: 20,
    visitors: 10,
  },
  {
    key: 'kela',
    organisation: 'kela',
    kind: 'authority',
    prefix: 'G',
    name: { fi: 'Kela', sv: 'FPA', en: 'Kela (social insurance)' },
    minutes: 15,
    visitors: 24,
  },
  {
    key: 'dvv',
    organisation: 'dvv',
    kind: 'authority',
    prefix: 'H',
    name: { fi: 'Digi- ja väestötiedot', sv: 'Digitalisering och befolkningsdata', en: 'Digital and population data' },
    minutes: 11,
    visitors: 25,
  },
  {
    key: 'vero',
    organisation: 'vero',
    kind: 'authority',
    prefix: 'J',
    name: { fi: 'Verotus', sv: 'Beskattning', en: 'Taxes' },
    minutes: 13,
    visitors: 15,
  },
  {
    key: 'tyo',
    organisation: 'tyollisyysalue',
    kind: 'authority',
    prefix: 'L',
    name: { fi: 'Työllisyyspalvelut', sv: 'Sysselsättningstjänster', en: 'Employment services' },
    minutes: 22,
    visitors: 10,
  },
];

export type DemoCounter = {
  name: Names;
  kind: 'desk' | 'room' | 'safety' | 'meeting' | 'remote';
  direction: 'left' | 'right' | 'ahead' | 'back' | 'up' | 'down';
  suits?: string[];
  queues: string[];
  /** When it has been open on the days that were: minutes from nine. */
  shifts: [from: number, until: number][];
  /** Who has served there, in turns. */
  staff: string[];
};

const desk = (number: number): Names => ({ fi: `Tiski ${number}`, sv: `Disk ${number}`, en: `Desk ${number}` });
const room = (number: number): Names => ({ fi: `Huone ${number}`, sv: `Rum ${number}`, en: `Room ${number}` });

export const counters: DemoCounter[] = [
  {
    name: desk(1),
    kind: 'desk',
    direction: 'ahead',
    suits: ['wheelchair'],
    queues: ['vastaanotto', 'neuvonta'],
    shifts: [[0, 420]],
    staff: ['Leo Salmi', 'Aino Korpela'],
  },
  {
    name: desk(2),
    kind: 'desk',
    direction: 'ahead',
    queues: ['neuvonta', 'vastaanotto'],
    shifts: [
      [15, 135],
      [225, 375],
    ],
    staff: ['Aino Korpela', 'Ebba Nylund', 'Riitta Harju'],
  },
  {
    name: desk(3),
    kind: 'desk',
    direction: 'left',
    queues: ['digituki', 'neuvonta'],
    shifts: [
      [0, 165],
      [210, 420],
    ],
    staff: ['Petri Laakso', 'Ebba Nylund'],
  },
  {
    name: room(4),
    kind: 'room',
    direction: 'left',
    suits: ['wheelchair', 'private-room'],
    queues: ['kela'],
    shifts: [
      [0, 180],
      [210, 420],
    ],
    staff: ['Mika Ranta'],
  },
  {
    name: room(5),
    kind: 'room',
    direction: 'right',
    queues: ['dvv'],
    shifts: [
      [0, 150],
      [195, 390],
    ],
    staff: ['Daniel Berg'],
  },
  {
    name: room(6),
    kind: 'room',
    direction: 'right',
    queues: ['vero', 'tyo'],
    shifts: [
      [0, 165],
      [210, 420],
    ],
    staff: ['Tuula Hautala', 'Jari Koivula'],
  },
  {
    name: { fi: 'Huone 7', sv: 'Rum 7', en: 'Room 7' },
    kind: 'safety',
    direction: 'back',
    suits: ['private-room'],
    queues: ['kela', 'tyo'],
    shifts: [[30, 150]],
    staff: ['Sari Niemi', 'Jari Koivula'],
  },
  {
    name: { fi: 'Etähuone 8', sv: 'Distansrum 8', en: 'Remote room 8' },
    kind: 'remote',
    direction: 'up',
    suits: ['quiet-space'],
    queues: ['vero', 'dvv', 'tyo'],
    shifts: [[210, 330]],
    staff: ['Jari Koivula', 'Tuula Hautala'],
  },
];

/** Kirkkoranta: one queue at one desk, set up and quiet. */
export const sideQueues: Omit<DemoQueue, 'visitors'>[] = [
  {
    key: 'kirkkoranta',
    organisation: 'mallila',
    kind: 'reception',
    prefix: 'F',
    name: { fi: 'Vastaanotto', sv: 'Reception', en: 'Reception desk' },
    minutes: 12,
  },
];

export const sideCounters: Omit<DemoCounter, 'shifts' | 'staff'>[] = [
  { name: desk(1), kind: 'desk', direction: 'ahead', queues: ['kirkkoranta'] },
];
