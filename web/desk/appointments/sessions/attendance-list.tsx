import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Attender, type Mark, markAttendance } from '../../../shared/api/meetings.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Choice } from '../../../shared/ui/choice.tsx';
import { showToast } from '../../../shared/ui/toasts.ts';
import { useLanguageWords } from '../../knowledge/specialists/use-specialist-words.ts';
import { useDeed } from '../../use-deed.ts';
import { attendanceKey, meetingsKey } from './keys.ts';

const marks: readonly Mark[] = ['present', 'told', 'absent'];

type ListProps = { meetingId: string; attenders: readonly Attender[]; open: boolean };

/** Everybody in a row: a figure marks whoever has the focus and goes on to the next, so that a class is marked in seconds. */
export function AttendanceList({ meetingId, attenders, open }: ListProps) {
  const { t } = useTranslation(['meetings', 'booked']);
  const { word } = useLanguageWords();
  const deed = useDeed([attendanceKey(meetingId), meetingsKey]);
  const list = useRef<HTMLUListElement>(null);
  const unmarked = attenders.filter(({ mark }) => mark === null);
  const set = ({ id, name }: Attender, mark: Mark | null) =>
    deed.run(async () => {
      await markAttendance(meetingId, id, mark);
      showToast({
        text: mark ? t('attendance.saved', { name, mark: t(`attendance.${mark}`) }) : t('attendance.cleared', { name }),
        kind: `mark:${id}`,
      });
    });
  const rest = () =>
    deed.run(async () => {
      for (const { id } of unmarked) await markAttendance(meetingId, id, 'present');
    });
  function onKey(event: KeyboardEvent, one: Attender) {
    const at = ['0', '1', '2', '3'].indexOf(event.key);
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    void set(one, marks[at - 1] ?? null);
    const rows = [...(list.current?.children ?? [])];
    const next = rows[rows.findIndex((row) => row.contains(event.target as Node)) + 1];
    (next?.querySelector('input[type=radio]:checked, input[type=radio]') as HTMLElement | null)?.focus();
  }
  return (
    <>
      {open ? <p className="quiet">{t('attendance.hint')}</p> : null}
      <ul className="attenders" ref={list}>
        {attenders.map((one) => (
          // Keys of the radios inside: nothing here is pressed by itself.
          <li key={one.id} onKeyDownCapture={open ? (event) => onKey(event, one) : undefined}>
            <span className="attender-name">
              {one.name} {one.people > 1 ? <span className="quiet">{t('attendance.people', { count: one.people })}</span> : null}
              {one.interpreterLanguage ? (
                <span className="quiet">
                  {t('booked:interpreter.title')}: {word(one.interpreterLanguage)}
                </span>
              ) : null}
            </span>
            {open ? (
              <Choice
                label={t('attendance.ofName', { name: one.name })}
                hideLabel
                options={marks.map((mark) => ({ id: mark, label: t(`attendance.${mark}`) }))}
                value={one.mark}
                onChange={(mark) => void set(one, mark as Mark)}
              />
            ) : (
              <span className="quiet">{one.mark ? t(`attendance.${one.mark}`) : ''}</span>
            )}
          </li>
        ))}
      </ul>
      {open && unmarked.length > 0 ? (
        <Button isDisabled={deed.isRunning} onPress={() => void rest()}>
          {t('attendance.rest')}
        </Button>
      ) : null}
    </>
  );
}
