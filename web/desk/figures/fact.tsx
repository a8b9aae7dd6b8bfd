/** One figure with what it is of. */
export function Fact({ name, value, more }: { name: string; value: string; more?: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong> {more ? <span className="quiet">{more}</span> : null}
      </dd>
    </div>
  );
}
