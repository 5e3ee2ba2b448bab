import type { WorkspaceJson } from '../../src/http/schemas/workspace';

export type Workspace = WorkspaceJson;
