export type Direction = 'left' | 'right' | 'ahead' | 'back' | 'up' | 'down';

export type Deed =
  | 'arrived'
  | 'called'
  | 'recalled'
  | 'serving'
  | 'parked'
  | 'returned'
  | 'moved'
  | 'continued'
  | 'finished'
  | 'no-show'
  | 'left'
  | 'later'
  | 'excluded'
  | 'matter'
  | 'needs'
  | 'undone';

export type VisitMoved = {
  pointId: string;
  deed: Deed;
  code: string;
  /** Set while the visitor is called or served. */
  counter: { id: string; name: Record<string, string>; direction: Direction | null } | null;
  /** Whether it is called by an agreed time: displays may keep those apart. */
  appointment: boolean;
  /** How many times it has been called to this counter. */
  calls: number;
  /** The language it is called in. */
  language: string;
  at: string;
};
