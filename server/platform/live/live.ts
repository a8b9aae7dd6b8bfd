import type { FastifyReply } from 'fastify';
import type { Kysely } from 'kysely';
import type { Tables } from '../db/tables.ts';
import type { PublishedEvent } from '../events/event.ts';
import type { Feed, FeedBatch } from '../events/feed.ts';
import { TooMany } from '../http/refusals.ts';
import type { Log } from '../log/log.ts';
import { byType, type Derivation, type LiveMessage } from './derivation.ts';
import { createFollowers, type Follower } from './followers.ts';
import { messagesFor } from './messages.ts';
import { createRecent, type Delivered } from './recent.ts';
import { formatResumePoint, MAX_REPLAY, parseResumePoint, readAfterPoint, readEpoch } from './resume.ts';
import { openStream } from './stream.ts';

export interface LiveOptions<C> {
  db: Kysely<Tables>;
  feed: Feed;
  derivations: readonly Derivation<C>[];
  log: Log;
  caps?: Partial<Caps>;
  /** Milliseconds; 15,000 unless told. */
  heartbeatMs?: number;
}

/** Open streams at most. */
export interface Caps {
  /** Of one session, device or link: a person's tabs and windows. */
  caller: number;
  /** Of one address, for callers without a key: a waiting room shares one. */
  address: number;
  node: number;
}

export interface Connection<C> {
  reply: FastifyReply;
  caller: C;
  key: string | undefined;
  topics: readonly string[];
  lastEventId: string | undefined;
}

/** The live streams of this node, all fed by its one reader. */
export interface Live<C> {
  /** @throws TooMany (429) when the caller has too many streams open. */
  connect(connection: Connection<C>): Promise<void>;
  /** Ends at once the streams of those callers, e.g. of a person who has just been disabled. */
  closeFor(matches: (caller: C) => boolean): void;
  /**
   * Tells those who follow its topic now, on this node, what has been worked out anew: no event stands behind it, so who was away is
   * not told again and has to fetch. Public only: no audience is asked.
   */
  say(message: LiveMessage): void;
  /** Whether anybody on this node follows it: what nobody hears need not be worked out. */
  isFollowed(topic: string): boolean;
  /** Sends everyone a heartbeat now; they also come each 15 seconds. */
  beat(): void;
  stop(): void;
}

const CAPS: Caps = { caller: 12, address: 400, node: 5_000 };
const RETRY_AFTER_SECONDS = 30;

export async function startLive<C>({ db, feed, derivations, log, caps, heartbeatMs = 15_000 }: LiveOptions<C>): Promise<Live<C>> {
  const epoch = await readEpoch(db);
  const limits = { ...CAPS, ...caps };
  const recent = createRecent();
  const followers = createFollowers<C>();
  const ofType = byType(derivations);
  let resume = { floor: feed.startFloor, seq: 0 };

  feed.subscribe(async ({ events, floor, floorAfter }: FeedBatch) => {
    for (const event of events) {
      recent.add({ event, floor });
      const resumeAt = { floor, seq: event.seq };
      await tell(event, (topic) => [...followers.of(topic)].filter((follower) => follower.live), formatResumePoint(epoch, resumeAt));
      resume = resumeAt;
    }
    resume = { floor: floorAfter, seq: resume.seq };
  });

  const heart = setInterval(beat, heartbeatMs).unref();

  function beat(): void {
    const id = formatResumePoint(epoch, resume);
    for (const follower of followers.all()) if (follower.live) follower.stream.heartbeat(id);
  }

  async function tell(event: PublishedEvent, followersOf: (topic: string) => readonly Follower<C>[], id: string): Promise<void> {
    const { messages, unsure } = await messagesFor({ db, log }, ofType.get(event.type) ?? [], event, followersOf);
    for (const [follower, told] of messages) follower.stream.send(told, id);
    for (const follower of unsure) follower.stream.reset(id);
  }

  /** Sends what was missed, then lets the follower join the others between two events, so that none falls in between. */
  async function catchUp(follower: Follower<C>, lastEventId: string): Promise<void> {
    const point = parseResumePoint(epoch, lastEventId);
    let place = point && recent.after(point.seq);
    if (point && place === undefined) {
      place = recent.end();
      const missed = await readAfterPoint(db, point);
      if (missed)
        await replay(
          follower,
          missed.map((event) => ({ event, floor: point.floor })),
        );
      else place = undefined;
    }
    for (;;) {
      const missed = place === undefined ? undefined : recent.from(place);
      if (!missed || missed.length > MAX_REPLAY) return joinAnew(follower);
      if (missed.length === 0) return join(follower);
      place = recent.end();
      await replay(follower, missed);
    }
  }

  async function replay(follower: Follower<C>, missed: readonly Delivered[]): Promise<void> {
    const mine = (topic: string) => (follower.topics.includes(topic) ? [follower] : []);
    for (const { event, floor } of missed) await tell(event, mine, formatResumePoint(epoch, { floor, seq: event.seq }));
  }

  function join(follower: Follower<C>): void {
    follower.live = true;
    follower.stream.heartbeat(formatResumePoint(epoch, resume));
  }

  function joinAnew(follower: Follower<C>): void {
    follower.live = true;
    follower.stream.reset(formatResumePoint(epoch, resume));
  }

  function refuseCrowd(key: string | undefined, countedAs: string): void {
    const limit = key === undefined ? limits.address : limits.caller;
    if (followers.count(countedAs) >= limit || followers.count() >= limits.node) throw new TooMany(RETRY_AFTER_SECONDS);
  }

  return {
    async connect({ reply, caller, key, topics, lastEventId }) {
      const countedAs = key ?? reply.request.ip;
      refuseCrowd(key, countedAs);
      const stream = openStream(reply, () => followers.remove(follower));
      const follower: Follower<C> = { caller, countedAs, topics, stream, live: false };
      followers.add(follower);
      if (lastEventId === undefined) return join(follower);
      await catchUp(follower, lastEventId).catch((error) => {
        log.warn('live stream could not be taken up again', { error });
        joinAnew(follower);
      });
    },
    closeFor(matches) {
      for (const follower of [...followers.all()]) if (matches(follower.caller)) follower.stream.end();
    },
    say(message) {
      const told = [{ version: resume.seq, ...message }];
      const id = formatResumePoint(epoch, resume);
      for (const follower of followers.of(message.topic)) if (follower.live) follower.stream.send(told, id);
    },
    isFollowed: (topic) => !followers.of(topic)[Symbol.iterator]().next().done,
    beat,
    stop() {
      clearInterval(heart);
      for (const follower of [...followers.all()]) follower.stream.end();
    },
  };
}
