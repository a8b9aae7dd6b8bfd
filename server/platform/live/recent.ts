import type { PublishedEvent } from '../events/event.ts';

export interface Delivered {
  event: PublishedEvent;
  /** See `FeedBatch.floor`, as it was when the event was delivered. */
  floor: string;
}

/** The last events of this node in the order they were delivered: a phone that loses the network for a minute costs no query. */
export interface Recent {
  add(delivered: Delivered): void;
  /** The place after the last event. */
  end(): number;
  /** The place after the event with this sequence number, if it is still here. */
  after(seq: number): number | undefined;
  /** The events from a place on; undefined when some of them are gone. */
  from(place: number): Delivered[] | undefined;
}

const KEPT = 2_000;

export function createRecent(size = KEPT): Recent {
  const kept: Delivered[] = [];
  const places = new Map<number, number>();
  let dropped = 0;

  return {
    add(delivered) {
      kept.push(delivered);
      places.set(delivered.event.seq, dropped + kept.length);
      // In bulk, since shifting one by one moves the whole list each time.
      if (kept.length < size * 2) return;
      for (const { event } of kept.splice(0, size)) places.delete(event.seq);
      dropped += size;
    },
    end: () => dropped + kept.length,
    after: (seq) => places.get(seq),
    from: (place) => (place < dropped ? undefined : kept.slice(place - dropped)),
  };
}
