import { useLate } from '../parts/use-late';

/** The shape of the page, when its first figures take their time. */
export function Sketch() {
  if (!useLate()) return null;
  return (
    <div className="fig" aria-hidden="true">
      <div className="tiles">
        {[1, 2, 3, 4, 5, 6].map((tile) => (
          <div key={tile} className="tile">
            <span className="sk" />
            <span className="sk big" />
            <span className="sk" />
          </div>
        ))}
      </div>
      <div className="g2">
        <div className="card figsk" />
        <div className="card figsk" />
      </div>
    </div>
  );
}
