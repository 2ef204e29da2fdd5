const MINUTE = 60_000
const MOST = 20

/** What was made a moment ago, for whoever waited for it. */
export function createFreshDocuments() {
  const documents = new Map<string, Uint8Array>()
  return {
    find: (name: string) => documents.get(name),
    add: (name: string, pdf: Uint8Array) => {
      documents.set(name, pdf)
      setTimeout(() => documents.delete(name), MINUTE).unref()
      const [oldest] = documents.keys()
      if (documents.size > MOST && oldest !== undefined) documents.delete(oldest)
    },
  }
}
