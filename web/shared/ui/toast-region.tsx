import './toast.css';
import { CircleCheck, TriangleAlert, Undo2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { everyScope } from '../keys/shortcuts.ts';
import { Scope, useShortcuts } from '../keys/use-shortcuts.ts';
import { Button } from './button.tsx';
import { Icon } from './icon.tsx';
import { dismissToast, type Toast, useToasts } from './toasts.ts';
import { useNow } from './use-now.ts';

/** What was just done, in a corner: read aloud when it comes, never in the way, gone by itself. `u` takes the last deed back. */
export function ToastRegion() {
  return (
    <Scope value={everyScope}>
      <Toasts />
    </Scope>
  );
}

/** Above an open panel as well: without the mark the panel would make it mute and untouchable. */
function Toasts() {
  const { t } = useTranslation('ui');
  const toasts = useToasts();
  const last = toasts.findLast((toast) => toast.undo);
  useShortcuts(last ? [{ keys: 'u', label: t('undo'), run: () => takeBack(last) }] : []);
  return (
    <section className="toasts" aria-label={t('toasts')} aria-live="polite" data-react-aria-top-layer="true">
      {toasts.map((toast) => (
        <Line key={toast.id} toast={toast} keys={toast === last ? 'u' : undefined} />
      ))}
    </section>
  );
}

function Line({ toast, keys }: { toast: Toast; keys: string | undefined }) {
  const { t } = useTranslation('ui');
  return (
    <div className="toast" data-tone={toast.tone}>
      <Icon of={toast.tone === 'good' ? CircleCheck : TriangleAlert} />
      <p>{toast.text}</p>
      {toast.undo ? (
        <Button size="small" icon={Undo2} keys={keys} onPress={() => takeBack(toast)}>
          {t('undo')} <Countdown until={toast.until} />
        </Button>
      ) : null}
      <Button size="small" kind="plain" icon={X} aria-label={t('close')} onPress={() => dismissToast(toast.id)} />
    </div>
  );
}

/** Seconds left; not read aloud each second. */
export function Countdown({ until }: { until: number }) {
  const { t } = useTranslation('ui');
  const now = useNow('second');
  return (
    <span className="quiet" aria-hidden="true">
      {t('time.seconds', { n: Math.max(0, Math.ceil((until - now) / 1000)) })}
    </span>
  );
}

function takeBack(toast: Toast): void {
  dismissToast(toast.id);
  void toast.undo?.();
}
