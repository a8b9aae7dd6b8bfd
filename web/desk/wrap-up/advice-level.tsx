import { useTranslation } from 'react-i18next';
import type { AdviceLevel as Level } from '../../shared/api/cards.ts';
import { Choice } from '../../shared/ui/choice.tsx';
import { adviceLevels } from '../knowledge/advice-levels.ts';
import type { WrapUpWords } from './words.ts';

/** How far the advice went; as the card says until the advisor says otherwise. */
export function AdviceLevel({ words, onChange }: { words: WrapUpWords; onChange: (change: Partial<WrapUpWords>) => void }) {
  const { t } = useTranslation('cards');
  return (
    <section>
      <Choice
        label={t('fields.adviceLevel')}
        options={adviceLevels.map((id) => ({ id, label: t(`levels.${id}`) }))}
        value={words.adviceLevel}
        onChange={(level) => onChange({ adviceLevel: level as Level })}
      />
    </section>
  );
}
