/** The process as it is done today, or as it could be. */
export type State = 'as_is' | 'to_be';
export type Look = 'light' | 'print' | 'dark';

export function archiveUrl(workflowId: string): string {
  return `${workflowUrl(workflowId)}/export/zip?download=1`;
}

export function drawingUrl(workflowId: string, format: string, of: State, look: Look): string {
  const chosen = new URLSearchParams({ download: '1' });
  if (of !== 'as_is') chosen.set('of', of);
  if (look !== 'light') chosen.set('variant', look);
  return `${workflowUrl(workflowId)}/export/${format}?${chosen.toString()}`;
}

export function documentUrl(workflowId: string, name: string, format: string): string {
  return `${workflowUrl(workflowId)}/artifacts/${name}/${format}?download=1`;
}

function workflowUrl(workflowId: string): string {
  return `${window.location.origin}/api/v1/workflows/${workflowId}`;
}
