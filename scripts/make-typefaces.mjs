import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'

/**
 * The typefaces of documents, in the order in which one is tried for a letter that the one before does not have. All
 * are free to pass on; their licences travel along.
 */
const TYPEFACES = [
  {
    family: 'Atkinson Hyperlegible Next',
    from: '@expo-google-fonts/atkinson-hyperlegible-next',
    faces: ['400Regular', '700Bold'].map((style) => `${style}/AtkinsonHyperlegibleNext_${style}.ttf`),
    license: 'LICENSE_FONT',
  },
  {
    family: 'DejaVu Sans',
    from: 'dejavu-fonts-ttf',
    faces: ['ttf/DejaVuSans.ttf', 'ttf/DejaVuSans-Bold.ttf'],
    license: 'LICENSE',
  },
  {
    family: 'Noto Emoji',
    from: '@expo-google-fonts/noto-emoji',
    faces: ['400Regular/NotoEmoji_400Regular.ttf'],
    license: 'LICENSE_FONT',
  },
  {
    family: 'Noto Sans SC',
    from: '@expo-google-fonts/noto-sans-sc',
    faces: ['400Regular/NotoSansSC_400Regular.ttf'],
    license: 'LICENSE_FONT',
  },
]

/** Copies the typefaces of documents, and writes down which letters each has. */
export async function makeTypefaces(packages, folder) {
  mkdirSync(folder, { recursive: true })
  const list = []
  for (const { family, from, faces, license } of TYPEFACES) {
    const files = faces.map((face) => join(packages, from, face))
    for (const file of files) copyFileSync(file, join(folder, basename(file)))
    copyFileSync(join(packages, from, license), join(folder, `${family}-license.txt`))
    list.push({ family, files: files.map((file) => basename(file)), letters: await lettersOf(files) })
  }
  writeFileSync(join(folder, 'typefaces.json'), JSON.stringify(list))
}

/** The letters that every face has, as ranges of code points: a bold word is not tried in a thin face. */
async function lettersOf(files) {
  const { default: opentype } = await import('opentype.js')
  const [first, ...others] = files.map((file) => {
    const { buffer, byteOffset, length } = readFileSync(file)
    const font = opentype.parse(buffer.slice(byteOffset, byteOffset + length))
    return new Set(Object.keys(font.tables.cmap.glyphIndexMap).map(Number))
  })
  const shared = [...first].filter((point) => others.every((face) => face.has(point)))
  const ranges = []
  for (const point of shared.sort((one, other) => one - other)) {
    const last = ranges.at(-1)
    if (last && last[1] === point - 1) last[1] = point
    else ranges.push([point, point])
  }
  return ranges
}
