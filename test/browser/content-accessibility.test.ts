import { contentStates, OF_CONTENT } from './content-states.ts'
import { lookAtStates } from './states.ts'

lookAtStates({
  what: 'the content',
  isOf: OF_CONTENT,
  noPages: [],
  make: ({ app }) => contentStates(app),
})
