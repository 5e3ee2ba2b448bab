import type { ReactNode } from 'react';
import type { ContactJson } from '../../src/http/schemas/contact';
import { Face } from '../parts/face';
import { useWords } from '../words';
import { contactName } from './person';

interface Props {
  readonly person: ContactJson;
  readonly size: 28 | 36;
  /** The network whose mark the face wears. */
  readonly channel?: string | undefined;
  /** What stands below the name. */
  readonly children: ReactNode;
}

/** A person in a list: face and name. */
export function PersonLine({ person, size, channel, children }: Props) {
  const name = contactName(person, useWords().common.noName);
  return (
    <>
      <Face name={contactName(person, '')} id={person.id} size={size} {...(channel ? { channel } : {})} />
      <span className="grow">
        <bdi className="cut block" title={name}>
          {name}
        </bdi>
        {children}
      </span>
    </>
  );
}
