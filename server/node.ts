import type { Listener } from './live.ts';
import { forgettingOnChange } from './modules/directory/reactions.ts';
import type { Desk } from './modules/matters/types.ts';
import { closingStreams } from './modules/people/reactions.ts';
import { closingDevices, forgettingBoards } from './modules/queue/reactions.ts';
import type { Boards } from './modules/queue/service.ts';
import type { Feed } from './platform/events/feed.ts';
import type { Live } from './platform/live/live.ts';

/** What each node does for itself on an event, besides the reactions that one node does for all. */
export function tellNode(feed: Feed, desk: Desk, live: Live<Listener>, boards: Boards): void {
  const forget = forgettingOnChange(desk.directory);
  const forgetBoard = forgettingBoards(boards);
  const closeStreams = closingStreams((personId) => live.closeFor((caller) => caller.kind === 'staff' && caller.personId === personId));
  const closeDevice = closingDevices((id) => live.closeFor((caller) => caller.kind === 'device' && caller.deviceId === id));
  feed.subscribe(({ events }) => {
    for (const event of events) {
      closeDevice(event);
      forget(event);
      forgetBoard(event);
      closeStreams(event);
    }
  });
}
