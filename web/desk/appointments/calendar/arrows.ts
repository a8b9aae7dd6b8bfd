import type { KeyboardEvent } from 'react';

/**
 * The arrows go through a calendar as one sees it: up and down in a column, sideways to what is nearest in time in the next that has
 * anything. One stop for the tabulator, wherever one was last (WAI-ARIA APG, managing focus).
 */
export function goByArrows(event: KeyboardEvent<HTMLElement>): void {
  const now = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
  if (!now || event.ctrlKey || event.altKey || event.metaKey) return;
  const next = nextOf(event.key, now, event.currentTarget);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function nextOf(key: string, now: HTMLElement, grid: HTMLElement): HTMLElement | undefined {
  const column = Number(now.dataset.column);
  const stops = [...grid.querySelectorAll<HTMLElement>('[data-row]')];
  const own = inOrder(stops.filter((stop) => Number(stop.dataset.column) === column));
  const at = own.indexOf(now);
  if (key === 'ArrowDown') return own[at + 1];
  if (key === 'ArrowUp') return own[at - 1];
  if (key === 'Home') return own[0];
  if (key === 'End') return own.at(-1);
  if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
  const side = key === 'ArrowRight' ? 1 : -1;
  const others = stops.filter((stop) => (Number(stop.dataset.column) - column) * side > 0);
  const near = Math.min(...others.map((stop) => Math.abs(Number(stop.dataset.column) - column)));
  const row = Number(now.dataset.row);
  return inOrder(others.filter((stop) => Math.abs(Number(stop.dataset.column) - column) === near)).sort(
    (a, b) => Math.abs(Number(a.dataset.row) - row) - Math.abs(Number(b.dataset.row) - row),
  )[0];
}

const inOrder = (stops: HTMLElement[]) => stops.sort((a, b) => Number(a.dataset.row) - Number(b.dataset.row));
