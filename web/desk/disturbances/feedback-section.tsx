import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noteFeedback } from '../../shared/api/disturbances.ts';
import { newKey } from '../../shared/api/request.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextArea } from '../../shared/ui/text-field.tsx';
import { Time } from '../../shared/ui/time.tsx';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';
import { useFeedback } from './queries.ts';

/** What a visitor said of the service, noted as words. */
export function FeedbackSection({ pointId, isSeen }: { pointId: string; isSeen: boolean }) {
  const { t } = useTranslation('disturbances');
  const [words, setWords] = useState('');
  const key = useRef(newKey());
  const { run, isRunning, problem } = useDeed([keys.spokenFeedback(pointId)], { tellsHere: true });
  const rows = useFeedback(pointId, isSeen).data?.rows ?? [];
  const note = async () => {
    if (!(await run(() => noteFeedback(pointId, words.trim(), key.current)))) return;
    key.current = newKey();
    setWords('');
  };
  return (
    <section className="section" aria-labelledby="spoken">
      <h2 id="spoken">{t('feedback.title')}</h2>
      <TextArea
        label={t('feedback.words')}
        hint={t('feedback.hint')}
        rows={2}
        maxLength={2000}
        value={words}
        onChange={setWords}
        problem={problem ?? undefined}
      />
      <Button isPending={isRunning} isDisabled={words.trim() === ''} onPress={() => void note()}>
        {t('feedback.note')}
      </Button>
      <ul className="disturbance-lines">
        {rows.map((row) => (
          <li key={row.id}>
            {row.words}{' '}
            <span className="quiet">
              <Time at={row.notedAt} look="full" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
