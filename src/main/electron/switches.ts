// Owns the switches that keep Chromium's own services off the network. Must run before Electron is ready.
import { app } from 'electron'

/** Services of Chromium that would look up names, fetch lists or report something. */
const disabledFeatures = [
  'AutofillServerCommunication',
  'CertificateTransparencyComponentUpdater',
  'DnsOverHttps',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'Translate'
]

/** Turns off everything in Chromium that could open a connection by itself, and every name look-up. */
export function closeNetwork(): void {
  const { commandLine } = app
  for (const name of [
    'disable-background-networking',
    'disable-breakpad',
    'disable-component-update',
    'disable-default-apps',
    'disable-domain-reliability',
    'disable-quic',
    'disable-sync',
    'no-pings',
    'no-proxy-server'
  ]) {
    commandLine.appendSwitch(name)
  }
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  commandLine.appendSwitch('disable-features', disabledFeatures.join(','))
  commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp')
}
