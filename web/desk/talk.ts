/** Channels in which two people talk at the same time: their length tells how long the service took. */
export function isTalk(channel: string): boolean {
  return channel === 'phone' || channel === 'counter' || channel === 'chat' || channel === 'video';
}
