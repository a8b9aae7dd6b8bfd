import { Navigate } from '@tanstack/react-router';
import { keepsMatters, useSession } from './session.tsx';

/** Each begins where their work is: with matters, with what is asked of them, or with keeping things in order. */
export function Start() {
  const { me } = useSession();
  if (!keepsMatters(me) && me.unitIds.length > 0) return <Navigate to="/requests" search={{ view: 'mine' }} replace />;
  if (!keepsMatters(me) && me.roles.includes('administrator')) return <Navigate to="/admin" replace />;
  return <Navigate to="/matters" search={{ view: 'mine' }} replace />;
}
