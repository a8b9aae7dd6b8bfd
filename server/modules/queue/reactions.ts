import type { PublishedEvent } from '../../platform/events/event.ts';
import type { Boards } from './board/service.ts';
import { DEVICE_CLOSED, FLOOR_CHANGED, type FloorChanged, VISIT_MOVED } from './events.ts';

/** On every node: what another node changed makes the board kept here old. */
export function forgettingBoards(boards: Boards): (event: PublishedEvent) => void {
  return ({ type, data }) => {
    if (type === VISIT_MOVED || type === FLOOR_CHANGED) boards.forget((data as FloorChanged).pointId);
  };
}

/** On every node: a device that is let in no more hears no more. */
export function closingDevices(close: (deviceId: string) => void): (event: PublishedEvent) => void {
  return ({ type, subject }) => {
    if (type === DEVICE_CLOSED && subject) close(subject);
  };
}
