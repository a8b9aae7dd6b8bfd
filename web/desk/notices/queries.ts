import { useQuery } from '@tanstack/react-query';
import { listNotices, type NoticeView } from '../../shared/api/notices.ts';
import { keys } from '../queries.ts';

export const useNotices = (view: NoticeView) => useQuery({ queryKey: [...keys.notices, view], queryFn: () => listNotices(view) });
