import { type RefObject, useEffect, useRef } from 'react';
import { ChosenService } from './chosen-service.tsx';
import { ServiceSearch } from './service-search.tsx';

type ServiceFieldProps = {
  label: string;
  value: string | null;
  onChange: (serviceId: string | null) => void;
  isDisabled?: boolean;
  problem?: string | undefined;
};

/** One service of the directory, or none. */
export function ServiceField({ label, value, onChange, isDisabled = false, problem }: ServiceFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  useFocusAfter(box, value === null);
  return (
    <div ref={box}>
      {value === null ? (
        <ServiceSearch label={label} onPick={onChange} isDisabled={isDisabled} problem={problem} />
      ) : (
        <div className="field">
          <span className="field-label">{label}</span>
          <ChosenService serviceId={value} onChange={onChange} isDisabled={isDisabled} />
          {problem ? <span className="field-problem">{problem}</span> : null}
        </div>
      )}
    </div>
  );
}

type ServicesFieldProps = { label: string; value: readonly string[]; onChange: (serviceIds: string[]) => void };

/** Any number of services: those chosen, and a search for one more. */
export function ServicesField({ label, value, onChange }: ServicesFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  useFocusAfter(box, value.length);
  const unique = (ids: readonly string[]) => onChange([...new Set(ids)]);
  return (
    <div className="field" ref={box}>
      <ServiceSearch label={label} onPick={(id) => unique([...value, id])} />
      {value.map((id) => (
        <ChosenService key={id} serviceId={id} onChange={(next) => unique(value.flatMap((one) => (one === id ? (next ?? []) : one)))} />
      ))}
    </div>
  );
}

/** What had the focus is gone after a choice: it goes to the first thing that stands here now. */
function useFocusAfter(box: RefObject<HTMLElement | null>, state: unknown): void {
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    box.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [box, state]);
}
