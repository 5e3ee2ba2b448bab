interface AboutProps {
  readonly title: string;
  readonly says: readonly string[];
}

/** What a page is about, beside its form. */
export function About({ title, says }: AboutProps) {
  return (
    <section className="card aside">
      <div className="h">
        <h2>{title}</h2>
      </div>
      <div className="says">
        {says.map((line) => (
          <p key={line} className="soft">
            {line}
          </p>
        ))}
      </div>
    </section>
  );
}
