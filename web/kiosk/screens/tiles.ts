import { choice } from '../choice-button.ts';
import { nameOf } from '../frame.ts';
import { sign } from '../sign.ts';
import type { App, Queue } from '../types.ts';
import { waitText } from '../wait-text.ts';

export type Tile = { name: string; words: string; isOpen: boolean; queue: Queue | null; situation: string | null; hint: string };

/** Whom or what for: queues first, then situations of life. */
export function tilesOf(app: App): Tile[] {
  const { view, t } = app;
  const queues = view.queues
    .filter(({ kind }) => kind !== 'reception')
    .map((queue) => ({
      ...{ name: nameOf(app, queue.name), words: `${nameOf(app, queue.name)} ${nameOf(app, queue.organisation)}` },
      ...{ isOpen: queue.isOpen, queue, situation: queue.situation },
      hint: queue.isOpen ? `${t.wait}: ${waitText(app, app.isOffline ? null : queue.told)}` : t.closed,
    }));
  const taken = new Set(view.queues.map(({ situation }) => situation));
  const reception = view.queues.find(({ kind }) => kind === 'reception');
  const situations = view.situations
    .filter(({ key }) => !taken.has(key) && reception)
    .map(({ key, label }) => {
      const name = nameOf(app, label);
      return { name, words: name, isOpen: true, queue: reception ?? null, situation: key, hint: '' };
    });
  return [...queues, ...situations];
}

/** What is not open leads nowhere, and shows no way on. */
export function tileOf(app: App, { name, hint, isOpen, queue, situation }: Tile): HTMLButtonElement {
  const pick = () => {
    Object.assign(app.visit, { queue, situation, serviceId: null });
    app.go('needs');
  };
  const element = choice(pick, name, hint, undefined, isOpen ? sign('next') : undefined);
  element.disabled = !isOpen;
  return element;
}

export function matches({ words }: Tile, wanted: string): boolean {
  const text = words.toLocaleLowerCase();
  return wanted
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
