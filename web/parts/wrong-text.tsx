import { Icon } from './icon';

/** Why what stands in a field can't be taken; the field points here with aria-describedby. */
export function WrongText({ id, says }: { readonly id?: string; readonly says: string }) {
  return (
    <span className="wrongtext" id={id}>
      <Icon name="failed" size="s" />
      <span>{says}</span>
    </span>
  );
}
