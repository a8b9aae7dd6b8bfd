import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Card } from '../../../shared/api/cards.ts';
import { buttonClass } from '../../../shared/ui/button.tsx';
import { Icon } from '../../../shared/ui/icon.tsx';
import { CardFacts } from '../card-facts.tsx';

export function CardHead({ card, title }: { card: Card; title: string }) {
  const { t } = useTranslation('cards');
  const name = title || t('title.untitled');
  return (
    <header className="card-head">
      <title>{`${name} · Polku`}</title>
      <Link className={buttonClass({ kind: 'plain', size: 'small' })} to="/knowledge/cards" search={{ view: 'all' }}>
        <Icon of={ArrowLeft} />
        {t('title.many')}
      </Link>
      <h1>{name}</h1>
      <CardFacts card={card} />
    </header>
  );
}
