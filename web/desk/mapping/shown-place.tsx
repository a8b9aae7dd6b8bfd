import { useParams } from '@tanstack/react-router';
import { CustomerView } from './customer-view.tsx';

/** The customer's own window, for a second screen: follows what the advisor asks. */
export function ShownPlace() {
  const { mappingId } = useParams({ from: '/shown/$mappingId' });
  return (
    <div className="customer-cover">
      <title>Polku</title>
      <CustomerView mappingId={mappingId} />
    </div>
  );
}
