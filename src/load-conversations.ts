import { checkConversation } from '#domain/check-conversation.ts'
import { type Conversation, NO_CONVERSATION } from '#domain/conversation.ts'
import { readConversationFolders } from '#platform/conversation-files.ts'

/**
 * Reads what helps to talk about each instrument; anything wrong in it stops the start. Not whether every statement
 * exists: a version in use may be older or newer.
 */
export function loadConversations(folder: string): (instrument: string) => Conversation {
  const checked = readConversationFolders(folder).map((files) => checkConversation(files))
  const [first] = checked.flatMap(({ findings }) => findings)
  if (first) throw new Error(`${first.file}:${first.line} ${first.problem}. Remedy: ${first.remedy}.`)
  const conversations = new Map(checked.map(({ instrument, conversation }) => [instrument, conversation]))
  return (instrument) => conversations.get(instrument) ?? NO_CONVERSATION
}
