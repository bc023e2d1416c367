import type { Plugin } from 'vite'

export declare function listBundledPackages(name: 'main' | 'preload' | 'renderer'): Plugin
export declare function writeNotices(target: string): number
