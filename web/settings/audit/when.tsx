import { useMemo } from 'react';
import { useWorkspace } from '../../api/workspace';
import { useMinute } from '../../parts/now';
import { useLanguage } from '../../words';
import { stampsIn } from '../channels/stamps';

/** A moment of the log, by the workspace's clock: whoever reads it reads the same. */
export function When({ at }: { readonly at: string }) {
  const { language } = useLanguage();
  const zone = String(useWorkspace().locale.timeZone);
  const now = useMinute();
  const stamps = useMemo(() => stampsIn(language, zone, now), [language, zone, now]);
  return (
    <time dateTime={at} title={zone}>
      {stamps.seconds(at)}
    </time>
  );
}
