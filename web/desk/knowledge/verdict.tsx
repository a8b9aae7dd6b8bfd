import { Check, Flag } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Card, sayVerdict, sayWhyWrong } from '../../shared/api/cards.ts';
import { Button } from '../../shared/ui/button.tsx';
import { TextArea } from '../../shared/ui/text-field.tsx';
import { showToast } from '../../shared/ui/toasts.ts';
import { keys } from '../queries.ts';
import { useDeed } from '../use-deed.ts';

/** One tap: it helped, or it was wrong. What was wrong may be told after the tap; the owner has the task already. */
export function Verdict({ card }: { card: Card }) {
  const { t } = useTranslation('cards');
  const { run, isRunning } = useDeed([keys.card(card.id), keys.cards]);
  const [why, setWhy] = useState('');
  const { mine } = card;
  const isWrong = mine?.helped === false;
  const say = (helped: boolean) => void run(() => sayVerdict(card.id, helped));
  const tellWhy = async () => {
    if (mine && (await run(() => sayWhyWrong(mine.id, why)))) showToast({ text: t('verdict.told') });
  };
  return (
    <section className="beside-part" aria-label={t('verdict.title')}>
      <p className="actions">
        <Button size="small" icon={Check} aria-pressed={mine?.helped === true} isDisabled={isRunning} onPress={() => say(true)}>
          {t('verdict.helped')}
        </Button>
        <Button size="small" icon={Flag} aria-pressed={isWrong} isDisabled={isRunning} onPress={() => say(false)}>
          {t('verdict.wrong')}
        </Button>
      </p>
      <p className="quiet" role="status">
        {mine ? t(isWrong ? 'verdict.ownerKnows' : 'verdict.thanks') : ''}
      </p>
      {isWrong ? (
        <>
          <TextArea label={t('verdict.why')} rows={2} value={why || mine.why} onChange={setWhy} />
          <Button size="small" isDisabled={why.trim() === '' || why === mine.why} onPress={() => void tellWhy()}>
            {t('verdict.tell')}
          </Button>
        </>
      ) : null}
    </section>
  );
}
