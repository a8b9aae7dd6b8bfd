import './disturbances.css';
import '../../shared/ui/list-box.css';
import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu as AriaMenu, MenuItem } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { endAlarm, raiseAlarm } from '../../shared/api/disturbances.ts';
import { useShortcuts } from '../../shared/keys/use-shortcuts.ts';
import { keys } from '../queries.ts';
import { useSession } from '../session.tsx';
import { useAlarms } from './queries.ts';

/** Works while writing too: a function key is no character (WCAG 2.2, 2.1.4). */
const alarmKey = 'F10';
const longMs = 700;

/**
 * The silent alarm: one key, or a long press of the small sign. Nothing on this desk tells of it but the sign, which fills when the
 * alarm has gone out and shows how many are coming; somebody threatening may be looking at the screen. A short press then opens two
 * plain words, by which one ends it oneself.
 */
export function SilentButton() {
  const { t } = useTranslation('disturbances');
  const { me } = useSession();
  const queries = useQueryClient();
  const alarms = useAlarms();
  const press = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sign = useRef<HTMLButtonElement>(null);
  const wasLong = useRef(false);
  const [isOpen, setOpen] = useState(false);
  const { pointId } = me;
  const own = alarms.data?.own;
  const raise = async () => {
    if (!pointId) return;
    // A refusal is shown nowhere either: the sign stays empty.
    await raiseAlarm(pointId).catch(() => undefined);
    await queries.invalidateQueries({ queryKey: keys.alarms(pointId) });
  };
  useAlarmKey(() => void raise());
  useShortcuts([{ keys: alarmKey, label: t('alarm.key') }]);
  useEffect(() => () => clearTimeout(press.current), []);
  if (!alarms.data) return null;
  return (
    <>
      <AriaButton
        ref={sign}
        className={own ? 'silent sent' : 'silent'}
        aria-label={own ? t('alarm.sent', { count: own.coming }) : t('alarm.button')}
        aria-keyshortcuts={alarmKey}
        onPressStart={() => {
          wasLong.current = false;
          press.current = setTimeout(() => {
            wasLong.current = true;
            void raise();
          }, longMs);
        }}
        onPressEnd={() => clearTimeout(press.current)}
        onPress={() => setOpen(own !== null && !wasLong.current)}
      >
        <span aria-hidden="true" className="silent-sign" />
        {own && own.coming > 0 ? <span aria-hidden="true">{own.coming}</span> : null}
      </AriaButton>
      {own && pointId ? <OwnEnd alarmId={own.id} pointId={pointId} trigger={sign} isOpen={isOpen} onOpenChange={setOpen} /> : null}
    </>
  );
}

type OwnEndProps = {
  alarmId: string;
  pointId: string;
  trigger: RefObject<HTMLButtonElement | null>;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** By oneself: it is over, or it was a mistake. The words name no alarm, as others may see them. */
function OwnEnd({ alarmId, pointId, trigger, isOpen, onOpenChange }: OwnEndProps) {
  const { t } = useTranslation('disturbances');
  const queries = useQueryClient();
  const end = async (mistaken: boolean) => {
    await endAlarm(alarmId, mistaken).catch(() => undefined);
    await queries.invalidateQueries({ queryKey: keys.alarms(pointId) });
  };
  return (
    <Popover
      className="popover"
      aria-label={t('alarm.ownMenu')}
      triggerRef={trigger}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      placement="bottom end"
      offset={4}
    >
      <AriaMenu aria-label={t('alarm.ownMenu')} className="list-box" onClose={() => onOpenChange(false)}>
        <MenuItem className="list-option menu-item" onAction={() => void end(false)}>
          {t('alarm.ownEnd')}
        </MenuItem>
        <MenuItem className="list-option menu-item" onAction={() => void end(true)}>
          {t('alarm.ownMistake')}
        </MenuItem>
      </AriaMenu>
    </Popover>
  );
}

function useAlarmKey(run: () => void): void {
  const latest = useRef(run);
  latest.current = run;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== alarmKey || event.repeat || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
}
