import { useTranslation } from 'react-i18next';
import type { Group, MappingPage } from '../../../server/modules/matters/mapping/schema.ts';
import { Kbd } from '../../shared/ui/kbd.tsx';
import { Path, type PathStep } from '../../shared/ui/path.tsx';
import { groups, isAnswered } from './groups.ts';
import type { Answering } from './use-answers.ts';

type OutlineProps = { page: MappingPage; answering: Answering; at: Group; onGo: (group: Group) => void; isFixed: boolean };

/** Every question, drawn as a path: answered, at hand, ahead. Any of them may be taken next. */
export function Outline({ page, answering, at, onGo, isFixed }: OutlineProps) {
  const { t } = useTranslation('mapping');
  const sayFacts = useFacts(page);
  const steps: PathStep[] = groups.map((group, index) => ({
    id: group,
    state: group === at ? 'now' : isAnswered(group, page, answering) ? 'done' : 'next',
    title: (
      <button type="button" className="outline-go" disabled={isFixed} onClick={() => onGo(group)}>
        {t(`groups.${group}`)}
      </button>
    ),
    facts: (
      <>
        {sayFacts(group)} {isFixed ? null : <Kbd keys={String(index + 1)} />}
      </>
    ),
  }));
  return (
    <nav className="outline" aria-label={t('outline')}>
      <Path label={t('outline')} steps={steps} />
    </nav>
  );
}

function useFacts(page: MappingPage): (group: Group) => string {
  const { t } = useTranslation('mapping');
  const { needs, customer, pictures } = page;
  return (group) => {
    if (group === 'needs' && needs.length > 0) return t('facts.needs', { count: needs.length });
    if (group === 'arrangements' && customer.arrangements.length > 0)
      return t('facts.arrangements', { count: customer.arrangements.length });
    return group === 'picture' && Object.keys(pictures).length > 0 ? t('facts.written') : '';
  };
}
