// Puts documents through the programs they are made for, inside a real Chromium that may reach nothing outside.
// Reads a JSON array of {kind: "bpmn" | "mermaid" | "svg" | "html" | "document", text} and writes a JSON array of what was found.

import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const { resolve } = createRequire(import.meta.url);
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

const READERS = { bpmn: readBpmn, mermaid: readMermaid, svg: readSvg, html: readHtml, document: readDocument };

const profile = await mkdtemp(join(tmpdir(), 'coditect-read-'));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', headless: true, args: FLAGS,
  colorScheme: process.env.COLOR_SCHEME ?? 'light',
});
try {
  const jobs = JSON.parse(readFileSync(0, 'utf8'));
  const found = [];
  for (const job of jobs) found.push(await readOne(job));
  process.stdout.write(JSON.stringify(found));
} finally {
  await browser.close();
  await rm(profile, { recursive: true, force: true });
}

async function readOne(job) {
  const page = await browser.newPage();
  const requests = [], errors = [];
  await page.route('**/*', (route) => { requests.push(route.request().url()); return route.abort(); });
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()); });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('dialog', (dialog) => { errors.push(`dialog: ${dialog.message()}`); return dialog.dismiss(); });
  try {
    const result = await READERS[job.kind](page, job.text);
    if (job.picture) await page.screenshot({ path: job.picture, fullPage: true });
    return { ...result, requests, errors };
  } catch (error) {
    return { failure: String(error), requests, errors };
  } finally {
    await page.close();
  }
}

async function readBpmn(page, text) {
  await page.setContent('<div id="canvas" style="width:1200px;height:800px"></div>');
  await page.addScriptTag({ path: resolve('bpmn-js/dist/bpmn-viewer.production.min.js') });
  return page.evaluate(async (xml) => {
    const viewer = new window.BpmnJS({ container: '#canvas' });
    const { warnings } = await viewer.importXML(xml);
    const all = viewer.get('elementRegistry').getAll();
    const is = (element, type) => element.businessObject?.$instanceOf(type) && element.type !== 'label' && !element.id.endsWith('_plane');
    viewer.get('canvas').zoom('fit-viewport');
    return {
      warnings: warnings.map(String),
      nodes: all.filter((one) => is(one, 'bpmn:FlowNode')).map((one) => [one.type, one.businessObject.name ?? '']),
      edges: all.filter((one) => is(one, 'bpmn:SequenceFlow')).map((one) => one.businessObject.name ?? ''),
      lanes: all.filter((one) => is(one, 'bpmn:Lane')).map((one) => one.businessObject.name ?? ''),
    };
  }, text);
}

async function readMermaid(page, text) {
  await page.setContent('<div id="drawn"></div>');
  await page.addScriptTag({ path: resolve('mermaid/dist/mermaid.min.js') });
  return page.evaluate(async (source) => {
    window.mermaid.initialize({ startOnLoad: false, maxEdges: 5000, maxTextSize: 5_000_000 });
    await window.mermaid.parse(source);
    const { svg } = await window.mermaid.render('picture', source);
    const drawn = document.querySelector('#drawn');
    drawn.innerHTML = svg;
    const texts = (selector) => [...drawn.querySelectorAll(selector)].map((one) => one.textContent.trim());
    return {
      title: drawn.querySelector('.flowchartTitleText')?.textContent ?? '',
      nodes: texts('g.node'), edges: drawn.querySelectorAll('path.flowchart-link').length,
      labels: texts('g.edgeLabel').filter(Boolean), lanes: texts('g.cluster .cluster-label'),
      scripts: drawn.querySelectorAll('script, img, iframe').length,
    };
  }, text);
}

function readDrawing() {
  const titles = (selector) => [...document.querySelectorAll(selector)].map((one) => one.querySelector('title').textContent);
  return {
    ids: [...document.querySelectorAll('[data-node-id]')].map((one) => one.dataset.nodeId),
    nodes: titles('[data-node-id]'), edges: new Set([...document.querySelectorAll('[data-edge]')].map((one) => one.dataset.edge)).size,
    lanes: titles('[data-lane-id]'),
    scripts: document.querySelectorAll('script:not([type="application/json"]), img, iframe, foreignObject').length,
  };
}

async function readSvg(page, text) {
  await page.setContent(`<!doctype html><body style="margin:0">${text}</body>`);
  return page.evaluate(readDrawing);
}

async function readHtml(page, text) {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.setContent(text);
  const data = await page.evaluate(() => JSON.parse(document.querySelector('#data')?.textContent ?? 'null'));
  return { ...(await page.evaluate(readDrawing)), data };
}

async function readDocument(page, text) {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.setContent(text);
  return page.evaluate(() => ({
    title: document.querySelector('h1').textContent,
    text: document.body.textContent,
    pictures: [...document.querySelectorAll('figure svg')].map((one) => one.getBoundingClientRect().width),
    overflow: document.documentElement.scrollWidth - window.innerWidth,
    scripts: document.querySelectorAll('script, img, iframe, foreignObject').length,
  }));
}
