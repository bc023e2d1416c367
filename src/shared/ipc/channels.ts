// Owns the names of every request and event. The preload imports this and nothing else, so it imports nothing.

/** Every request: `area:verbNoun`. */
export const requestChannels = [
  'app:getEnvironment',
  'app:openExternal',
  'app:revealOriginal',
  'app:openDataFolder',
  'app:reportProblem',
  'library:listArticles',
  'library:locateArticle',
  'library:countArticles',
  'library:getArticle',
  'library:changeStates',
  'library:changeTags',
  'library:correctArticle',
  'library:saveProgress',
  'library:listVersions',
  'library:getVersion',
  'library:showVersion',
  'library:deleteArticles',
  'library:emptyTrash',
  'library:undo',
  'library:redo',
  'importing:pickFiles',
  'importing:enqueue',
  'importing:cancel',
  'importing:getProgress',
  'importing:listImports',
  'importing:getReceipt',
  'importing:undoImport',
  'importing:retry',
  'importing:revealFile',
  'importing:saveReceipt',
  'importing:listEncodings',
  'importing:previewEncodings',
  'importing:readAgain',
  'importing:listWatchedFolders',
  'importing:watchFolder',
  'importing:unwatchFolder',
  'search:query',
  'search:locateHits',
  'search:getFacets',
  'search:explain',
  'search:complete',
  'search:listSaved',
  'search:save',
  'search:changeSaved',
  'search:deleteSaved',
  'search:reorderSaved',
  'search:countSaved',
  'search:listHistory',
  'search:noteHistory',
  'search:eraseHistory',
  'search:verifyIndex',
  'search:rebuildIndex',
  'search:getStatus',
  'settings:get',
  'settings:change'
] as const

/** The name of a request. */
export type RequestChannel = (typeof requestChannels)[number]

/** Every event: `area:pastParticiple`. */
export const eventChannels = [
  'app:commandChosen',
  'library:changed',
  'importing:progressed',
  'importing:finished',
  'importing:articleOpened',
  'search:statusChanged',
  'search:savedChanged',
  'settings:changed'
] as const

/** The name of an event. */
export type EventChannel = (typeof eventChannels)[number]

/** The one Electron channel that carries every request; the request's name travels as its first argument. */
export const requestTransport = 'lontar:request'
/** The one Electron channel that carries every event; the event's name travels as its first argument. */
export const eventTransport = 'lontar:event'
