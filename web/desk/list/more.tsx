import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../shared/ui/button.tsx';

type MoreProps = {
  list: { data: { rows: readonly unknown[] } | undefined; hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage(): unknown };
};

/** At the end of a list that goes on. */
export function More({ list }: MoreProps) {
  const { t } = useTranslation('desk');
  if (!list.hasNextPage) return null;
  return (
    <p className="list-more">
      <Button kind="plain" icon={ChevronDown} isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
        {t('list.more', { count: list.data?.rows.length ?? 0 })}
      </Button>
    </p>
  );
}
