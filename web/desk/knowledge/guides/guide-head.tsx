import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Guide } from '../../../shared/api/guides.ts';
import { buttonClass } from '../../../shared/ui/button.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { GuideFacts } from './guide-facts.tsx';

export function GuideHead({ guide, title }: { guide: Guide; title: string }) {
  const { t } = useTranslation('guides');
  const name = title || t('untitled');
  return (
    <header className="card-head">
      <title>{`${name} · Polku`}</title>
      <Link className={buttonClass({ kind: 'plain', size: 'small' })} to="/knowledge/guides" search={{ view: 'all' }}>
        <Icon of={ArrowLeft} />
        {t('many')}
      </Link>
      <h1>{name}</h1>
      <GuideFacts guide={guide} />
    </header>
  );
}
