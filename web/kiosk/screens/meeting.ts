import { button, part } from '../../shared/device/part.ts';
import { epochOf } from '../../shared/ui/time-format.ts';
import { timeIn } from '../frame.ts';
import { sign } from '../sign.ts';
import { filled } from '../texts/texts.ts';
import type { App, Meeting, Screen } from '../types.ts';

/** Come to a meeting of many: where it is. No number and no paper, since nobody is called to it. */
export function meetingScreen(app: App, { room, startsAt }: Meeting): Screen {
  const { t } = app;
  const starts = part('div', '', part('dt', '', t.starts), part('dd', '', timeIn(app, epochOf(startsAt))));
  const parts = [part('dl', 'k-figures', starts), part('div', 'k-row', button('button primary', app.startOver, sign('check'), t.done))];
  return { title: room ? filled(t.goToRoom, { room }) : t.askRoom, lead: t.goStraight, parts };
}
