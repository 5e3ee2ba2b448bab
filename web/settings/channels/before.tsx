import { Icon } from '../../parts/icon';
import { useWords } from '../../words';

/** What is good to know and to have before an account of this network is connected. */
export function Before({ kind }: { readonly kind: string }) {
  const { networks } = useWords();
  const { [kind]: warning } = networks.warning;
  const { [kind]: steps } = networks.steps;
  return (
    <>
      {warning ? (
        <p className="warnbox">
          <Icon name="warning" />
          <span>{warning}</span>
        </p>
      ) : null}
      {steps ? (
        <section className="beforehand" aria-label={networks.stepsTitle}>
          <b>{networks.stepsTitle}</b>
          <ol>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </section>
      ) : null}
    </>
  );
}
