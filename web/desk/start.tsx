import { Navigate } from '@tanstack/react-router';
import { useSession } from './session.tsx';

/** Those who serve nobody and only keep things in order begin where they do that. */
export function Start() {
  const { me } = useSession();
  const isOnlyAdministrator = me.roles.length > 0 && me.roles.every((role) => role === 'administrator');
  return isOnlyAdministrator ? <Navigate to="/admin" replace /> : <Navigate to="/matters" search={{ view: 'mine' }} replace />;
}
