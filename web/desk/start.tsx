import { Navigate } from '@tanstack/react-router';
import { Skeleton } from '../shared/ui/skeleton.tsx';
import { onlyGuards } from './disturbances/queries.ts';
import { useRequests } from './queries.ts';
import { administers, keepsMatters, useSession } from './session.tsx';

/** Where one's work is: the log of disturbances for guards, matters for those who keep them, questions for those who answer, the order of things for those who keep it. */
export function Start() {
  const { me } = useSession();
  if (onlyGuards(me)) return <Navigate to="/disturbances" search={{}} replace />;
  if (keepsMatters(me)) return <Navigate to="/matters" search={{ view: 'mine' }} replace />;
  if (me.unitIds.length > 0) return <StartAtRequests />;
  if (administers(me)) return <Navigate to="/admin" replace />;
  return <Navigate to="/matters" search={{ view: 'mine' }} replace />;
}

/** One's own questions first; when there are none, those of the unit. */
function StartAtRequests() {
  const mine = useRequests('mine');
  if (mine.isPending) return <Skeleton lines={8} />;
  return <Navigate to="/requests" search={{ view: mine.data?.rows.length === 0 ? 'unit' : 'mine' }} replace />;
}
