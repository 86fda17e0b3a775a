import { describe, expect, it } from 'vitest'
import { filesWithin, isText } from '../../../renderer/features/sharing/import/dropped-entries.ts'

const never = new AbortController().signal

/** Entries as a browser gives them; where they are on the disk is not looked at. */
function fileEntry(name: string): FileSystemFileEntry {
  return {
    name,
    isFile: true,
    isDirectory: false,
    fullPath: '',
    get filesystem(): FileSystem {
      throw new Error('not looked at')
    },
    getParent: () => {},
    file: (done) => done(new File(['text'], name)),
  }
}

function folderEntry(name: string, children: readonly FileSystemEntry[], atOnce = 2): FileSystemDirectoryEntry {
  return {
    name,
    isFile: false,
    isDirectory: true,
    fullPath: '',
    get filesystem(): FileSystem {
      throw new Error('not looked at')
    },
    getParent: () => {},
    getFile: () => {},
    getDirectory: () => {},
    createReader: () => {
      let given = 0
      return {
        readEntries: (done) => {
          const some = children.slice(given, given + atOnce)
          given += some.length
          done(some)
        },
      }
    },
  }
}

const pathsOf = async (dropped: readonly FileSystemEntry[]): Promise<string[]> =>
  (await filesWithin(dropped, never)).map(({ path }) => path)

describe('what is dropped', () => {
  it('is a folder with all that its readers give, by paths from there', async () => {
    const inner = folderEntry('environments', [fileEntry('Local.bru')])
    const folder = folderEntry('shop', [fileEntry('c.bru'), inner, fileEntry('a.bru'), fileEntry('.env')])
    expect(await pathsOf([folder])).toEqual(['.env', 'a.bru', 'c.bru', 'environments/Local.bru'])
  })

  it('leaves out version control, packages and what is no text by its name', async () => {
    const folder = folderEntry('shop', [
      folderEntry('.git', [fileEntry('config')]),
      folderEntry('node_modules', [fileEntry('index.js')]),
      fileEntry('logo.PNG'),
      fileEntry('bruno.json'),
    ])
    expect(await pathsOf([folder])).toEqual(['bruno.json'])
  })

  it('is a single file, however it is called, for the reader to judge', async () => {
    expect(await pathsOf([fileEntry('export.zip')])).toEqual(['export.zip'])
  })

  it('is several files and folders, by their names', async () => {
    expect(await pathsOf([folderEntry('b', [fileEntry('x')]), fileEntry('a')])).toEqual(['a', 'b/x'])
  })

  it('is refused beyond the limits of depth and number', async () => {
    let deep = folderEntry('last', [fileEntry('x')])
    for (let at = 0; at < 60; at++) deep = folderEntry('in', [deep])
    await expect(filesWithin([deep], never)).rejects.toThrow(/within one another more than 50 times/)
    const many = Array.from({ length: 5001 }, (_, at) => fileEntry(`f${at}`))
    await expect(filesWithin([folderEntry('many', many, 100)], never)).rejects.toThrow(/more than 5,000 files/)
  })

  it('is read no further once a person cancels', async () => {
    const cancelled = AbortSignal.abort()
    await expect(filesWithin([folderEntry('shop', [fileEntry('a')])], cancelled)).rejects.toThrow(/abort/)
  })
})

describe('a text', () => {
  it('has no zeros near its beginning', () => {
    expect(isText('{"a":1}')).toBe(true)
    expect(isText('PK\u0003\u0004\0\0')).toBe(false)
  })
})
