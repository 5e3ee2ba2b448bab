import type { Agent, Stage } from './types';

export interface Workspace {
  readonly me: Agent;
  readonly stages: readonly (Stage & { readonly system: boolean })[];
  readonly channels: readonly { readonly id: string; readonly kind: string; readonly name: string }[];
  readonly agents: readonly { readonly id: string; readonly name: string; readonly role: string; readonly presence: Agent['presence'] }[];
}
