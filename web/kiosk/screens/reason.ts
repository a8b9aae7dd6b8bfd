import { choice } from '../choice-button.ts';
import { sign } from '../sign.ts';
import type { App, Screen } from '../types.ts';

export function reasonScreen(app: App): Screen {
  const { t } = app;
  const toReception = () => {
    const queue = app.view.queues.find(({ kind }) => kind === 'reception') ?? null;
    Object.assign(app.visit, { queue, situation: null, serviceId: null });
    app.go('needs');
  };
  const hasReception = app.view.queues.some(({ kind }) => kind === 'reception');
  return {
    title: t.reason,
    parts: [
      choice(() => app.go('appointment'), t.hasTime, t.hasTimeHint, sign('calendar'), sign('next')),
      choice(() => app.go('choice'), t.knows, t.knowsHint, sign('route'), sign('next')),
      ...(hasReception ? [choice(toReception, t.knowsNot, t.knowsNotHint, sign('people'), sign('next'))] : []),
    ],
  };
}
