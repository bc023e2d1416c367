import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { listBundledPackages } from './tools/licences.mjs'
import { copyPdfData } from './tools/pdfData.mjs'

const alias = { '@shared': resolve('src/shared') }

/** Targets are those of the oldest Electron that the end-to-end tests run in (Electron 33: Node 20.18, Chrome 130). */
export default defineConfig({
  main: {
    resolve: { alias },
    plugins: [listBundledPackages('main'), copyPdfData()],
    build: {
      target: 'node20',
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          index: resolve('src/main/index.ts'),
          cli: resolve('src/main/cli.ts'),
          browserMode: resolve('src/main/browserMode.ts'),
          importWorker: resolve('src/main/importing/worker/importWorker.ts'),
          searchWorker: resolve('src/main/search/worker/searchWorker.ts'),
          importThread: resolve('src/main/application/importing/importThread.ts')
        }
      }
    }
  },
  preload: {
    resolve: { alias },
    plugins: [listBundledPackages('preload')],
    build: {
      target: 'node20',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: 'src/renderer',
    resolve: { alias },
    plugins: [react(), listBundledPackages('renderer'), copyPdfData()],
    build: {
      target: 'chrome130',
      assetsInlineLimit: 0,
      minify: true,
      rolldownOptions: {
        input: { index: resolve('src/renderer/index.html'), browserBridge: resolve('src/renderer/browserBridge.ts') },
        // Browser mode's server names this one file; every other carries a hash.
        output: {
          entryFileNames: chunk => (chunk.name === 'browserBridge' ? 'assets/[name].js' : 'assets/[name]-[hash].js')
        }
      }
    }
  }
})
