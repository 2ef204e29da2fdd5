import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * Files that take more than half a minute each, the longest first (measured on two cores). Without this order the
 * longest may begin last, and everything else waits for it.
 */
const LONG = [
  'test/browser/accessibility.test.ts',
  'test/stores/kill.test.ts',
  'test/browser/group-accessibility.test.ts',
  'test/browser/account-accessibility.test.ts',
  'test/browser/group-journey.test.ts',
  'test/browser/room-accessibility.test.ts',
  'test/app/security/strict-bodies.test.ts',
  'test/browser/room-journey.test.ts',
  'test/stores/benchmark-release.test.ts',
  'test/stores/room-histories.test.ts',
  'test/stores/benchmark-histories.test.ts',
  'test/stores/embedded.test.ts',
  'test/app/security/same-answer.test.ts',
  'test/browser/journey.test.ts',
]

/** Begins with what takes longest; the others in the order that vitest has for them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const index = LONG.findIndex((file) => moduleId.endsWith(file))
      return index === -1 ? LONG.length : index
    }
    return (await super.sort(files)).toSorted((one, other) => place(one) - place(other))
  }
}
