/** Texts of the inbox and its bell. */
export const inbox = {
  'inbox.shape': 'Which notices',
  'inbox.all': 'All',
  'inbox.unreadOnly': 'Unread',
  'inbox.unread': 'unread',
  'inbox.readAll': 'Mark all as read',
  'inbox.allRead': 'Everything is marked as read.',
  'inbox.markRead': 'Mark as read: {title}',
  'inbox.settings': 'Settings',
  'inbox.none.title': 'Nothing has been told yet',
  'inbox.none.unread': 'You have read everything',
  'inbox.none.body': 'Reminders, news of your family and anything urgent come here, whatever other channels you choose.',
  'inbox.group.reminder': 'Reminder',
  'inbox.group.emergency': 'Emergency',
  'inbox.group.family': 'Family',
  'inbox.group.document': 'Document',
  'inbox.group.other': 'Notice',
} as const;
