import '../shared/ui/fonts.css';
import '../shared/ui/tokens.css';
import '../shared/ui/base.css';
import './display.css';
import './slides.css';
import './pairing.css';
import { inAll } from '../shared/device/in-all.ts';
import { button } from '../shared/device/part.ts';
import { texts } from '../shared/device/texts.ts';
import { presentMoment } from '../shared/ui/present.ts';
import { afterMove } from './calls.ts';
import { draw, tick } from './draw.ts';
import { type Frame, frameAfter, framesOf, isCalm } from './frames.ts';
import { listen } from './line.ts';
import { showPairing } from './pairing.ts';
import { announce, openSound } from './sound.ts';
import type { Moved, View } from './types.ts';

let view: View | undefined;
let staleSince: string | null = null;
let knownAt = presentMoment();
/** Of this page's own clock, which nobody sets: a slide waits for the last call to be read. */
let calledAt = Number.NEGATIVE_INFINITY;
let frame: Frame | undefined;
let frameSince = 0;
let refused = false;

listen('/api/device/live', {
  onMove: take,
  onAnew: () => void readAnew(),
  onSilence: grow,
  onRefused: refuse,
});
setInterval(() => view && everySecond(view), 1_000);
// Calls are shown for a while, and who is here changes: read again now and then even when nobody is called.
setInterval(() => view && staleSince === null && void readAnew(), 30_000);
void offerSound();

async function readAnew(): Promise<void> {
  if (refused) return;
  const answer = await fetch('/api/device/display').catch(() => undefined);
  if (answer?.status === 401) return refuse();
  if (refused) return;
  if (!answer?.ok) return grow();
  const isFirst = view === undefined;
  view = (await answer.json()) as View;
  // Switched on in the middle of a call: that is read first.
  if (isFirst && view.calls.some(({ isNow }) => isNow)) calledAt = performance.now();
  known();
}

function take(moved: Moved): void {
  if (!view) return;
  const { calls, rings } = afterMove(view.calls, moved, view.shows);
  view = { ...view, calls };
  if (rings) calledAt = performance.now();
  known();
  if (rings) announce(rings, view);
}

function known(): void {
  staleSince = null;
  knownAt = presentMoment();
  redraw();
}

/** What is on the screen may be old, and says so. */
function grow(): void {
  if (staleSince !== null) return;
  staleSince = knownAt;
  redraw();
}

function redraw(): void {
  if (!view) return;
  turn(view);
  draw({ view, calls: view.calls, staleSince, frame });
}

/** A call puts the slide away at once; a calm hall brings the next one, each for its seconds. @returns whether another is to be shown */
function turn(of: View): boolean {
  const [was, at] = [frame?.key, performance.now()];
  const frames = framesOf(of);
  const same = frames.find(({ key }) => key === was);
  if (!isCalm(at - calledAt, staleSince !== null)) frame = undefined;
  else if (same && at - frameSince < same.seconds * 1_000) frame = same;
  else {
    frame = frameAfter(frames, frame);
    frameSince = at;
  }
  return frame?.key !== was;
}

function everySecond(of: View): void {
  tick(of);
  if (turn(of)) draw({ view: of, calls: of.calls, staleSince, frame });
}

/** A display that is let in no more shows nothing of the point: it asks for a code. */
function refuse(): void {
  if (refused) return;
  refused = true;
  view = undefined;
  document.documentElement.classList.remove('stale');
  showPairing(() => location.reload());
}

/** A device that is set to allow sound needs no touch; another shows a button until somebody has. */
async function offerSound(): Promise<void> {
  if (await openSound()) return;
  const words = inAll((language) => texts[language].soundOn);
  const offer = button('d-sound', () => void openSound().then((isOpen) => isOpen && offer.remove()), ...words);
  document.documentElement.append(offer);
}
