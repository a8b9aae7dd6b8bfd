import './state-page.css';
import type { ReactNode } from 'react';

type EmptyStateProps = { title: string; children?: ReactNode; action?: ReactNode; isPage?: boolean };

/** Nothing here yet: says so, and what to do next. `isPage`: it is all there is on the page, and its heading the page's. */
export function EmptyState({ title, children, action, isPage = false }: EmptyStateProps) {
  const Heading = isPage ? 'h1' : 'h2';
  return (
    <div className="state-page">
      <Heading>{title}</Heading>
      {children ? <div>{children}</div> : null}
      {action}
    </div>
  );
}
