import './paper.css';

/** A ticket as it is on paper. As a picture it can do nothing on the page, whatever it was drawn from. */
export function PaperPicture({ svg, label }: { svg: string; label: string }) {
  return <img className="paper-picture" src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} alt={label} />;
}
