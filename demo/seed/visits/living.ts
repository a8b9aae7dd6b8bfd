/** Who is at the point when the demo begins; minutes before or after that moment. */

export const waiting: { queue: string; minutesAgo: number; language?: string; needs?: string[]; dueIn?: number }[] = [
  { queue: 'neuvonta', minutesAgo: 17 },
  { queue: 'neuvonta', minutesAgo: 9, language: 'sv' },
  { queue: 'neuvonta', minutesAgo: 6, needs: ['cannot-stand'] },
  { queue: 'neuvonta', minutesAgo: 2 },
  { queue: 'vastaanotto', minutesAgo: 3 },
  { queue: 'vastaanotto', minutesAgo: 1 },
  { queue: 'kela', minutesAgo: 21 },
  { queue: 'kela', minutesAgo: 12, needs: ['needs-interpreter', 'child-along'], language: 'en' },
  { queue: 'kela', minutesAgo: 4 },
  { queue: 'vero', minutesAgo: 8 },
  { queue: 'vero', minutesAgo: 5, dueIn: 10 },
  { queue: 'dvv', minutesAgo: 11 },
  { queue: 'tyo', minutesAgo: 7 },
  { queue: 'digituki', minutesAgo: 14, needs: ['vision'] },
];

/** Open counters by their place in the set-up, who sits there, and whom they serve. */
export const beingServed: { counter: number; person: string; queue: string; minutesAgo: number; waited: number; needs?: string[] }[] = [
  { counter: 2, person: 'Petri Laakso', queue: 'digituki', minutesAgo: 12, waited: 9 },
  { counter: 4, person: 'Daniel Berg', queue: 'dvv', minutesAgo: 4, waited: 16, needs: ['wheelchair'] },
];

/** Agreed times still to come. A kiosk lets them in by the code of their booking, or by their telephone number. */
export const expected: { queue: string; inMinutes: number; code: string; phone: string; language?: string; needs?: string[] }[] = [
  { queue: 'kela', inMinutes: 20, code: 'KAHVA2', phone: '050 000 2401' },
  { queue: 'vero', inMinutes: 35, code: 'PUUMA3', phone: '050 000 2402', language: 'sv' },
  { queue: 'tyo', inMinutes: 50, code: 'RATAK4', phone: '050 000 2403', needs: ['needs-interpreter'], language: 'en' },
  { queue: 'dvv', inMinutes: 80, code: 'TAKKA5', phone: '050 000 2404' },
];
