import { MessageCircleQuestion } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SpecialistRow } from '../../../shared/api/specialists.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { keepsMatters, useNames, useSession } from '../../session.tsx';
import { useBeside } from '../beside.tsx';
import { askTarget } from './ask.ts';
import { AskWherePanel } from './ask-where-panel.tsx';

/** A support request to them: in the matter one has open, or in one that is chosen first. Nothing for who is asked otherwise. */
export function AskButton({ of }: { of: SpecialistRow }) {
  const { t } = useTranslation('specialists');
  const { directory, me } = useSession();
  const names = useNames();
  const { work } = useBeside();
  const [isChoosing, setChoosing] = useState(false);
  const target = askTarget(of, directory);
  // Whoever keeps no matters has none to ask in: they hand on what was asked of them.
  if (!target || of.id === me.id || !keepsMatters(me)) return null;
  const ask = () => {
    if (work?.forward) work.forward(target.unitId, '', target.personId);
    else setChoosing(true);
  };
  return (
    <>
      <Button
        size="small"
        icon={MessageCircleQuestion}
        onPress={ask}
        {...(target.personId ? { 'aria-label': t('askFrom', { name: of.name }) } : {})}
      >
        {target.personId ? t('ask') : t('askThrough', { unit: names.unit(target.unitId) })}
      </Button>
      {isChoosing ? <AskWherePanel target={target} name={of.name} onClose={() => setChoosing(false)} /> : null}
    </>
  );
}
