/** What moves the turn between the desk, the customer and the authorities, in the order it happened. */
export type Move = { at: Temporal.Instant; kind: 'came' | 'left' | 'asked' | 'asked-back' | 'replied' | 'answered' | 'handed-over' };

export type Turn = { awaits: 'us' | 'customer' | 'authority'; since: Temporal.Instant; dueAt: Temporal.Instant | null };

/** Whose turn a matter is after these moves, as the services would have left it. `promise`: by when a unit answers what came then. */
export function turnAfter(arrivedAt: Temporal.Instant, moves: Move[], promise: (from: Temporal.Instant) => Temporal.Instant | null): Turn {
  let turn: Turn = { awaits: 'us', since: arrivedAt, dueAt: promise(arrivedAt) };
  let asked = 0;
  const ours = (at: Temporal.Instant): Turn => (turn.awaits === 'us' ? turn : { awaits: 'us', since: at, dueAt: promise(at) });
  const theirs = (at: Temporal.Instant): Turn => (turn.awaits === 'authority' ? turn : { awaits: 'authority', since: at, dueAt: null });
  for (const { at, kind } of moves.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))) {
    if (kind === 'asked') asked += 1;
    if (kind === 'answered') asked -= 1;
    if (kind === 'came' || kind === 'asked-back' || kind === 'answered') turn = ours(at);
    if (kind === 'asked' || kind === 'replied') turn = theirs(at);
    if (kind === 'left' && turn.awaits === 'us') turn = { awaits: asked > 0 ? 'authority' : 'customer', since: at, dueAt: null };
    if (kind === 'handed-over') turn = { awaits: 'us', since: turn.since, dueAt: promise(at) };
  }
  return turn;
}
