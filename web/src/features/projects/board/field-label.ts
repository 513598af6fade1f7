import { t } from '@lingui/core/macro';

/** What a field of a task is called inside a sentence. */
export function fieldLabel(field: string): string {
  switch (field) {
    case 'status':
      return t`the status`;
    case 'title':
      return t`the title`;
    case 'description':
      return t`the description`;
    case 'priority':
      return t`the priority`;
    case 'acceptance':
      return t`the acceptance criteria`;
    case 'labels':
      return t`the labels`;
    case 'estimate':
      return t`the estimate`;
    case 'assignee':
      return t`the assignee`;
    case 'starts_on':
      return t`the start date`;
    case 'due_on':
      return t`the due date`;
    case 'depends_on':
      return t`the dependencies`;
    default:
      return field.replaceAll('_', ' ');
  }
}
