import type { Router } from '#web/house.ts'
import { urls } from '#web/urls.ts'
import { beginDraft } from './begin-draft.ts'
import { showContent } from './content-page.tsx'
import { showDraft } from './draft-page.tsx'
import { answerImport, showImport } from './import-file.tsx'
import { showLog } from './log-page.tsx'
import { addNewTip } from './new-tip.ts'
import { showPart } from './part-page.tsx'
import { answerPublish } from './publish.ts'
import { showPublish } from './publish-page.tsx'
import { answerRemoveDraft, showRemoveDraft } from './remove-draft.tsx'
import { savePart, saveTextInBackground } from './save-part.tsx'
import { answerSource, showSource } from './source-page.tsx'
import { addNewSource, showSources } from './sources-page.tsx'
import { answerTip, showTip } from './tip-page.tsx'
import { updateDraft } from './update-draft.ts'
import { showVersions } from './versions-page.tsx'

/** For whoever keeps the content good: changing it in a draft, and publishing that. */
export function contentRoutes(router: Router): void {
  router.get(urls.content.pattern, showContent)
  router.get(urls.contentVersions.pattern, showVersions)
  router.post(urls.contentVersions.pattern, beginDraft)
  router.get(urls.contentImport.pattern, showImport)
  router.post(urls.contentImport.pattern, answerImport)
  router.get(urls.draft.pattern, showDraft)
  router.get(urls.draftPart.pattern, showPart)
  router.post(urls.draftPart.pattern, savePart)
  router.put(urls.draftText.pattern, saveTextInBackground)
  router.post(urls.draftNewTip.pattern, addNewTip)
  router.get(urls.draftTip.pattern, showTip)
  router.post(urls.draftTip.pattern, answerTip)
  router.get(urls.draftSources.pattern, showSources)
  router.post(urls.draftSources.pattern, addNewSource)
  router.get(urls.draftSource.pattern, showSource)
  router.post(urls.draftSource.pattern, answerSource)
  router.get(urls.draftPublish.pattern, showPublish)
  router.post(urls.draftPublish.pattern, answerPublish)
  router.post(urls.draftUpdate.pattern, updateDraft)
  router.get(urls.draftRemove.pattern, showRemoveDraft)
  router.post(urls.draftRemove.pattern, answerRemoveDraft)
  router.get(urls.auditLog.pattern, showLog)
}
