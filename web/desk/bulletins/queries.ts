import { useQuery } from '@tanstack/react-query';
import { type BulletinView, bulletinsOfService, listBulletins, readBulletin, readReaders } from '../../shared/api/bulletins.ts';
import { keys } from '../queries.ts';

export const useBulletins = (view: BulletinView) => useQuery({ queryKey: [...keys.bulletins, view], queryFn: () => listBulletins(view) });
export const useBulletin = (id: string) => useQuery({ queryKey: [...keys.bulletins, 'one', id], queryFn: () => readBulletin(id) });
export const useBulletinsOf = (serviceId: string) =>
  useQuery({ queryKey: [...keys.bulletins, 'service', serviceId], queryFn: () => bulletinsOfService(serviceId) });
export const useReaders = (id: string) => useQuery({ queryKey: [...keys.bulletins, 'readers', id], queryFn: () => readReaders(id) });
